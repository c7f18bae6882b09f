#pragma once

#include "publish/journal.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish {

/// How much of former publishes undo/ keeps on the server.
struct UndoLimits
{
    int states = 5;               ///< that a rollback can go back to, at least
    qint64 bytes = 2'000'000'000; ///< beyond these the oldest go, all but the last
};

/// Whether the publish of this journal ends with pruning: every fifth does, because looking costs
/// several round trips, and each that moved much into undo/.
bool isPruneDue(const Journal &journal, const UndoLimits &limits = {});

/// Removes the oldest of what former publishes put into undo/, and what attempts left there that
/// never went live. With the lock held and no journal in place. May be cut off anywhere: a state's
/// manifest goes before its files, so that no rollback is offered that could not be done.
Result<void> pruneUndo(const Workplace &place, qint64 liveGeneration,
                       const UndoLimits &limits = {});

} // namespace kakehashi::publish
