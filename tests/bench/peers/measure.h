#pragma once

#include "tool.h"

#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace kakehashi::bench {

/// What one tool needed for one task.
struct Figure
{
    Tool::End end = Tool::End::Done;
    qint64 ms = 0;
    qint64 up = 0; ///< bytes that the client sent, SSH's own included
    qint64 down = 0;
    int connections = 0; ///< open at the same time, at most
    int starts = 1;      ///< how often the tool had to be started
    int looked = 0;      ///< a visitor's requests meanwhile
    int bad = 0;         ///< of these answered with nothing or with half a page
    int files = 0;       ///< in the docroot afterwards
    bool same = true;    ///< the docroot is the site afterwards
    QString words = {};
};

/// A row of the table: one task, all tools.
struct Task
{
    QString id;   ///< "B1"
    QString what; ///< for people
    int roundTripMs = 100;
    bool incremental = false; ///< only for tools that are
    const LocalSite *site = nullptr;
    QStringList watched = {};                              ///< paths that a visitor asks for
    std::function<void(int run)> change = {};              ///< of the site, before each round
    std::function<void(Tool &, const QString &)> lay = {}; ///< before each tool's turn; or
    const LocalSite *layOnce = nullptr;                    ///< before the first
    const Task *cutLike = nullptr; ///< the line breaks at half of what that one sent
    int mostRuns = 100;
    int limitMs = 0;

    QMap<QString, QList<Figure>> figures = {}; ///< by tool

    /// The run with the median time, with the visitor's requests of all runs.
    std::optional<Figure> median(const QString &tool) const;
};

struct Conditions
{
    const Server &server;
    const Tools &tools;
    QString folder; ///< where docroots may be made
    int runs = 5;
    int onceOverMs = 15000; ///< a tool that takes longer is not run again
};

/// Runs every tool in turn, as often as wanted, and says on stderr how it goes.
void take(Task &task, const Conditions &conditions);

} // namespace kakehashi::bench
