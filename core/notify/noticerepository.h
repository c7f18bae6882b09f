#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/ulid.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::notify {

/// Addresses that search engines are still to be told of, by the publish that changed them.
struct Batch
{
    Ulid id;
    Ulid publish; ///< in the history
    QDateTime at; ///< UTC
    QStringList urls;
};

/// What came of telling them; the record of a publish.
struct Notice
{
    Ulid publish = {}; ///< null: all that were waiting together
    QDateTime at = {}; ///< UTC
    int told = 0;      ///< addresses that were received
    int waiting = 0;   ///< that are still to be sent
    int status = 0;    ///< of HTTP; 0 with a problem: no answer
    QString problem = {};

    /// Status 429: when they want to hear of us again; invalid: they did not say. Kept in
    /// `problem`.
    QDateTime notBefore() const;
    void setNotBefore(const QDateTime &time);
};

/// The outbox and the record (tables `notice_outbox`, `notice`). On the database's thread.
class NoticeRepository
{
public:
    explicit NoticeRepository(store::Database &database, const Clock &clock = Clock::system())
        : m_database(database), m_clock(clock)
    {}

    Result<void> putOut(const Ulid &publish, const QStringList &urls);
    Result<QList<Batch>> waiting() const; ///< oldest first
    /// Takes `told` out of the outbox and notes for each publish what came of it.
    Result<void> settle(const QList<Batch> &batches, const QStringList &told,
                        const Notice &outcome);
    Result<std::optional<Notice>> latestOf(const Ulid &publish) const;
    Result<std::optional<Notice>> latest() const;

private:
    Result<void> note(const Notice &notice);

    store::Database &m_database;
    const Clock &m_clock;
};

} // namespace kakehashi::notify
