#pragma once

#include "publish/connection/publishsession.h"
#include "publish/plan.h"

namespace kakehashi::publish {

/// What the server's manifest is to us: its head, and whether the rest may be believed.
struct Base
{
    ManifestHead head; ///< identifies what lies there, also when it is not ours or damaged
    Manifest manifest; ///< empty unless it is ours and whole
    Issues guards;
    Signature signature = Signature::None;
};

/// Fails with NewerVersion when this program is too old for what is there.
Result<Base> readBase(PublishSession &session, const RemoteState &state, const JobContext &context);

/// What identifies the state on the server even when its manifest cannot be read.
ManifestHead identityOf(const RemoteState &state, const QByteArray &key);

/// The whole plan, guards and estimate included.
Result<Plan> planFor(PublishSession &session, const RemoteState &state,
                     const render::OutputTree &tree, const PlanOptions &options,
                     const JobContext &context);

} // namespace kakehashi::publish
