#include "measure.h"

#include "watcher.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace kakehashi::bench {
namespace {

constexpr int mostStarts = 5;

/// Breaks every connection once so many bytes went to the server.
class Cutter
{
public:
    Cutter(test::DelayProxy &proxy, qint64 at) : m_at(at)
    {
        if (m_at > 0)
            m_thread = std::thread([this, &proxy] { run(proxy); });
    }
    ~Cutter()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    Cutter(const Cutter &) = delete;
    Cutter &operator=(const Cutter &) = delete;

private:
    void run(test::DelayProxy &proxy)
    {
        while (!m_stop && proxy.bytesToServer() < m_at)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (!m_stop)
            proxy.cut();
    }

    qint64 m_at;
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

Figure measure(Tool &tool, const Task &task, const Conditions &conditions, const QString &place)
{
    const QString root = place + QStringLiteral("/www");
    qint64 cutAt = 0;
    if (task.cutLike) {
        if (const auto whole = task.cutLike->median(tool.name()))
            cutAt = whole->up / 2;
    }
    tool.prepare(*task.site);
    DelayedLine line(conditions.server, task.roundTripMs);
    Watcher watcher(root, *task.site, task.watched);
    Figure figure;
    QElapsedTimer timer;
    {
        const Cutter cutter(line.proxy(), cutAt);
        timer.start();
        figure.end = tool.run(line, *task.site, place, task.limitMs);
        while (cutAt > 0 && figure.end == Tool::End::Failed && figure.starts < mostStarts) {
            ++figure.starts;
            figure.end = tool.run(line, *task.site, place, task.limitMs);
        }
        figure.ms = timer.elapsed();
    }
    watcher.stop();
    figure.up = line.proxy().bytesToServer();
    figure.down = line.proxy().bytesToClient();
    figure.connections = line.proxy().mostConnections();
    figure.looked = watcher.looked();
    figure.bad = watcher.bad();
    figure.files = int(filesBelow(root).size());
    figure.same = isSame(root, *task.site);
    figure.words = tool.words();
    return figure;
}

void tell(const Task &task, const Tool &tool, const Figure &figure)
{
    const char *end = figure.end == Tool::End::Done      ? (figure.same ? "" : " WRONG RESULT")
                      : figure.end == Tool::End::TooLong ? " too long"
                                                         : " FAILED ";
    std::fprintf(stderr, "  %-3s %4d ms  %-16s %8.2f s  %6.1f MB  %d open  bad %d/%d%s%s\n",
                 qPrintable(task.id), task.roundTripMs, qPrintable(tool.name()),
                 double(figure.ms) / 1000, double(figure.up) / 1e6, figure.connections, figure.bad,
                 figure.looked, end,
                 figure.end == Tool::End::Failed ? qPrintable(figure.words) : "");
}

bool mayRun(const Task &task, const Tool &tool, const Conditions &conditions)
{
    const QList<Figure> &before = task.figures.value(tool.name());
    if (!tool.isIncremental() && task.incremental)
        return false;
    if (task.cutLike) {
        const auto whole = task.cutLike->median(tool.name());
        if (!whole || whole->end != Tool::End::Done)
            return false;
    }
    return before.isEmpty() || (before.last().end == Tool::End::Done && before.last().same &&
                                before.last().ms <= conditions.onceOverMs);
}

} // namespace

std::optional<Figure> Task::median(const QString &tool) const
{
    QList<Figure> all = figures.value(tool);
    if (all.isEmpty())
        return {};
    std::sort(all.begin(), all.end(), [](const Figure &a, const Figure &b) { return a.ms < b.ms; });
    Figure middle = all.at(all.size() / 2);
    middle.looked = middle.bad = 0;
    for (const Figure &each : all) {
        middle.looked += each.looked;
        middle.bad += each.bad;
    }
    return middle;
}

void take(Task &task, const Conditions &conditions)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(task.id), qPrintable(task.what));
    const auto placeOf = [&](const Tool &tool) -> QString {
        return conditions.folder + u'/' + tool.name();
    };
    for (int run = 0; run < std::min(conditions.runs, task.mostRuns); ++run) {
        if (task.change)
            task.change(run);
        for (const auto &tool : conditions.tools) {
            if (!mayRun(task, *tool, conditions))
                continue;
            const QString place = placeOf(*tool);
            if (task.layOnce && run == 0)
                tool->lay(conditions.server, *task.layOnce, place);
            if (task.lay)
                task.lay(*tool, place);
            const Figure figure = measure(*tool, task, conditions, place);
            tell(task, *tool, figure);
            task.figures[tool->name()].append(figure);
        }
    }
    for (const auto &tool : conditions.tools)
        QDir(placeOf(*tool)).removeRecursively();
}

} // namespace kakehashi::bench
