#pragma once

#include "base/result.h"
#include "check/outside/linkprober.h"

namespace kakehashi::store {
class Database;
}

namespace kakehashi::check {

/// The latest answer of an address, and for how long it has been failing.
struct OutsideState
{
    LinkAnswer answer;
    int failures = 0;       ///< in a row
    QDateTime failingSince; ///< UTC; invalid: it is good
};

/// What addresses outside the site answered (table `outside_link`). On the database's thread.
class OutsideLinkRepository
{
public:
    explicit OutsideLinkRepository(store::Database &database) : m_database(database) {}

    Result<void> note(const LinkAnswer &answer);
    Result<QHash<QString, OutsideState>> all() const; ///< by address

private:
    store::Database &m_database;
};

} // namespace kakehashi::check
