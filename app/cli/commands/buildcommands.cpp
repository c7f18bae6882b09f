#include "commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Build)
};

struct BuildOptions
{
    std::string site;
    std::string out;
    std::string asOf;
    bool working = false;
    bool noindex = false;
};

Result<workspace::SnapshotOptions> snapshotOptions(const BuildOptions &options)
{
    workspace::SnapshotOptions chosen;
    if (options.working)
        chosen.revisions = workspace::SnapshotOptions::Revisions::Working;
    if (options.asOf.empty())
        return chosen;
    QDateTime at = QDateTime::fromString(text(options.asOf), Qt::ISODate);
    if (!at.isValid())
        return fail(
            ErrorCode::Invalid,
            Text::tr("%1 is no time. Write it as 2026-04-01T09:00.").arg(text(options.asOf)));
    // What a person writes without an offset is the clock on the wall in Miyagi.
    if (at.timeSpec() == Qt::LocalTime)
        at = QDateTime(at.date(), at.time(), japanTime());
    chosen.asOf = at.toUTC();
    return chosen;
}

/// What both commands stand on.
struct Loaded
{
    std::unique_ptr<workspace::Workspace> site;
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    Issue themeIssue; ///< says why the last good theme stands in; no text: nothing is wrong
};

Result<Loaded> load(const BuildOptions &options)
{
    const auto chosen = snapshotOptions(options);
    if (!chosen)
        return passOn(chosen);
    auto site = openSite(options.site);
    if (!site)
        return passOn(site);
    const auto snapshot = (*site)->snapshot(*chosen);
    if (!snapshot)
        return passOn(snapshot);
    Issue themeIssue;
    const auto theme = (*site)->theme(&themeIssue);
    if (!theme)
        return passOn(theme);
    return Loaded{std::move(*site), *snapshot, *theme, themeIssue};
}

Result<render::SiteBuild> buildInto(const BuildOptions &options, render::OutputSink &sink,
                                    const JobContext &job)
{
    const auto loaded = load(options);
    if (!loaded)
        return passOn(loaded);
    render::RenderOptions rendering = loaded->site->renderOptions();
    rendering.noindex = options.noindex;
    auto built = render::renderSite(*loaded->snapshot, *loaded->theme, rendering, sink, job);
    if (built && !loaded->themeIssue.text.isEmpty())
        built->issues.prepend(loaded->themeIssue);
    return built;
}

QJsonArray toJson(const Issues &issues)
{
    QJsonArray array;
    for (const Issue &issue : issues)
        array.append(cli::toJson(issue));
    return array;
}

int build(const BuildOptions &options, const Output &out)
{
    QElapsedTimer timer;
    timer.start();
    const QString folder = QDir::current().absoluteFilePath(text(options.out));
    if (QFileInfo(folder).isFile())
        return out.failed({ErrorCode::Invalid, Text::tr("%1 is a file. Choose a folder for the "
                                                        "pages, new or from an earlier build.")
                                                   .arg(QDir::toNativeSeparators(folder))});
    render::FolderSink sink(folder);
    const auto built = buildInto(options, sink, out.job());
    if (!built)
        return out.failed(built.error());
    const qint64 ms = timer.elapsed();
    qint64 bytes = 0;
    for (const render::OutputFile &file : built->tree.files)
        bytes += file.size;
    QStringList lines;
    for (const Issue &issue : built->issues)
        lines.append(toLine(issue));
    lines.append(Text::tr("%n file(s), %1 KB, in %2 ms: %3", nullptr,
                          static_cast<int>(built->tree.files.size()))
                     .arg(bytes / 1000)
                     .arg(ms)
                     .arg(QDir::toNativeSeparators(folder)));
    return out.done({{QStringLiteral("out"), folder},
                     {QStringLiteral("files"), built->tree.files.size()},
                     {QStringLiteral("bytes"), bytes},
                     {QStringLiteral("milliseconds"), ms},
                     {QStringLiteral("issues"), toJson(built->issues)}},
                    lines);
}

} // namespace

void addBuildCommands(CLI::App &app, Context &context)
{
    auto options = std::make_shared<BuildOptions>();

    auto *make = app.add_subcommand("build", "Write the site into a folder");
    make->add_option("SITE", options->site, "Site folder")->required();
    make->add_option("--out", options->out, "Folder to write to")->required();
    make->add_option("--as-of", options->asOf, "The site at this time, 2026-04-01T09:00 in Japan");
    make->add_flag("--working", options->working, "Working revisions instead of live ones");
    make->add_flag("--noindex", options->noindex, "Ask search engines to stay away");
    make->callback([options, &context] { context.exitCode = build(*options, context.out); });
}

} // namespace kakehashi::cli
