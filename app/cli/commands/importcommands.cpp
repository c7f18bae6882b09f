#include "commands.h"

#include "base/account.h"
#include "takeover/markdownimport.h"
#include "takeover/siteexport.h"
#include "workspace/parts/stores.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Import)
};

struct ImportArguments
{
    std::string folder;
    std::string site;
    bool approve = false;
    bool update = false;
    bool dryRun = false;
};

QString fateName(takeover::Fate fate)
{
    using takeover::Fate;
    switch (fate) {
    case Fate::Add:
        return QStringLiteral("add");
    case Fate::Change:
        return QStringLiteral("change");
    case Fate::Same:
        return QStringLiteral("same");
    case Fate::Keep:
        return QStringLiteral("keep");
    case Fate::Skip:
        return QStringLiteral("skip");
    }
    return {};
}

QString fateText(takeover::Fate fate)
{
    using takeover::Fate;
    switch (fate) {
    case Fate::Add:
        return Text::tr("New");
    case Fate::Change:
        return Text::tr("New revision");
    case Fate::Same:
        return Text::tr("Unchanged");
    case Fate::Keep:
        return Text::tr("Kept");
    case Fate::Skip:
        return Text::tr("Not taken");
    }
    return {};
}

QJsonArray issuesToJson(const Issues &issues)
{
    QJsonArray array;
    for (const Issue &issue : issues)
        array.append(toJson(issue));
    return array;
}

/// Pages that did not come are a guard's refusal, as pages that a scheduled publish holds back: the
/// rest is done, and scripts learn of it.
int endOf(int done, const Issues &issues)
{
    const bool isWhole = std::none_of(issues.cbegin(), issues.cend(), [](const Issue &issue) {
        return issue.severity == Severity::Must;
    });
    return done == ExitDone && !isWhole ? ExitRefused : done;
}

/// What will come and what will not, one file a line.
int showPlan(const takeover::ImportPlan &plan, const Output &out)
{
    QJsonArray items;
    QList<QStringList> rows;
    for (const takeover::PlannedItem &item : plan.items) {
        items.append(QJsonObject{{QStringLiteral("file"), item.file},
                                 {QStringLiteral("target"), item.target},
                                 {QStringLiteral("title"), item.title},
                                 {QStringLiteral("fate"), fateName(item.fate)},
                                 {QStringLiteral("reason"), item.reason}});
        rows.append({fateText(item.fate), item.file, item.target, item.reason});
    }
    QStringList lines =
        table({Text::tr("What happens"), Text::tr("File"), Text::tr("Becomes"), Text::tr("Reason")},
              rows);
    for (const Issue &issue : plan.issues)
        lines.append(toLine(issue));
    lines.append(Text::tr("Nothing has been changed. Without --dry-run it is done."));
    return endOf(out.done({{QStringLiteral("items"), items},
                           {QStringLiteral("redirects"), plan.redirects.size()},
                           {QStringLiteral("issues"), issuesToJson(plan.issues)}},
                          lines),
                 takeover::skippedIn(plan) + plan.issues);
}

int showDone(const takeover::ImportPlan &plan, const takeover::ImportDone &done, const Output &out)
{
    const workspace::ImportReport &pages = done.pages;
    const Issues issues = takeover::skippedIn(plan) + plan.issues + pages.issues;
    QStringList lines;
    for (const Issue &issue : issues)
        lines.append(toLine(issue));
    lines.append(Text::tr("%1 pages made, %2 changed, %3 unchanged, %4 kept as they were.")
                     .arg(pages.created)
                     .arg(pages.changed)
                     .arg(pages.unchanged)
                     .arg(pages.kept));
    lines.append(Text::tr("%1 files and %2 redirects added.").arg(done.media).arg(done.redirects));
    return endOf(out.done({{QStringLiteral("created"), pages.created},
                           {QStringLiteral("changed"), pages.changed},
                           {QStringLiteral("unchanged"), pages.unchanged},
                           {QStringLiteral("kept"), pages.kept},
                           {QStringLiteral("media"), done.media},
                           {QStringLiteral("redirects"), done.redirects},
                           {QStringLiteral("backup"), done.backup},
                           {QStringLiteral("issues"), issuesToJson(issues)}},
                          lines),
                 issues);
}

int importMarkdown(const ImportArguments &arguments, const Output &out)
{
    auto site = openSite(arguments.site);
    if (!site)
        return out.failed(site.error());
    workspace::ImportOptions options;
    options.author = accountName();
    options.approve = arguments.approve;
    options.update = arguments.update;
    const QString folder = QDir::current().absoluteFilePath(text(arguments.folder));
    const workspace::SiteStores stores = (*site)->stores();
    const auto plan = takeover::planImport(folder, stores, options, out.job());
    if (!plan)
        return out.failed(plan.error());
    if (arguments.dryRun)
        return showPlan(*plan, out);
    const auto done = takeover::runImport(*plan, stores, options, out.job());
    return done ? showDone(*plan, *done, out) : out.failed(done.error());
}

int exportMarkdown(const ImportArguments &arguments, const Output &out)
{
    auto site = openSite(arguments.site);
    if (!site)
        return out.failed(site.error());
    const QString folder = QDir::current().absoluteFilePath(text(arguments.folder));
    const auto done = takeover::exportSite((*site)->stores(), folder, out.job());
    if (!done)
        return out.failed(done.error());
    return out.done({{QStringLiteral("folder"), done->folder},
                     {QStringLiteral("pages"), done->pages},
                     {QStringLiteral("media"), done->media}},
                    {Text::tr("%1 pages and %2 files are in %3.")
                         .arg(done->pages)
                         .arg(done->media)
                         .arg(QDir::toNativeSeparators(done->folder))});
}

void addExportCommand(CLI::App &app, Context &context)
{
    auto *exporting = app.add_subcommand("export", "Give the site to other programs");
    exporting->require_subcommand(1);
    auto arguments = std::make_shared<ImportArguments>();
    auto *markdown = exporting->add_subcommand(
        "markdown", "Pages as Markdown with front matter, media and data, as Hugo reads them");
    markdown->add_option("DIR", arguments->folder, "A new or an empty folder")->required();
    markdown->add_option("--site", arguments->site, "Site folder")->required();
    markdown->callback(
        [arguments, &context] { context.exitCode = exportMarkdown(*arguments, context.out); });
}

} // namespace

void addImportCommands(CLI::App &app, Context &context)
{
    auto *import = app.add_subcommand("import", "Take pages over from elsewhere");
    import->require_subcommand(1);
    auto arguments = std::make_shared<ImportArguments>();
    auto *markdown = import->add_subcommand("markdown", "A folder of Markdown with front matter");
    markdown->add_option("DIR", arguments->folder, "Folder to read")->required();
    markdown->add_option("--site", arguments->site, "Site folder")->required();
    markdown->add_flag("--dry-run", arguments->dryRun, "Say what would happen, change nothing");
    markdown->add_flag("--update", arguments->update,
                       "Pages that the site has already get a new revision");
    markdown->add_flag("--approve", arguments->approve, "The next publish sends the pages");
    markdown->callback(
        [arguments, &context] { context.exitCode = importMarkdown(*arguments, context.out); });
    addExportCommand(app, context);
}

} // namespace kakehashi::cli
