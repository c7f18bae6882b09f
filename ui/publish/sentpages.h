#pragma once

#include "base/result.h"
#include "base/ulid.h"
#include "publish/target.h"

#include <QHash>

namespace kakehashi::ui {

class Session;

// Which revisions a publish is sending, noted on this machine before it begins: when the program
// dies and the publish is finished later, its pages count as published all the same.

Result<void> noteSending(Session &session, const publish::Target &target,
                         const QHash<Ulid, int> &revisions);
/// The cut-off publish was finished: its pages are live now. No error when nothing was noted.
Result<void> takeSent(Session &session, const publish::Target &target);
void forgetSending(Session &session, const publish::Target &target);

} // namespace kakehashi::ui
