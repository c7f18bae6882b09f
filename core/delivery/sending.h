#pragma once

#include "delivery/records.h"

namespace kakehashi::delivery {

// What a publish is sending, noted on this machine before it begins: when the program dies and the
// publish is finished later, its pages count as published, the history has it, and search engines
// hear of it all the same.

/// Any thread.
Result<void> noteSending(const publish::PublishParams &params, const publish::Plan &plan,
                         const Sent &sent);

/// Whether something is noted that is not settled yet.
bool isSendingNoted(const QString &journalFolder, const publish::Target &target);

/// What becomes of the note when its publish is not among the states that were looked at: they are
/// all there are, or only some.
enum class WhenAbsent { Forget, Keep };

/// After a cut-off publish was settled: `heads` are of what is or was live on the server. Whether
/// the noted publish is among them; then it is written down as any other. Forgets the note, unless
/// writing down failed. False, too, when nothing was noted.
Result<bool> settleSending(const Records &records, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads,
                           WhenAbsent whenAbsent = WhenAbsent::Forget);

/// The publish came to its end, or never touched the site.
void forgetSending(const QString &journalFolder, const publish::Target &target);

} // namespace kakehashi::delivery
