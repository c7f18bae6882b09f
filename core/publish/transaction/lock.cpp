#include "publish/transaction/lock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Lock)
};

constexpr qint64 noteBytes = 4096;

QString beatPath(const ControlFolder &control, const QString &transaction)
{
    return ControlFolder::join(control.path, QStringLiteral("beat.") + transaction);
}

tl::unexpected<Error> heldBy(const LockNote &holder, qint64 ageSeconds)
{
    const QString person = holder.person.isEmpty() ? Text::tr("Somebody") : holder.person;
    return fail(
        ErrorCode::Locked,
        Text::tr("%1 is publishing this site from %2 right now. Wait until that is "
                 "finished, then plan again.")
            .arg(person, holder.machine.isEmpty() ? Text::tr("another machine") : holder.machine),
        QStringLiteral("age %1 s, transaction %2").arg(ageSeconds).arg(holder.transaction));
}

struct Found
{
    QByteArray bytes = {};
    qint64 age = 0;    ///< seconds since its holder's last sign of life, by the server's clock
    bool gone = false; ///< it was given back just now
};

/// A file written now tells the server's time; ours may be wrong by a year.
Result<Found> judge(const Workplace &place, const QString &transaction)
{
    const auto read =
        place.files.run({Operation::read(place.control.lock(), noteBytes)}, place.context);
    if (!read)
        return passOn(read);
    Found found{.bytes = read->first().bytes};
    const LockNote holder = LockNote::fromBytes(found.bytes);
    const QString probe =
        ControlFolder::join(place.control.path, QStringLiteral("clock.") + transaction);
    const auto wrote = runAll(
        place.files, {Operation::write(probe, "?", Operation::Create::Truncate)}, place.context);
    if (!wrote)
        return passOn(wrote);
    const auto looked =
        place.files.run({Operation::look(probe), Operation::look(place.control.lock()),
                         Operation::look(beatPath(place.control, holder.transaction))},
                        place.context);
    if (!looked)
        return passOn(looked);
    if (auto left = place.files.run({Operation::remove(probe)}, place.context); !left)
        return passOn(left);
    if (looked->at(1).info.isMissing())
        return Found{.gone = true};
    const qint64 sign = std::max(looked->at(1).info.time, looked->at(2).info.time);
    found.age = looked->at(0).info.time - sign;
    return found;
}

/// Renames the lock away, which only one of several can do, and makes sure it was the judged one.
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

/// Who made a lock and was cut off before filling it left one that says nobody. Nobody can tell
/// whether its maker lives, but one that does fills it within a round trip.
bool isUnfilled(const Found &found)
{
    return !found.gone && LockNote::fromBytes(found.bytes).transaction.isEmpty();
}

/// Cancels its token when its time is over.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds limit)
        : m_thread([this, limit] {
            std::unique_lock waiting(m_mutex);
            if (!m_ended.wait_for(waiting, limit, [this] { return m_isOver; }))
                m_token.cancel();
        })
    {}
    ~Deadline()
    {
        {
            const std::lock_guard ending(m_mutex);
            m_isOver = true;
        }
        m_ended.notify_one();
        m_thread.join();
    }
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    JobContext context() const { return {m_token, {}}; }

private:
    CancelToken m_token;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isOver = false;
    std::thread m_thread;
};

Operation lockFile(const ControlFolder &control, const LockNote &note)
{
    Operation made = Operation::write(control.lock(), note.toBytes());
    made.mode = 0600;
    return made;
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

Lock::Lock(const Workplace &place, LockNote mine)
    : m_files(&place.files)
    , m_control(place.control)
    , m_mine(std::move(mine))
    , m_timing(place.timing)
{
    noteBeat();
}

Result<Lock> Lock::acquire(const Workplace &place, const LockNote &mine, const QStringList &dead,
                           const Batch &along, Outcomes *alongOutcomes, qsizetype before)
{
    Lock lock(place, mine); // the lease counts from before the request
    const Operation make = lockFile(place.control, mine);
    const Batch first = along.mid(0, before) + Batch{make} + along.mid(before);
    constexpr int patience = 3; // the holder may give it back just while we judge
    Found found;
    for (int attempt = 0; attempt < patience; ++attempt) {
        lock.noteBeat();
        if (attempt == 0 && !along.isEmpty()) // which may be much to send
            place.files.setMeanwhile(lock.heartbeat());
        const auto made = place.files.run(attempt == 0 ? first : Batch{make}, place.context);
        place.files.setMeanwhile({});
        if (!made && made.error().code == ErrorCode::Cancelled)
            lock.releaseSoon(); // it may have been made before the rest was cancelled
        if (!made)
            return passOn(made);
        if (attempt == 0 && alongOutcomes)
            *alongOutcomes = made->mid(0, before) + made->mid(before + 1);
        const Outcome &lockMade = made->at(attempt == 0 ? before : 0);
        lock.m_wasFree = attempt == 0;
        if (lockMade.ok())
            return lock;
        if (lockMade.status != Outcome::Status::Exists)
            return outcomeError(make, lockMade);
        Result<Found> judged = judge(place, mine.transaction);
        for (int waited = 0;
             judged && isUnfilled(*judged) && judged->age <= beatSeconds && waited <= beatSeconds &&
             place.timing.wait(std::chrono::seconds(1), place.context.cancel);
             ++waited)
            judged = judge(place, mine.transaction);
        if (!judged)
            return passOn(judged);
        found = *judged;
        if (found.gone)
            continue;
        const bool ended = dead.contains(LockNote::fromBytes(found.bytes).transaction);
        const int limit = isUnfilled(found) ? beatSeconds : staleSeconds;
        if (!ended && found.age <= limit)
            break;
        const auto taken =
            takeAway(place.files, place.control, found.bytes, mine.transaction, place.context);
        if (!taken)
            return passOn(taken);
    }
    if (auto left = place.files.run({Operation::remove(lock.beatFile())}, place.context); !left)
        return passOn(left);
    return heldBy(LockNote::fromBytes(found.bytes), found.age);
}

QString Lock::beatFile() const
{
    return beatPath(m_control, m_mine.transaction);
}

Lock::Beat Lock::now() const
{
    return {m_timing.now(), QDateTime::currentDateTimeUtc()};
}

qint64 Lock::secondsSince(const Beat &beat) const
{
    const qint64 awake = (m_timing.now() - beat.steady).count() / 1000;
    return std::max(awake, std::abs(beat.wall.secsTo(QDateTime::currentDateTimeUtc())));
}

qint64 Lock::secondsSinceBeat() const
{
    return secondsSince(m_beat);
}

void Lock::noteBeat()
{
    m_beat = now();
}

Meanwhile Lock::heartbeat()
{
    m_asked = m_beat;
    m_isAsked = false;
    const auto due = [this]() -> std::optional<Operation> {
        if (m_isAsked || secondsSince(m_asked) < beatSeconds)
            return std::nullopt;
        m_isAsked = true;
        m_asked = now();
        return beatOperation();
    };
    const auto done = [this](const Outcome &outcome) {
        m_isAsked = false;
        // After a long sleep somebody may have taken over; that is found out by beat().
        const qint64 gap = m_beat.wall.secsTo(m_asked.wall);
        const qint64 awake = (m_asked.steady - m_beat.steady).count() / 1000;
        if (outcome.ok() && std::max(awake, std::abs(gap)) < staleSeconds / 2)
            m_beat = m_asked;
    };
    return {due, done};
}

Operation Lock::beatOperation() const
{
    return Operation::write(beatFile(), "beat\n", Operation::Create::Truncate);
}

Result<void> Lock::beat()
{
    if (secondsSinceBeat() < beatSeconds)
        return {};
    // Who slept past the limit must not look alive again before it knows that the lock is its own.
    if (secondsSinceBeat() >= staleSeconds / 2) {
        const auto read = m_files->run({Operation::read(m_control.lock(), noteBytes)});
        if (!read)
            return passOn(read);
        if (read->first().bytes != m_mine.toBytes())
            return fail(ErrorCode::Conflict,
                        Text::tr("While this machine was asleep, somebody else took over "
                                 "publishing. Plan the publish again."));
    }
    const Beat before = m_beat;
    noteBeat();
    const auto wrote = runAll(*m_files, {beatOperation()});
    if (!wrote) {
        m_beat = before;
        return passOn(wrote);
    }
    return {};
}

Result<void> Lock::mayGoOn(const ManifestHead &base)
{
    if (secondsSinceBeat() < staleSeconds / 3)
        return {};
    const auto read = m_files->run({Operation::read(m_control.lock(), noteBytes),
                                    Operation::read(m_control.manifest(), headBytes)});
    if (!read)
        return passOn(read);
    const QByteArray &start = read->last().bytes;
    const auto head =
        start.isEmpty() ? Result<ManifestHead>(ManifestHead{}) : manifestHead(start, {});
    const bool ours = read->first().bytes == m_mine.toBytes();
    if (!ours || (head && !head->sameState(base)))
        return fail(ErrorCode::Conflict,
                    Text::tr("Somebody else published in the meantime. Nothing more was changed; "
                             "plan the publish again."));
    return {};
}

Result<bool> Lock::isStillOurs()
{
    const auto read = m_files->run({Operation::read(m_control.lock(), noteBytes)});
    if (!read)
        return passOn(read);
    return read->first().bytes == m_mine.toBytes();
}

bool Lock::hasOldBeat() const
{
    return secondsSinceBeat() >= staleSeconds / 3;
}

Batch Lock::farewell() const
{
    if (hasOldBeat())
        return {};
    return {Operation::remove(m_control.lock()), Operation::remove(beatFile())};
}

bool Lock::release()
{
    if (m_isReleased)
        return true;
    if (const Batch sure = farewell(); !sure.isEmpty())
        return m_files->run(sure).has_value();
    return releaseIfOurs();
}

bool Lock::releaseSoon()
{
    if (m_isReleased)
        return true;
    if (hasOldBeat()) // looking whose it is takes longer
        return false;
    const Deadline soon(std::chrono::milliseconds(80));
    const auto read = m_files->run({Operation::read(m_control.lock(), noteBytes)}, soon.context());
    const bool ours = read && read->first().bytes == m_mine.toBytes();
    return ours && m_files->run(farewell(), soon.context()).has_value();
}

bool Lock::releaseIfOurs()
{
    const auto taken = takeAway(*m_files, m_control, m_mine.toBytes(), m_mine.transaction, {});
    if (!taken)
        return false;
    return !*taken || m_files->run({Operation::remove(beatFile())}).has_value();
}

} // namespace kakehashi::publish
