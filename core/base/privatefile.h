#pragma once

#include "base/result.h"

namespace kakehashi {

/// Whose word counts on what the group may do.
enum class Sharing {
    AsItIs,  ///< a folder's own as well: somebody set it up for a team
    AsAbove, ///< the folder above alone: for what was made just now
};

/// Takes a file or folder of ours away from the machine's other accounts: 0600, or 0700 for a
/// folder, so that what lies in it need not be touched. Where the folder, or the one above, hands
/// its group down (setgid) or may be written by its group, as for a team that shares it, the group
/// keeps what it may do. On Windows access comes from the folder above, and nothing is done.
/// Nothing happens when it is missing.
Result<void> keepPrivate(const QString &path, Sharing sharing = Sharing::AsItIs);

} // namespace kakehashi
