#pragma once

#include "publish/publisher.h"

#include <QHash>

namespace kakehashi::ui {

class Session;

// What a publish is sending, noted on this machine before it begins: when the program dies and the
// publish is finished later, its pages count as published and the history has it all the same.

/// `revisions` are those of the pages whose new texts go out. Any thread.
Result<void> noteSending(const publish::PublishParams &params, const publish::Plan &plan,
                         const QHash<Ulid, int> &revisions);

/// After a cut-off publish was settled: `heads` are of what is or was live on the server. Whether
/// the noted publish is among them; then its pages are live now and it is in the history. Forgets
/// the note. False, too, when nothing was noted.
Result<bool> settleSending(Session &session, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads);

/// The publish came to its end, or never touched the site.
void forgetSending(Session &session, const publish::Target &target);

} // namespace kakehashi::ui
