#include "table.h"

#include <QThread>

#include <cstdio>

namespace kakehashi::bench {
namespace {

const QString us = QStringLiteral("kakehashi");

QString number(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

/// Seconds; of a tool that was stopped at least so many.
std::optional<double> seconds(const Task &task, const char *tool)
{
    const auto figure = task.median(QLatin1String(tool));
    if (!figure || figure->end == Tool::End::Failed)
        return {};
    return double(figure->ms) / 1000;
}

std::optional<double> least(std::initializer_list<std::optional<double>> values)
{
    std::optional<double> best;
    for (const auto &value : values) {
        if (value && (!best || *value < *best))
            best = value;
    }
    return best;
}

QString judged(const QString &what, double value, bool good)
{
    return what.arg(number(value, 2)) + (good ? QStringLiteral(" ✓") : QStringLiteral(" ✗"));
}

/// The goals of publishing.md 5c and of the issue.
QString goal(const Task &task)
{
    const auto ours = seconds(task, "kakehashi");
    if (!ours)
        return {};
    QStringList said;
    const auto tar = seconds(task, "tar");
    const auto mirrors = least({seconds(task, "lftp"), seconds(task, "rclone")});
    const auto rsync = seconds(task, "rsync");
    if (task.id == QLatin1String("B1") && tar)
        said << judged(QStringLiteral("%1 × tar (≤ 1.3)"), *ours / *tar, *ours <= 1.3 * *tar);
    if (task.id == QLatin1String("B1") && mirrors)
        said << judged(QStringLiteral("lftp, rclone ÷ %1 (≥ 5)"), *mirrors / *ours,
                       *mirrors >= 5 * *ours);
    if (task.id == QLatin1String("B2") || task.id == QLatin1String("B3")) {
        if (mirrors)
            said << judged(QStringLiteral("%1 of lftp, rclone (≤ 0.25)"), *ours / *mirrors,
                           *ours <= *mirrors / 4);
        if (rsync)
            said << judged(QStringLiteral("%1 × rsync (≤ 1)"), *ours / *rsync, *ours <= *rsync);
    }
    if (task.id == QLatin1String("B4")) {
        const auto best = least({mirrors, rsync, tar, seconds(task, "sftp")});
        if (best)
            said << judged(QStringLiteral("%1 of the best's speed (≥ 0.9)"), *best / *ours,
                           *ours * 0.9 <= *best);
    }
    if (task.cutLike) {
        const double twice = double(task.median(us)->up - task.cutLike->median(us)->up) / 1e6;
        said << judged(QStringLiteral("%1 MB twice (< 2.1)"), twice, twice < 2.1);
    }
    return said.join(QStringLiteral("; "));
}

QString timeCell(const Task &task, const QString &tool)
{
    const auto figure = task.median(tool);
    if (!figure)
        return QStringLiteral("—");
    QString cell = number(double(figure->ms) / 1000, 2) + QStringLiteral(" s");
    if (figure->end == Tool::End::Failed)
        cell = QStringLiteral("failed");
    if (figure->end == Tool::End::TooLong)
        cell = QStringLiteral("> %1 s (%2 files)")
                   .arg(number(double(figure->ms) / 1000, 0))
                   .arg(figure->files);
    else if (figure->end == Tool::End::Done && !figure->same)
        cell += QStringLiteral(" (wrong)");
    else if (task.figures.value(tool).size() == 1)
        cell += QStringLiteral(" ¹");
    return tool == us ? QStringLiteral("**%1**").arg(cell) : cell;
}

QString costCell(const Task &task, const QString &tool)
{
    const auto figure = task.median(tool);
    if (!figure)
        return {};
    const QString cell =
        QStringLiteral("%1 + %2 MB, %3 open, %4 of %5 bad")
            .arg(number(double(figure->up) / 1e6, 2), number(double(figure->down) / 1e6, 2))
            .arg(figure->connections)
            .arg(figure->bad)
            .arg(figure->looked);
    return figure->starts > 1 ? cell + QStringLiteral(", %1 starts").arg(figure->starts) : cell;
}

void printRow(const QStringList &cells)
{
    std::printf("| %s |\n", qPrintable(cells.join(QStringLiteral(" | "))));
}

QString twice(const Task &task, const QString &tool)
{
    const auto cut = task.median(tool);
    const auto whole = task.cutLike->median(tool);
    return cut && whole ? number(double(cut->up - whole->up) / 1e6, 2) + QStringLiteral(" MB")
                        : QStringLiteral("—");
}

} // namespace

void printTable(const std::vector<const Task *> &tasks, const Tools &tools, int runs)
{
    QStringList head{QStringLiteral("task")};
    QStringList line{QStringLiteral("---")};
    for (const auto &tool : tools) {
        head << tool->name();
        line << QStringLiteral("--:");
    }
    printRow(head << QStringLiteral("wanted"));
    printRow(line << QStringLiteral("---"));
    for (const Task *task : tasks) {
        QStringList times{task->id + u' ' + task->what};
        QStringList costs{QStringLiteral("sent + received, connections, visitor")};
        QStringList again{QStringLiteral("sent twice")};
        for (const auto &tool : tools) {
            times << timeCell(*task, tool->name());
            costs << costCell(*task, tool->name());
            if (task->cutLike)
                again << twice(*task, tool->name());
        }
        printRow(times << goal(*task));
        printRow(costs << QString());
        if (task->cutLike)
            printRow(again << QString());
    }
    std::printf(
        "\nMedian of %d runs, ¹ of one; cold, login included; %d cores. “open”: connections "
        "at the same time. “bad”: of a visitor's requests those that got nothing or half a "
        "page.\n",
        runs, QThread::idealThreadCount());
    for (const Task *task : tasks) {
        for (const auto &tool : tools) {
            const auto figure = task->median(tool->name());
            if (figure && figure->end == Tool::End::Failed)
                std::printf("- %s, %s failed: %s\n", qPrintable(task->id), qPrintable(tool->name()),
                            qPrintable(figure->words));
        }
    }
}

} // namespace kakehashi::bench
