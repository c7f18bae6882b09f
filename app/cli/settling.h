#pragma once

#include "deliveryverb.h"

namespace kakehashi::cli {

/// Puts the publish that an earlier run was cut off in into the history, when it is among `heads`:
/// those of what is or was live on the server, once planning or resuming has settled it.
Result<bool> settleEarlier(Delivery &delivery, const QList<publish::ManifestHead> &heads);

/// The same once resuming has ended it; asks the server what it holds.
Result<void> noteResumed(Delivery &delivery, const JobContext &job);

} // namespace kakehashi::cli
