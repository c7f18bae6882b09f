#include "publish/locking/lockjudge.h"

#include "base/visibletext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Lock)
};

constexpr qint64 longestName = 100; ///< of a person or machine, in a sentence

/// Who made a lock and was cut off before filling it left one that says nobody. Nobody can tell
/// whether its maker lives, but one that does fills it within a round trip.
bool isUnfilled(const JudgedLock &found)
{
    return !found.gone && found.note().transaction.isEmpty();
}

QString personOf(const LockNote &holder)
{
    return holder.person.isEmpty() ? Text::tr("Somebody") : visible(holder.person, longestName);
}

QString machineOf(const LockNote &holder)
{
    return holder.machine.isEmpty() ? Text::tr("another machine")
                                    : visible(holder.machine, longestName);
}

} // namespace

QByteArray LockNote::toBytes() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("transaction"), transaction},
                                     {QStringLiteral("person"), person},
                                     {QStringLiteral("machine"), machine}})
        .toJson(QJsonDocument::Compact);
}

LockNote LockNote::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    // The transaction becomes part of a file name.
    QString transaction = object.value(QLatin1String("transaction")).toString();
    const auto strange = [](QChar letter) { return !letter.isLetterOrNumber(); };
    transaction.removeIf(strange);
    return {transaction, object.value(QLatin1String("person")).toString(),
            object.value(QLatin1String("machine")).toString()};
}

QString beatPath(const ControlFolder &control, const QString &transaction)
{
    return ControlFolder::join(control.path, QStringLiteral("beat.") + transaction);
}

Result<JudgedLock> judge(const Workplace &place, const QString &transaction)
{
    const auto read =
        place.files.run({Operation::read(place.control.lock(), noteBytes)}, place.context);
    if (!read)
        return passOn(read);
    JudgedLock found{.bytes = read->first().bytes};
    const QString probe =
        ControlFolder::join(place.control.path, QStringLiteral("clock.") + transaction);
    const auto wrote = runAll(
        place.files, {Operation::write(probe, "?", Operation::Create::Truncate)}, place.context);
    if (!wrote)
        return passOn(wrote);
    const auto looked =
        place.files.run({Operation::look(probe), Operation::look(place.control.lock()),
                         Operation::look(beatPath(place.control, found.note().transaction))},
                        place.context);
    if (!looked)
        return passOn(looked);
    if (auto left = place.files.run({Operation::remove(probe)}, place.context); !left)
        return passOn(left);
    if (looked->at(1).info.isMissing())
        return JudgedLock{.gone = true};
    constexpr qint64 skew = 10; // seconds: it may have been renewed since the probe was written
    const qint64 now = found.now = looked->at(0).info.time;
    found.lock = looked->at(1).info;
    found.beat = looked->at(2).info;
    qint64 sign = std::numeric_limits<qint64>::min();
    for (const FileInfo &file : {found.lock, found.beat}) {
        if (!file.isMissing() && file.time <= now + skew)
            sign = std::max(sign, file.time);
    }
    found.future = sign == std::numeric_limits<qint64>::min();
    found.age = found.future ? 0 : now - sign;
    return found;
}

Result<JudgedLock> judgePatiently(const Workplace &place, const QString &transaction)
{
    Result<JudgedLock> judged = judge(place, transaction);
    for (int waited = 0; judged && isUnfilled(*judged) && judged->age <= Lock::beatSeconds &&
                         waited <= Lock::beatSeconds &&
                         place.timing.wait(std::chrono::seconds(1), place.context.cancel);
         ++waited)
        judged = judge(place, transaction);
    return judged;
}

Result<LockState> stateOf(const Workplace &place, const JudgedLock &found)
{
    const qint64 limit = isUnfilled(found) ? Lock::beatSeconds : Lock::staleSeconds;
    if (found.future)
        return watch(place, found, limit);
    return found.age > limit ? LockState::Abandoned : LockState::Alive;
}

Result<LockState> watch(const Workplace &place, const JudgedLock &found, qint64 seconds)
{
    constexpr qint64 step = 3;
    const LockNote holder = found.note();
    for (qint64 waited = 0; waited < seconds; waited += step) {
        Progress now;
        now.phase = Text::tr("Watching whether %1 is still publishing").arg(personOf(holder));
        now.done = waited;
        now.total = seconds;
        place.context.report(now);
        if (!place.timing.wait(std::chrono::seconds(step), place.context.cancel))
            return cancelled();
        const auto looked =
            place.files.run({Operation::look(place.control.lock()),
                             Operation::look(beatPath(place.control, holder.transaction))},
                            place.context);
        if (!looked)
            return passOn(looked);
        if (looked->at(0).ok() && looked->at(0).info.isMissing())
            return LockState::Gone;
        if (!looked->at(0).info.looksLike(found.lock) || !looked->at(1).info.looksLike(found.beat))
            return LockState::Alive;
    }
    return LockState::Abandoned;
}

Result<bool> takeAway(RemoteFiles &files, const ControlFolder &control, const QByteArray &judged,
                      const QString &transaction, const JobContext &context)
{
    const QString aside =
        ControlFolder::join(control.path, QStringLiteral("lock.stale.") + transaction);
    const auto moved = files.run({Operation::move(control.lock(), aside)}, context);
    if (!moved)
        return passOn(moved);
    if (!moved->first().ok())
        return false;
    const auto read = files.run({Operation::read(aside, noteBytes)}, context);
    if (!read)
        return passOn(read);
    const bool same = read->first().bytes == judged;
    const auto settled = files.run(
        {same ? Operation::remove(aside) : Operation::move(aside, control.lock())}, context);
    if (!settled)
        return passOn(settled);
    return same;
}

tl::unexpected<Error> heldBy(const JudgedLock &found, const LockNote &mine)
{
    const LockNote holder = found.note();
    const int age = static_cast<int>(std::max<qint64>(0, found.age));
    // This machine's other processes were asked before, so it is most likely what one of them left.
    const bool isOwn = holder.person == mine.person && holder.machine == mine.machine;
    const QString text =
        isOwn ? Text::tr("A publish from this computer (%1) left its lock on the server, or is "
                         "under way from another copy of the site (last sign of life %n s ago). "
                         "Publish again in two minutes: if nothing moves until then, the lock is "
                         "taken over.",
                         nullptr, age)
                    .arg(personOf(holder))
              : Text::tr("%1 is publishing this site from %2 right now (last sign of life %n s "
                         "ago). Wait until that is finished, then plan again.",
                         nullptr, age)
                    .arg(personOf(holder), machineOf(holder));
    return fail(ErrorCode::Locked, text,
                QStringLiteral("age %1 s, transaction %2")
                    .arg(found.age)
                    .arg(visible(holder.transaction, longestName)));
}

tl::unexpected<Error> stuck(const QString &path)
{
    return fail(ErrorCode::Locked,
                Text::tr("The lock of a publish that has ended is still on the server, and the "
                         "server does not let it be removed. Ask its administrator to remove %1, "
                         "and to let this account remove files.")
                    .arg(path));
}

} // namespace kakehashi::publish
