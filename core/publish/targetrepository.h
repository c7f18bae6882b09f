#pragma once

#include "base/result.h"
#include "publish/target.h"

#include <QList>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::publish {

/// The site's targets (table `target`). On the database's thread.
class TargetRepository
{
public:
    explicit TargetRepository(store::Database &database) : m_database(database) {}

    Result<QList<Target>> all() const; ///< in the order in which they were added
    Result<Target> byName(const QString &name) const;
    /// Adds when the id is null (and returns the new id), else updates. Fails with Invalid (naming
    /// the field) or AlreadyExists (the name).
    /// A new target without a colour gets one that no other target has, as long as there is one:
    /// who mistakes production for staging does harm.
    Result<Ulid> save(Target target);
    Result<void> remove(const Ulid &id);

    Result<QString> freeColor() const; ///< the first that no target has, or just the first

private:
    store::Database &m_database;
};

/// What must hold of every target, as sentences for a form; empty when it is fine.
QString targetProblem(const Target &target);

} // namespace kakehashi::publish
