#pragma once

#include "publish/connection/publishsession.h"
#include "publish/locking/heldlock.h"

#include <optional>

namespace kakehashi::publish {

/// The lock on the server, with its owner. Nothing: it is free, says nobody (then it is taken over
/// by itself), or is that of another process of this machine.
Result<std::optional<HeldLock>> findLock(PublishSession &session, const JobContext &context);

/// Takes the lock away that a person has seen and named, so that the next publish need not wait
/// until it counts as given up. It is read again before that: Locked when it is another one by now,
/// or when its owner shows life meanwhile; both are told. A record of a publish that was cut off
/// stays where it is, and so does what was sent: the next publish ends the one and uses the other.
Result<void> breakLock(PublishSession &session, const HeldLock &seen, const JobContext &context);

} // namespace kakehashi::publish
