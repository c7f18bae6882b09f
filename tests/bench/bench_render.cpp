// bench_render [--pages N] [--threads N] [--only-disk] [--no-sample] [--hugo] [--keep FOLDER]:
// builds a site of N made-up pages (3 KB of Japanese Markdown with a table each) into a folder,
// then the sample portal and one page of it.
// --only-disk leaves out the run without a disk before, so that the process is as fresh as that of
// kakehashi-cli. --hugo writes the same pages as a Hugo site and lets hugo build that for
// comparison. --keep builds the made pages once into a folder that stays, and nothing else: for
// comparing what two versions write, and for profilers.
#include "hugosite.h"
#include "madepages.h"

#include "render/render.h"
#include "render/sinks.h"
#include "workspace/workspace.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace kakehashi;

namespace {

/// What a piece of work took: time on the wall and on all cores together.
struct Took
{
    double wall = 0;
    double cpu = 0;
};

Took measured(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    work();
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6,
            static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC};
}

Took bestOf(int runs, const std::function<void()> &work)
{
    Took best = measured(work);
    for (int run = 1; run < runs; ++run) {
        const Took next = measured(work);
        best = {std::min(best.wall, next.wall), std::min(best.cpu, next.cpu)};
    }
    return best;
}

/// Peak memory of this process in MiB; 0 where the system does not tell.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void print(const char *what, const Took &took, const QString &more = {})
{
    std::printf("| %-40s | %9.1f | %9.1f | %-28s |\n", what, took.wall, took.cpu, qPrintable(more));
    std::fflush(stdout);
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return std::move(*result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
}

void benchMadePages(int pages, int threads, bool onlyDisk, const QString &folder)
{
    const auto theme = must(render::Theme::load(QStringLiteral(":/theme")));
    const auto snapshot = bench::madeSite(pages);
    const double before = peakMemory();
    render::RenderOptions options;
    options.threads = threads;
    qsizetype files = 0;
    render::NullSink nowhere;
    const auto build = [&](render::OutputSink &sink) {
        files = must(render::renderSite(*snapshot, *theme, options, sink)).tree.files.size();
    };
    const Took dry = onlyDisk ? Took() : measured([&] { build(nowhere); });
    render::FolderSink sink(folder);
    const Took fresh = measured([&] { build(sink); });
    const Took again = measured([&] { build(sink); });
    const QString name = QStringLiteral("%1 pages").arg(pages);
    print(qPrintable(name + QStringLiteral(", hashes only")), dry,
          QStringLiteral("%1 files").arg(files));
    print(qPrintable(name + QStringLiteral(", to disk")), fresh,
          QStringLiteral("peak %1 MiB (input %2)")
              .arg(peakMemory(), 0, 'f', 0)
              .arg(before, 0, 'f', 0));
    print(qPrintable(name + QStringLiteral(", again, nothing changed")), again);
}

void benchKept(int pages, int threads, const QString &folder)
{
    const auto theme = must(render::Theme::load(QStringLiteral(":/theme")));
    const auto snapshot = bench::madeSite(pages);
    render::RenderOptions options;
    options.threads = threads;
    render::FolderSink sink(folder);
    const Took took = measured([&] { must(render::renderSite(*snapshot, *theme, options, sink)); });
    print(qPrintable(QStringLiteral("%1 pages, to disk").arg(pages)), took,
          QStringLiteral("peak %1 MiB").arg(peakMemory(), 0, 'f', 0));
}

void benchSample()
{
    QTemporaryDir folder;
    const auto workspace = must(workspace::createSample(folder.filePath(QStringLiteral("s"))));
    workspace::SnapshotOptions working;
    working.revisions = workspace::SnapshotOptions::Revisions::Working;
    const auto snapshot = must(workspace->snapshot(working));
    const auto theme = must(workspace->theme());
    const auto options = workspace->renderOptions();
    render::FolderSink sink(folder.filePath(QStringLiteral("out")));
    const auto build = [&] { must(render::renderSite(*snapshot, *theme, options, sink)); };
    print("sample, first build (scales pictures)", measured(build),
          QStringLiteral("%1 pages").arg(snapshot->pages.size()));
    print("sample, pictures cached", bestOf(5, build));
    const auto longest = *std::max_element(
        snapshot->pages.begin(), snapshot->pages.end(), [](const auto &a, const auto &b) {
            return a->content.body.size() < b->content.body.size();
        });
    print("sample's longest page, one edit",
          bestOf(20,
                 [&] {
                     const auto edited = render::withPage(snapshot, longest->id, longest->content);
                     must(render::renderPage(*edited, *theme, options, longest->id));
                 }),
          longest->path);
}

void benchHugo(int pages, bench::HugoTemplates templates, const QString &folder)
{
    must(bench::writeHugoSite(*bench::madeSite(pages), templates, folder));
    QProcess hugo;
    hugo.setWorkingDirectory(folder);
    const Took took = measured([&] {
        hugo.start(QStringLiteral("/usr/bin/time"),
                   {QStringLiteral("-f"), QStringLiteral("peak %M KiB"), QStringLiteral("hugo"),
                    QStringLiteral("--quiet")});
        hugo.waitForFinished(-1);
    });
    const QString said = QString::fromUtf8(hugo.readAllStandardError()).trimmed();
    const bool alike = templates == bench::HugoTemplates::Alike;
    print(alike ? "hugo, the same pages and outputs" : "hugo, the same pages, bare templates",
          {took.wall, 0}, said.mid(said.lastIndexOf(u'\n') + 1));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption pages(QStringLiteral("pages"), {}, QStringLiteral("N"),
                                   QStringLiteral("10000"));
    const QCommandLineOption threads(QStringLiteral("threads"), {}, QStringLiteral("N"),
                                     QStringLiteral("0"));
    const QCommandLineOption hugo(QStringLiteral("hugo"));
    const QCommandLineOption noSample(QStringLiteral("no-sample"));
    const QCommandLineOption onlyDisk(QStringLiteral("only-disk"));
    const QCommandLineOption keep(QStringLiteral("keep"), {}, QStringLiteral("FOLDER"));
    parser.addOptions({pages, threads, onlyDisk, hugo, noSample, keep});
    parser.process(app);
    std::printf("| %-40s | %9s | %9s | %-28s |\n", "", "wall, ms", "cores, ms", "");
    std::printf("|---|--:|--:|---|\n");
    if (parser.isSet(keep)) {
        benchKept(parser.value(pages).toInt(), parser.value(threads).toInt(), parser.value(keep));
        return 0;
    }
    QTemporaryDir folder;
    benchMadePages(parser.value(pages).toInt(), parser.value(threads).toInt(),
                   parser.isSet(onlyDisk), folder.filePath(QStringLiteral("made")));
    if (!parser.isSet(noSample))
        benchSample();
    if (parser.isSet(hugo))
        for (const auto &[templates, name] :
             {std::pair{bench::HugoTemplates::Bare, QStringLiteral("bare")},
              std::pair{bench::HugoTemplates::Alike, QStringLiteral("alike")}})
            benchHugo(parser.value(pages).toInt(), templates, folder.filePath(name));
    return 0;
}
