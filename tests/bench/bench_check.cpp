// bench_check [--pages N] [--runs N]: the check of a whole site of N made pages, and of the
// sample's longest page as it is done while somebody types.
#include "madepages.h"
#include "numbers.h"

#include "check/check.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace kakehashi;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return *std::move(result);
}

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<qsizetype>(share * static_cast<double>(values.size() - 1) + 0.5));
}

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

void checkWhole(const check::CheckContext &context, int pages)
{
    const render::SnapshotPtr site = bench::madeSite(pages);
    const check::SiteReport report = must(check::checkSite(context, *site));
    std::printf("%d pages checked in %.2f s, %lld findings, peak %.0f MiB\n", report.pages,
                static_cast<double>(report.milliseconds) / 1000,
                static_cast<long long>(report.findings.size()), peakMemory());
    std::fflush(stdout);
}

void checkWhileTyping(const check::CheckContext &context, const render::SnapshotPtr &sample,
                      int runs)
{
    const auto &longest = **std::max_element(
        sample->pages.cbegin(), sample->pages.cend(), [](const auto &a, const auto &b) {
            return a->content.body.size() < b->content.body.size();
        });
    QList<double> times;
    content::PageContent content = longest.content;
    for (int run = 0; run < runs; ++run) {
        content.body.insert(content.body.size() / 2, QStringLiteral("字"));
        QElapsedTimer timer;
        timer.start();
        const render::SnapshotPtr typed = render::withPage(sample, longest.id, content);
        must(check::checkPage(context, *typed, longest.id));
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%s, %lld characters: a check while typing p50 %.1f ms, p95 %.1f ms, max %.1f ms\n",
                qPrintable(longest.path), static_cast<long long>(longest.content.body.size()),
                quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const auto numbers =
        bench::numbersFrom(app, {{QStringLiteral("pages"), 10'000}, {QStringLiteral("runs"), 200}});
    QTemporaryDir folder;
    const auto site = must(workspace::createSample(folder.filePath(QStringLiteral("sample"))));
    const render::ThemePtr theme = must(site->theme());
    const check::CheckContext context{must(check::RuleBook::builtIn()), *theme,
                                      site->renderOptions()};
    checkWhileTyping(context, must(site->snapshot({})), numbers.value(QStringLiteral("runs")));
    checkWhole(context, numbers.value(QStringLiteral("pages")));
    return 0;
}
