#pragma once

#include "publish/plan.h"
#include "publish/publisher.h"
#include "publish/transaction/staging.h"

namespace kakehashi::publish::switching {

/// Going back to an earlier publish: what its release still holds is linked into stage/, where the
/// staging finds it and need not send it. Only what is still as that publish left it; the rest
/// is sent. `plan.again` names the publish, and this machine's notes what it put there.
Result<void> stageFromRelease(const Workplace &place, const PublishParams &who, const Plan &plan,
                              const Staging &staging);

} // namespace kakehashi::publish::switching
