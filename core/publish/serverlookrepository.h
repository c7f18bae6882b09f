#pragma once

#include "base/result.h"
#include "base/ulid.h"

#include <QDateTime>

#include <optional>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::publish {

/// The last time that somebody connected to a target to see whether it stands as it was left.
struct ServerLook
{
    QDateTime at; ///< UTC
    /// What a person has to hear of, such as that the server went back to a former state; empty:
    /// nothing.
    QString problem = {};
    QDateTime scheduled = {}; ///< when a scheduler last looked by itself, UTC; invalid: never
};

/// Table `server_look`. On the database's thread.
class ServerLookRepository
{
public:
    explicit ServerLookRepository(store::Database &database) : m_database(database) {}

    Result<std::optional<ServerLook>> last(const Ulid &target) const;
    /// Replaces what was seen last.
    Result<void> note(const Ulid &target, const QDateTime &at, const QString &problem = {});
    Result<void> noteScheduled(const Ulid &target, const QDateTime &at);

private:
    store::Database &m_database;
};

} // namespace kakehashi::publish
