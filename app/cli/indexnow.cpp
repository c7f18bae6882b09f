#include "indexnow.h"

#include "content/site/indexnow.h"
#include "content/site/siterepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::IndexNow)
};

struct IndexNowOptions
{
    std::string site;
    std::string endpoint;
};

using Change = void (*)(content::SiteSettings &, const IndexNowOptions &);

void switchOn(content::SiteSettings &site, const IndexNowOptions &options)
{
    site.indexNow.isOn = true;
    if (site.indexNow.key.isEmpty())
        site.indexNow.key = content::newIndexNowKey();
    if (!options.endpoint.empty())
        site.indexNow.endpoint = QUrl(text(options.endpoint), QUrl::StrictMode);
}

void switchOff(content::SiteSettings &site, const IndexNowOptions &)
{
    site.indexNow.isOn = false;
}

void renewKey(content::SiteSettings &site, const IndexNowOptions &)
{
    site.indexNow.key = content::newIndexNowKey();
}

int showState(workspace::Workspace &site, const content::SiteSettings &settings, const Output &out)
{
    const notify::NoticeRepository notices(site.database(), site.clock());
    const auto batches = notices.waiting();
    if (!batches)
        return out.failed(batches.error());
    int waiting = 0;
    for (const notify::Batch &batch : *batches)
        waiting += static_cast<int>(batch.urls.size());
    const content::IndexNow &indexNow = settings.indexNow;
    const QString keyUrl = content::indexNowKeyUrl(settings).toString();
    QStringList lines{indexNow.isOn ? Text::tr("Search engines are told of changed pages after "
                                               "each publish to %1.")
                                          .arg(settings.url.toString())
                                    : Text::tr("Search engines are not told of changed pages.")};
    if (!keyUrl.isEmpty())
        lines << Text::tr("Key: %1").arg(keyUrl);
    lines << Text::tr("%n page(s) wait to be told of.", nullptr, waiting);
    return out.done({{QStringLiteral("on"), indexNow.isOn},
                     {QStringLiteral("key"), indexNow.key},
                     {QStringLiteral("keyUrl"), keyUrl},
                     {QStringLiteral("endpoint"), content::indexNowEndpoint(indexNow).toString()},
                     {QStringLiteral("waiting"), waiting}},
                    lines);
}

int showState(const IndexNowOptions &options, const Output &out)
{
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto settings = (*site)->site().settings();
    return settings ? showState(**site, *settings, out) : out.failed(settings.error());
}

int change(const IndexNowOptions &options, Change make, const Output &out)
{
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    auto settings = (*site)->site().settings();
    if (!settings)
        return out.failed(settings.error());
    make(*settings, options);
    if (const auto saved = (*site)->site().save(*settings); !saved)
        return out.failed(saved.error());
    return showState(**site, *settings, out);
}

int sendWaiting(const IndexNowOptions &options, const Output &out)
{
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto settings = (*site)->site().settings();
    if (!settings)
        return out.failed(settings.error());
    const auto notice = notify::tellWaiting((*site)->database(), *settings, out.job());
    if (!notice)
        return out.failed(notice.error());
    const QString sentence = notify::sentenceOf(*notice, *settings);
    out.done(toJson(*notice, *settings),
             {sentence.isEmpty() ? Text::tr("Nothing waits to be told.") : sentence});
    return notice->waiting == 0 ? ExitDone : ExitFailed;
}

} // namespace

QJsonObject toJson(const notify::Notice &notice, const content::SiteSettings &site)
{
    return {{QStringLiteral("told"), notice.told},
            {QStringLiteral("waiting"), notice.waiting},
            {QStringLiteral("status"), notice.status},
            {QStringLiteral("text"), notify::sentenceOf(notice, site)}};
}

ToldEngines tellOfPublish(workspace::Workspace &site, const publish::Target &target,
                          const Output &out)
{
    const auto said = [](const QString &text) {
        return text.isEmpty() ? ToldEngines()
                              : ToldEngines{{text}, {{QStringLiteral("text"), text}}};
    };
    const auto settings = site.site().settings();
    if (!settings)
        return said(settings.error().text);
    QString why;
    if (!notify::concernsSearchEngines(*settings, target, &why))
        return said(why);
    const auto notice = notify::tellWaiting(site.database(), *settings, out.job());
    if (!notice)
        return said(notice.error().text);
    const QString sentence = notify::sentenceOf(*notice, *settings);
    return {sentence.isEmpty() ? QStringList() : QStringList{sentence}, toJson(*notice, *settings)};
}

void addIndexNowCommands(CLI::App &app, Context &context)
{
    auto *noun = app.add_subcommand("indexnow", "Tell search engines which pages changed");
    noun->require_subcommand(1);
    auto options = std::make_shared<IndexNowOptions>();
    const auto add = [&](const char *name, const char *what) {
        auto *verb = noun->add_subcommand(name, what);
        verb->add_option("SITE", options->site, "Site folder")->required();
        return verb;
    };
    const auto addChange = [&](const char *name, const char *what, Change make) {
        auto *verb = add(name, what);
        verb->callback(
            [options, make, &context] { context.exitCode = change(*options, make, context.out); });
        return verb;
    };
    addChange("on", "Tell them after each publish to the public address", &switchOn)
        ->add_option("--endpoint", options->endpoint,
                     "Where to tell them; https://api.indexnow.org/indexnow unless given");
    addChange("off", "Tell them nothing", &switchOff);
    addChange("renew", "Make a new key; it holds from the next publish on", &renewKey);
    add("status", "Say whether they are told, and what waits")->callback([options, &context] {
        context.exitCode = showState(*options, context.out);
    });
    add("send", "Tell them now of what waits")->callback([options, &context] {
        context.exitCode = sendWaiting(*options, context.out);
    });
}

} // namespace kakehashi::cli
