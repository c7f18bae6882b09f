#pragma once

#include "publish/connection/publishsession.h"

namespace kakehashi::publish {

/// What differs from the manifest: sizes and times from listings, contents by reading them (only
/// that proves anything, an intruder can set times). What is
/// not ours is Unknown: files in folders of ours one by one, other folders as a whole. Fails with
/// NotFound when nothing of this site was published there.
Result<QList<Drift>> findDrift(PublishSession &session, Publisher::Level level,
                               const JobContext &context);

/// The live manifest, from the cache of this machine where that is the same.
Result<Manifest> liveManifest(PublishSession &session, const JobContext &context);

/// See Publisher::read().
Result<QByteArray> readPublishedFile(PublishSession &session, const QString &path, qint64 maxBytes,
                                     const JobContext &context);

/// The manifests on the server, newest first: the live one and those that undo/ keeps.
Result<QList<Manifest>> keptManifests(PublishSession &session, const JobContext &context);

} // namespace kakehashi::publish
