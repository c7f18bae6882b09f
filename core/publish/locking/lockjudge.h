#pragma once

#include "publish/locking/lock.h"

namespace kakehashi::publish {

/// Bytes that a lock may have.
constexpr qint64 noteBytes = 4096;

/// A lock that was found, and what the server's own clock says of its holder.
struct JudgedLock
{
    QByteArray bytes = {};
    qint64 age = 0;      ///< seconds since its holder's last sign of life
    qint64 now = 0;      ///< by the server's clock
    bool gone = false;   ///< it was given back just now
    bool future = false; ///< its times lie ahead of the server's clock, and say nothing
    FileInfo lock = {};
    FileInfo beat = {};

    LockNote note() const { return LockNote::fromBytes(bytes); }
};

QString beatPath(const ControlFolder &control, const QString &transaction);

/// A file written now tells the server's time; ours may be wrong by a year. `transaction` is a name
/// that nobody else uses.
Result<JudgedLock> judge(const Workplace &place, const QString &transaction);

/// The same; a lock that its maker has not filled yet gets the time for it.
Result<JudgedLock> judgePatiently(const Workplace &place, const QString &transaction);

enum class LockState {
    Abandoned, ///< its holder has been silent for long enough
    Alive,
    Gone, ///< given back meanwhile
};

/// Whether it may be taken over. Where the times say nothing, it is watched for as long.
Result<LockState> stateOf(const Workplace &place, const JudgedLock &found);

/// What becomes of it within the next seconds.
Result<LockState> watch(const Workplace &place, const JudgedLock &found, qint64 seconds);

/// Renames the lock away, which only one of several can do, and makes sure it was the judged one.
Result<bool> takeAway(RemoteFiles &files, const ControlFolder &control, const QByteArray &judged,
                      const QString &transaction, const JobContext &context);

/// `mine`: who asks. A lock of one's own is never told as somebody who is publishing.
tl::unexpected<Error> heldBy(const JudgedLock &found, const LockNote &mine);
tl::unexpected<Error> stuck(const QString &path); ///< it is nobody's and cannot be taken away

} // namespace kakehashi::publish
