#include "publish/locking/lockbreaking.h"

#include "base/ulid.h"
#include "publish/locking/lockjudge.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LockBreaking)
};

/// Times of the server, moved by how far its clock is off ours.
HeldLock heldLockOf(const JudgedLock &found, const QDateTime &now)
{
    const LockNote holder = found.note();
    HeldLock held{found.bytes, HeldLock::shown(holder.transaction), HeldLock::shown(holder.person),
                  HeldLock::shown(holder.machine)};
    held.lock = found.lock;
    held.beat = found.beat;
    if (found.future)
        return held;
    held.lastSign = now.addSecs(-found.age);
    if (found.lock.time <= found.now)
        held.begun = now.addSecs(found.lock.time - found.now);
    return held;
}

struct Scene
{
    Workplace place;
    QString name; ///< that nobody else uses
};

/// Nothing: no lock.
Result<std::optional<Scene>> sceneOf(PublishSession &session, const JobContext &context)
{
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    if (!state->control.isMade() || state->lock.isEmpty())
        return std::nullopt;
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    const PublishParams &params = session.params();
    return Scene{{(*open)->files(), state->control, context, params.timing},
                 Ulid::generate(*params.clock).toString()};
}

tl::unexpected<Error> showsLife(const HeldLock &held)
{
    return fail(ErrorCode::Locked,
                Text::tr("%1 is publishing: the lock was renewed just now, so it was not broken. "
                         "Wait until that publish is finished.")
                    .arg(held.owner()));
}

tl::unexpected<Error> isAnother(const HeldLock &seen, const HeldLock &now)
{
    return fail(ErrorCode::Locked, Text::tr("The lock of %1 is gone, and %2 has one now. Nothing "
                                            "was broken; look again who is publishing.")
                                       .arg(seen.owner(), now.owner()));
}

/// Somebody else was quicker, or nobody may.
Result<void> notTaken(const Scene &scene, const HeldLock &seen)
{
    const QString path = scene.place.control.lock();
    const auto read = scene.place.files.run({Operation::read(path, noteBytes)});
    if (!read)
        return passOn(read);
    return read->first().bytes == seen.bytes ? Result<void>(stuck(path)) : Result<void>();
}

} // namespace

Result<std::optional<HeldLock>> findLock(PublishSession &session, const JobContext &context)
{
    if (session.trace().isClaimed())
        return std::nullopt;
    const auto scene = sceneOf(session, context);
    if (!scene)
        return passOn(scene);
    if (!*scene)
        return std::nullopt;
    const auto found = judgePatiently((*scene)->place, (*scene)->name);
    if (!found)
        return passOn(found);
    if (found->gone || found->note().transaction.isEmpty())
        return std::nullopt;
    return heldLockOf(*found, session.params().clock->now());
}

/// Its owner asks whether it still has the lock before it goes on, once its own last sign is older
/// than half the time after which locks are given up. So that is the least to wait for; what was on
/// its way by then gets some time to arrive.
Result<void> breakLock(PublishSession &session, const HeldLock &seen, const JobContext &context)
{
    const auto scene = sceneOf(session, context);
    if (!scene)
        return passOn(scene);
    if (!*scene)
        return {};
    const Workplace &place = (*scene)->place;
    const auto found = judge(place, (*scene)->name);
    if (!found)
        return passOn(found);
    if (found->gone)
        return {};
    if (found->bytes != seen.bytes)
        return isAnother(seen, heldLockOf(*found, session.params().clock->now()));
    if (!found->lock.looksLike(seen.lock) || !found->beat.looksLike(seen.beat))
        return showsLife(seen);
    const auto state = watch(place, *found, Lock::breakSeconds - found->age);
    if (!state)
        return passOn(state);
    if (*state == LockState::Gone)
        return {};
    if (*state == LockState::Alive)
        return showsLife(seen);
    const auto taken = takeAway(place.files, place.control, seen.bytes, (*scene)->name, context);
    if (!taken)
        return passOn(taken);
    if (!*taken)
        return notTaken(**scene, seen);
    const QString beat = beatPath(place.control, found->note().transaction);
    const auto left = place.files.run({Operation::remove(beat)}, context);
    return left ? Result<void>() : passOn(left);
}

} // namespace kakehashi::publish
