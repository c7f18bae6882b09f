#include "publish/locking/lock.h"

#include "publish/locking/lockjudge.h"

#include <QCoreApplication>

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
    JudgedLock found;
    bool isStuck = false;
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
        const Result<JudgedLock> judged = judgePatiently(place, mine.transaction);
        if (!judged)
            return passOn(judged);
        found = *judged;
        if (found.gone)
            continue;
        const bool ended = dead.contains(found.note().transaction);
        const Result<LockState> state =
            ended ? Result<LockState>(LockState::Abandoned) : stateOf(place, found);
        if (!state)
            return passOn(state);
        if (*state == LockState::Gone)
            continue;
        if (*state == LockState::Alive)
            break;
        const auto taken =
            takeAway(place.files, place.control, found.bytes, mine.transaction, place.context);
        if (!taken)
            return passOn(taken);
        isStuck = !*taken && attempt + 1 == patience;
    }
    if (auto left = place.files.run({Operation::remove(lock.beatFile())}, place.context); !left)
        return passOn(left);
    return isStuck ? stuck(place.control.lock()) : heldBy(found, mine);
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
    if (const Batch sure = farewell(); !sure.isEmpty()) {
        const auto done = m_files->run(sure);
        if (!done)
            return false;
        if (done->first().ok() || done->first().status == Outcome::Status::Missing)
            return true;
    }
    return releaseIfOurs(); // by another name, where nothing may be removed
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
    if (!ours)
        return false;
    const auto done = m_files->run(farewell(), soon.context());
    return done && done->first().ok();
}

bool Lock::releaseIfOurs()
{
    const auto taken = takeAway(*m_files, m_control, m_mine.toBytes(), m_mine.transaction, {});
    if (!taken)
        return false;
    return !*taken || m_files->run({Operation::remove(beatFile())}).has_value();
}

} // namespace kakehashi::publish
