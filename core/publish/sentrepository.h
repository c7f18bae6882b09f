#pragma once

#include "base/result.h"
#include "base/ulid.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::publish {

/// Which revision of each page a target was last sent (table `page_sent`). What may go out is
/// another matter (Page::live): a rehearsal on staging sends, and approves nothing. On the
/// database's thread.
class SentRepository
{
public:
    explicit SentRepository(store::Database &database) : m_database(database) {}

    /// By page. Pages that are not there were not sent, or nobody knows of them any more.
    Result<QHash<Ulid, int>> revisions(const Ulid &target) const;

    /// The target shows exactly these now, and besides `kept`, as they were. One transaction.
    Result<void> note(const Ulid &target, const QHash<Ulid, int> &revisions, const QSet<Ulid> &kept,
                      const QDateTime &at);
    /// Something else was put there: what the target shows is not known page by page.
    Result<void> forget(const Ulid &target);

private:
    store::Database &m_database;
};

} // namespace kakehashi::publish
