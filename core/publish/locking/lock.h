#pragma once

#include "publish/manifest.h"
#include "publish/transaction/workplace.h"

#include <QDateTime>

#include <chrono>

namespace kakehashi::publish {

/// Who holds the lock, for the sentence that the other person reads.
struct LockNote
{
    QString transaction;
    QString person;
    QString machine;

    QByteArray toBytes() const;
    static LockNote fromBytes(const QByteArray &bytes); ///< empty fields when unreadable
};

/// One publisher at a time (publishing.md 4C): a file made exclusively, kept fresh by rewriting a
/// second one, and taken over when it is old by the server's own clock. Its holder may have been
/// asleep meanwhile, so before anything becomes visible it asks mayGoOn().
class Lock
{
public:
    static constexpr int beatSeconds = 15;
    static constexpr int staleSeconds = 90;
    /// Of silence, before a person may have it broken; see breakLock().
    static constexpr int breakSeconds = 60;

    /// Fails with Locked, naming who publishes. `dead` are transactions of which this
    /// machine knows that their process ended; their lock is taken over at once. `along` is
    /// done in the same flight, the first `before` of it ahead of the lock (it may make the folder
    /// that the lock lies in); its outcomes are for the caller to judge.
    static Result<Lock> acquire(const Workplace &place, const LockNote &mine,
                                const QStringList &dead, const Batch &along = {},
                                Outcomes *alongOutcomes = nullptr, qsizetype before = 0);

    Lock(Lock &&) = default;
    Lock &operator=(Lock &&) = default;

    /// Made at the first request: nobody held it when what was sent along was done.
    bool wasFree() const { return m_wasFree; }
    const QString &transaction() const { return m_mine.transaction; }

    /// Renews it when that is due. Call between batches.
    Result<void> beat();

    /// Renews it while a long batch is under way; to be taken out of the files before the lock
    /// goes.
    Meanwhile heartbeat();

    /// Conflict when somebody took over, or when the server's manifest is no longer `base`. Asks
    /// the server only when the last renewal is old enough that somebody could have.
    Result<void> mayGoOn(const ManifestHead &base);

    /// Whether it is still ours, by asking; for who may not rely on how long ago it was renewed.
    Result<bool> isStillOurs();

    /// What gives it back, to be sent along with the last step; empty when somebody could have
    /// taken it over and it must be looked at first. Say released() when it was done.
    Batch farewell() const;
    void released() { m_isReleased = true; }

    /// Gives it back, if it is still ours. False: it could not be reached and becomes old by
    /// itself.
    bool release();

    /// As release(), but within the moment that a person waits who pressed Cancel: the line may be
    /// dead. What stays behind becomes old, and this machine knows that it is its own.
    bool releaseSoon();

private:
    Lock(const Workplace &place, LockNote mine);
    bool releaseIfOurs();
    bool hasOldBeat() const; ///< somebody could have taken it over
    QString beatFile() const;
    Operation beatOperation() const;
    qint64 secondsSinceBeat() const;
    void noteBeat();

    RemoteFiles *m_files;
    ControlFolder m_control;
    LockNote m_mine;
    bool m_isReleased = false;
    bool m_wasFree = false;
    // Two clocks: the steady one may stand still while the machine sleeps, the other may be set.
    struct Beat
    {
        std::chrono::milliseconds steady{0};
        QDateTime wall;
    };
    qint64 secondsSince(const Beat &beat) const;
    Beat now() const;

    Timing m_timing;
    Beat m_beat;  ///< the last that is known to have come in time
    Beat m_asked; ///< the last that was sent in the middle of a batch
    bool m_isAsked = false;
};

} // namespace kakehashi::publish
