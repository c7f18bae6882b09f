#include "commands.h"

#include "base/account.h"
#include "takeover/markdownimport.h"

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
};

int importMarkdown(const ImportArguments &arguments, const Output &out)
{
    auto site = openSite(arguments.site);
    if (!site)
        return out.failed(site.error());
    workspace::ImportOptions options;
    options.author = accountName();
    options.approve = arguments.approve;
    const QString folder = QDir::current().absoluteFilePath(text(arguments.folder));
    const auto report = takeover::importMarkdown(**site, folder, options, out.job());
    if (!report)
        return out.failed(report.error());
    QJsonArray issues;
    QStringList lines;
    for (const Issue &issue : report->issues) {
        issues.append(toJson(issue));
        lines.append(toLine(issue));
    }
    lines.append(Text::tr("%1 pages made, %2 changed, %3 unchanged.")
                     .arg(report->created)
                     .arg(report->changed)
                     .arg(report->unchanged));
    return out.done({{QStringLiteral("created"), report->created},
                     {QStringLiteral("changed"), report->changed},
                     {QStringLiteral("unchanged"), report->unchanged},
                     {QStringLiteral("issues"), issues}},
                    lines);
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
    markdown->add_flag("--approve", arguments->approve, "The next publish sends the pages");
    markdown->callback(
        [arguments, &context] { context.exitCode = importMarkdown(*arguments, context.out); });
}

} // namespace kakehashi::cli
