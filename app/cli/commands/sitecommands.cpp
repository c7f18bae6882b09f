#include "commands.h"

#include "base/cleantext.h"
#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "render/theme/palette.h"
#include "security/siteaddress.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Site)
};

struct SiteOptions
{
    std::string folder;
    std::string name = "Site";
    bool sample = false;
};

struct SettingOptions
{
    std::string folder;
    std::string name;
    bool isNameGiven = false;
    std::string url;
    bool isUrlGiven = false;
    std::string server;
    std::string accent;
};

int newSite(const SiteOptions &options, const Output &out)
{
    const QString folder = QDir::current().absoluteFilePath(text(options.folder));
    auto site = options.sample ? workspace::createSample(folder, out.job())
                               : workspace::Workspace::create(folder, text(options.name));
    if (!site)
        return out.failed(site.error());
    const auto pages = (*site)->pages().list();
    if (!pages)
        return out.failed(pages.error());
    return out.done({{QStringLiteral("folder"), folder}, {QStringLiteral("pages"), pages->size()}},
                    {Text::tr("Made %1 with %n page(s).", nullptr, static_cast<int>(pages->size()))
                         .arg(QDir::toNativeSeparators(folder))});
}

int siteInfo(const SiteOptions &options, const Output &out)
{
    auto site = openSite(options.folder);
    if (!site)
        return out.failed(site.error());
    const auto settings = (*site)->site().settings();
    if (!settings)
        return out.failed(settings.error());
    const auto pages = (*site)->pages().list();
    if (!pages)
        return out.failed(pages.error());
    int live = 0;
    int changed = 0;
    for (const content::PageEntry &entry : *pages) {
        live += entry.page.live > 0 ? 1 : 0;
        changed += content::stateOf(entry.page) == content::PageState::Changed ? 1 : 0;
    }
    return out.done(
        {{QStringLiteral("name"), settings->name},
         {QStringLiteral("id"), settings->id.toString()},
         {QStringLiteral("url"), settings->url.toString()},
         {QStringLiteral("folder"), (*site)->folder()},
         {QStringLiteral("pages"), pages->size()},
         {QStringLiteral("live"), live},
         {QStringLiteral("changed"), changed}},
        {settings->name, settings->url.toString(),
         Text::tr("%n page(s)", nullptr, static_cast<int>(pages->size())),
         Text::tr("%1 live, %2 with changes that are not yet approved").arg(live).arg(changed)});
}

/// The colour that the settings keep for what was asked; Refused when it is too pale to read.
Result<QString> accentFrom(const QString &wanted)
{
    if (wanted == QLatin1String("theme"))
        return QString();
    const QColor color(wanted);
    const double contrast = render::accentContrast(color);
    if (!color.isValid() || contrast >= render::textContrast)
        return wanted; // what is no colour is refused when it is kept
    return fail(
        ErrorCode::Refused,
        Text::tr("%1 is too pale: its contrast with white is %2 : 1, and texts need 4.5 : 1 "
                 "(JIS X 8341-3 AA). The nearest that can be read is %3.")
            .arg(wanted, QString::number(contrast, 'f', 1), render::nearestAccent(color).name()));
}

int setSite(const SettingOptions &options, const Output &out)
{
    auto site = openSite(options.folder);
    if (!site)
        return out.failed(site.error());
    auto settings = (*site)->site().settings();
    if (!settings)
        return out.failed(settings.error());
    if (options.isNameGiven)
        settings->name = text(options.name);
    if (options.isUrlGiven) {
        const auto url = security::siteAddress(text(options.url));
        if (!url)
            return out.failed(url.error());
        settings->url = *url;
    }
    if (!options.accent.empty()) {
        const auto accent = accentFrom(text(options.accent));
        if (!accent)
            return out.failed(accent.error());
        settings->accentColor = *accent;
    }
    const bool isOther = options.server.empty() ? settings->server == content::ServerKind::Other
                                                : options.server == "other";
    settings->server = isOther ? content::ServerKind::Other : content::ServerKind::Apache;
    if (const auto saved = (*site)->site().save(*settings); !saved)
        return out.failed(saved.error());
    QStringList lines{Text::tr("Kept. It reaches visitors with the next publish.")};
    if (const qsizetype at = unfitAt(settings->name); at >= 0)
        lines.append(Text::tr("Characters that no page can show, as %1, were left out.")
                         .arg(codePointName(settings->name[at].unicode())));
    return out.done(
        {{QStringLiteral("name"), settings->name},
         {QStringLiteral("url"), settings->url.toString()},
         {QStringLiteral("server"), isOther ? QStringLiteral("other") : QStringLiteral("apache")}},
        lines);
}

int backupSite(const SiteOptions &options, const Output &out)
{
    auto site = openSite(options.folder);
    if (!site)
        return out.failed(site.error());
    const auto path = (*site)->backup();
    if (!path)
        return out.failed(path.error());
    return out.done({{QStringLiteral("backup"), *path}},
                    {Text::tr("Backed up to %1 and checked by opening it.")
                         .arg(QDir::toNativeSeparators(*path))});
}

} // namespace

void addSiteCommands(CLI::App &app, Context &context)
{
    auto *site = app.add_subcommand("site", "Make a site folder or look at one");
    site->require_subcommand(1);
    auto options = std::make_shared<SiteOptions>();

    auto *create = site->add_subcommand("new", "Make a site folder");
    create->add_option("SITE", options->folder, "Folder to make")->required();
    create->add_flag("--sample", options->sample, "Fill it with the sample portal");
    create->add_option("--name", options->name, "Name of the site");
    create->callback([options, &context] { context.exitCode = newSite(*options, context.out); });

    auto *info = site->add_subcommand("info", "Say what a site folder holds");
    info->add_option("SITE", options->folder, "Site folder")->required();
    info->callback([options, &context] { context.exitCode = siteInfo(*options, context.out); });

    auto settings = std::make_shared<SettingOptions>();
    auto *set = site->add_subcommand("set", "Change what is said once for the whole site");
    set->add_option("SITE", settings->folder, "Site folder")->required();
    auto *name = set->add_option("--name", settings->name, "Name of the site");
    auto *url = set->add_option("--url", settings->url, "Public address, https://…/; \"\": none");
    set->add_option("--accent", settings->accent, "Colour of the site, #RRGGBB, or theme");
    set->add_option("--server", settings->server,
                    "The web server: apache reads our .htaccess; for others each old address "
                    "becomes a small page that sends visitors on")
        ->check(CLI::IsMember({"apache", "other"}));
    set->callback([settings, name, url, &context] {
        settings->isNameGiven = name->count() > 0;
        settings->isUrlGiven = url->count() > 0;
        context.exitCode = setSite(*settings, context.out);
    });

    auto *backup = site->add_subcommand("backup", "Back the database up and prove the copy");
    backup->add_option("SITE", options->folder, "Site folder")->required();
    backup->callback([options, &context] { context.exitCode = backupSite(*options, context.out); });
    addKeyCommands(*site, context);
    addThemeCommand(*site, context);
}

} // namespace kakehashi::cli
