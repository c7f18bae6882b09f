#pragma once

#include "base/result.h"
#include "check/gate/exception.h"

#include <QList>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::check {

/// The exceptions of one site (table `check_exception`). On the database's thread. Nothing is ever
/// deleted.
class ExceptionRepository
{
public:
    explicit ExceptionRepository(store::Database &database) : m_database(database) {}

    /// All or none. Invalid without a reason or an author.
    Result<void> add(const QList<Exception> &exceptions);
    Result<QList<Exception>> holding() const; ///< not revoked, oldest first
    Result<QList<Exception>> all() const;     ///< newest first
    /// NotFound when there is none that holds.
    Result<void> revoke(const Ulid &id, const QString &author, const QDateTime &at);

private:
    store::Database &m_database;
};

} // namespace kakehashi::check
