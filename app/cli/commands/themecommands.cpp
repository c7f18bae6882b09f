#include "commands.h"

#include "workspace/layout.h"
#include "workspace/themes/themerenewal.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Theme)
};

using workspace::ThemeFileNews;
using State = ThemeFileNews::State;

struct ThemeArguments
{
    std::string site;
    std::string use;
    bool renew = false;
    bool takeNew = false;
};

QString stateText(State state)
{
    switch (state) {
    case State::Added:
        return Text::tr("New file");
    case State::Renewed:
        return Text::tr("Newer; nobody here changed it");
    case State::Removed:
        return Text::tr("No longer needed");
    case State::Mine:
        return Text::tr("Changed here; stays");
    case State::Both:
        return Text::tr("Changed here and newer");
    case State::Unchanged:
        break;
    }
    return {};
}

int showNews(const workspace::ThemeNews &news, const Output &out)
{
    QJsonArray files;
    QList<QStringList> rows;
    for (const ThemeFileNews &one : news.files) {
        files.append(QJsonObject{{QStringLiteral("file"), one.file},
                                 {QStringLiteral("state"), stateText(one.state)}});
        rows.append({stateText(one.state), one.file});
    }
    QStringList lines{Text::tr("Theme: %1 %2 (the copy here is of %3)")
                          .arg(news.theme.name, news.theme.version,
                               news.fromVersion.isEmpty() ? Text::tr("before versions were noted")
                                                          : news.fromVersion)};
    lines += table({Text::tr("State"), Text::tr("File")}, rows);
    const QList<workspace::BuiltInTheme> themes = workspace::builtInThemes();
    for (const workspace::BuiltInTheme &theme : themes)
        lines.append(theme.id + QStringLiteral(": ") + theme.name + QStringLiteral(" – ") +
                     theme.description);
    return out.done({{QStringLiteral("theme"), news.theme.id},
                     {QStringLiteral("version"), news.theme.version},
                     {QStringLiteral("fromVersion"), news.fromVersion},
                     {QStringLiteral("files"), files}},
                    lines);
}

int theme(const ThemeArguments &arguments, const Output &out)
{
    auto site = openSite(arguments.site);
    if (!site)
        return out.failed(site.error());
    const QString folder = workspace::layout::themeIn((*site)->folder());
    const QString backups = workspace::layout::backupsIn((*site)->folder());
    auto news = workspace::themeNews(folder);
    if (!news)
        return out.failed(news.error());
    if (arguments.use.empty() && !arguments.renew)
        return showNews(*news, out);
    for (ThemeFileNews &one : news->files) {
        if (arguments.takeNew && one.state == State::Both)
            one.take = ThemeFileNews::Take::KeepBoth;
    }
    const auto old =
        arguments.use.empty()
            ? workspace::renewTheme(folder, *news, backups, (*site)->clock())
            : workspace::changeTheme(folder, text(arguments.use), backups, (*site)->clock());
    if (!old)
        return out.failed(old.error());
    return out.done(
        {{QStringLiteral("backup"), *old}},
        {Text::tr("Done. The former theme is in %1.").arg(QDir::toNativeSeparators(*old))});
}

} // namespace

void addThemeCommand(CLI::App &site, Context &context)
{
    auto arguments = std::make_shared<ThemeArguments>();
    auto *command = site.add_subcommand("theme", "Which theme the site has, and what is newer");
    command->add_option("SITE", arguments->site, "Site folder")->required();
    command->add_option("--use", arguments->use, "Put this theme in its place (standard, plain)");
    command->add_flag("--renew", arguments->renew, "Take what is newer; files changed here stay");
    command->add_flag("--take-new", arguments->takeNew,
                      "With --renew: take newer files too where both changed; the ones here go to "
                      "theme/mine/");
    command->callback([arguments, &context] { context.exitCode = theme(*arguments, context.out); });
}

} // namespace kakehashi::cli
