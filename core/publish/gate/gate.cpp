#include "publish/gate/gate.h"

#include <utility>

namespace kakehashi::publish {
namespace {

// Places in steps().
constexpr qsizetype manifestStep = 1;
constexpr qsizetype keptStep = 5;
constexpr qsizetype journalStep = 6;
constexpr qsizetype lockStep = 9;

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

} // namespace

Gate::Gate(ControlFolder control, QString undoFolder)
    : m_control(std::move(control))
    , m_undo(std::move(undoFolder))
    , m_gate(in(m_undo, QStringLiteral("gate")))
{}

Batch Gate::folders() const
{
    Batch batch;
    for (const auto *name : {"", "/live", "/next", "/next/done"})
        batch.append(Operation::makeFolder(m_gate + QLatin1String(name), 0700));
    return batch;
}

Batch Gate::steps(const QString &newJournal, const Batch &farewell, bool ends) const
{
    // By way of "..", because a folder that is gone must not be taken for an empty one.
    const QString stage = inStage(QStringLiteral("../stage"));
    Batch batch{Operation::replace(m_gate, stage),
                Operation::replace(inStage(QStringLiteral("live/manifest")), m_control.manifest())};
    if (!ends)
        return batch;
    const QString done = inUndo(QStringLiteral("done"));
    const QString doneJournal = in(done, QStringLiteral("journal"));
    const QString live = inStage(QStringLiteral("live"));
    batch << Operation::replace(inStage(QStringLiteral("next")), live)
          << Operation::replace(in(live, QStringLiteral("done")), done)
          << Operation::link(newJournal, doneJournal)
          << Operation::move(doneJournal, inUndo(QStringLiteral("journal")))
          << Operation::move(m_control.journal(), doneJournal) << Operation::remove(doneJournal)
          << Operation::remove(newJournal);
    for (const Operation &removal : farewell) {
        const QString aside = in(done, nameOf(removal.path));
        batch << Operation::move(removal.path, aside) << Operation::remove(aside);
    }
    batch << Operation::removeFolder(live) << Operation::removeFolder(m_control.stage())
          << Operation::removeFolder(done);
    return batch;
}

Gate::Passed Gate::passed(const Outcomes &outcomes, const Batch &farewell)
{
    const auto isDone = [&outcomes](qsizetype step) {
        return step < outcomes.size() && outcomes.at(step).ok();
    };
    Passed passed;
    passed.isLive = isDone(manifestStep);
    passed.isOver = passed.isLive && isDone(keptStep) && isDone(journalStep);
    passed.isReleased = passed.isOver && !farewell.isEmpty() && isDone(lockStep);
    return passed;
}

/// In this order: without stage/next nothing goes on behind the manifest.
Batch Gate::close() const
{
    return {Operation::move(inStage(QStringLiteral("next")), inUndo(QStringLiteral("shut.next"))),
            Operation::move(m_gate, inUndo(QStringLiteral("shut"))),
            Operation::move(inStage(QStringLiteral("live")), inUndo(QStringLiteral("shut.live")))};
}

Batch Gate::clear() const
{
    const Batch all = close();
    return {all.first(), all.last()};
}

QStringList Gate::manifests() const
{
    return {inUndo(QStringLiteral("shut/live/manifest")),
            inUndo(QStringLiteral("shut.live/manifest")), manifest()};
}

Batch Gate::leftoverFiles(const QStringList &names) const
{
    Batch batch;
    for (const QString &path : manifests() + QStringList{inUndo(QStringLiteral("done/journal")),
                                                         inUndo(QStringLiteral("done/lock"))}) {
        if (names.contains(path.mid(m_undo.size() + 1).section(u'/', 0, 0)))
            batch.append(Operation::remove(path));
    }
    return batch;
}

Batch Gate::leftoverFolders(const QStringList &names) const
{
    Batch batch;
    for (const auto *path : {"gate/live", "gate/next/done", "gate/next", "gate", "shut/live",
                             "shut/next/done", "shut/next", "shut", "shut.live/done", "shut.live",
                             "shut.next/done", "shut.next", "done"}) {
        const QString folder = QLatin1String(path);
        if (names.contains(folder.section(u'/', 0, 0)))
            batch.append(Operation::removeFolder(inUndo(folder)));
    }
    return batch;
}

} // namespace kakehashi::publish
