#pragma once

#include "publish/connection/publishsession.h"

namespace kakehashi::publish {

/// The hashes in `wanted` of files in use that `have` does not hold.
QSet<Sha256> missingIn(const Manifest &wanted, const render::ByteSource &have);

/// See Publisher::fetchMissing().
Result<void> fetchFromServer(PublishSession &session, const Manifest &wanted,
                             const render::ByteSource &have, render::OutputSink &store,
                             const JobContext &context);

} // namespace kakehashi::publish
