#pragma once

#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish {

/// The end of a commit, in the flight of its last renames where a server works in order. Each step
/// names something that only the one before brings about, so that what fails stops everything
/// behind it, just as waiting for its answer would:
///   undo/N/gate → stage              a folder only takes the place of an empty one, so every
///                                    staged file is where visitors see it
///   stage/live/manifest → manifest
///   stage/next → stage/live          again of an empty one: the manifest counts
///   stage/live/done → undo/N/done
///   journal and lock, by way of undo/N/done
/// A server that cannot put a folder in an empty one's place stops at the first; what comes then is
/// done step by step.
class Gate
{
public:
    Gate(ControlFolder control, QString undoFolder);

    Batch folders() const; ///< to be made before; parents first
    QString manifest() const { return in(m_gate, QStringLiteral("live/manifest")); }

    /// `newJournal` is a second name of the journal; `farewell` removes the lock. Empty `farewell`:
    /// it stays. `ends` false: as far as the manifest.
    Batch steps(const QString &newJournal, const Batch &farewell, bool ends) const;
    struct Passed
    {
        bool isLive = false;     ///< the manifest counts
        bool isOver = false;     ///< and the journal is in undo/
        bool isReleased = false; ///< and the lock is gone
    };
    /// From the outcomes of steps().
    static Passed passed(const Outcomes &outcomes, const Batch &farewell);

    /// Whoever ends a publish that was cut off does this first: whatever of steps() still arrives
    /// then leads nowhere. Afterwards the manifest is at one of manifests(), if it is not live.
    Batch close() const;
    /// Leaves stage/ empty for the next one, after some of steps() happened.
    Batch clear() const;
    QStringList manifests() const;

    // What is left in undo/N when the publish is taken back or forgotten; `names`: of what lies
    // there. Files before folders.
    Batch leftoverFiles(const QStringList &names) const;
    Batch leftoverFolders(const QStringList &names) const;

private:
    static QString in(const QString &folder, const QString &name)
    {
        return ControlFolder::join(folder, name);
    }
    QString inUndo(const QString &name) const { return in(m_undo, name); }
    QString inStage(const QString &name) const { return m_control.staged(name); }

    ControlFolder m_control;
    QString m_undo;
    QString m_gate;
};

} // namespace kakehashi::publish
