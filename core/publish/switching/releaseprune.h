#pragma once

#include "publish/journal.h"
#include "publish/rollback/prune.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish::switching {

/// Removes releases that no rollback needs any more, and those that were never finished. With the
/// lock held, after the publish of `live` and before pruneUndo(), whose records it reads. What
/// others put into a release after it was no longer live is carried into the live one first; what
/// has its name taken there stays. Folders that no publish of ours made are left alone.
Result<void> pruneReleases(const Workplace &place, const Journal &live,
                           const UndoLimits &limits = {});

/// Those, where the docroot is a link, and then the oldest of undo/.
Result<void> prune(const Workplace &place, const Journal &live);

} // namespace kakehashi::publish::switching
