#pragma once

#include "publish/journal.h"
#include "publish/switching/releasetree.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish::switching {

/// What makes a new release out of the one that is live: each of the three may only begin when the
/// one before is done. Nothing of it is visible.
struct ReleaseSteps
{
    Batch folders;       ///< parents first
    Batch files;         ///< links to what stays, whoever made it, and to what was staged
    Batch modes;         ///< of folders, last: some of them may not be written into
    QStringList carried; ///< what is nobody's but theirs
};

/// `ours`: what the list of published files will name. Conflict when the live release is no longer
/// as the journal says.
Result<ReleaseSteps> releaseSteps(const ControlFolder &control, const Journal &journal,
                                  const ReleaseTree &live, const QSet<QString> &ours);

/// Symbolic links in `live` that lead out of it by a relative path still do so from the new
/// release: those steps are changed. Asks nothing where both lie in the same folder.
Result<void> keepDirections(const Workplace &place, const Journal &journal, const ReleaseTree &live,
                            ReleaseSteps &steps);

/// Removes a release and all in it, as far as the server lets it.
Result<void> removeRelease(RemoteFiles &files, const QString &folder, const ReleaseTree &tree);

} // namespace kakehashi::publish::switching
