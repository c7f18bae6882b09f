#pragma once

#include "publish/connection/publishsession.h"
#include "publish/planning/planwork.h"

/// A docroot that was published to in the other way before.
namespace kakehashi::publish::switching {

/// By link, and nothing was published so yet: the list that files in place left behind says what
/// in the docroot is ours. Empty when there is none that may be believed.
Result<Manifest> formerList(PublishSession &session, const RemoteState &state,
                            const JobContext &context);

/// In place, through a link that publishes from elsewhere switch: refused, because neither would
/// know of the other.
Result<void> refuseIfSwitched(PublishSession &session, const RemoteState &state,
                              const JobContext &context);

} // namespace kakehashi::publish::switching
