#pragma once

#include "content/site/site.h"
#include "store/database.h"

namespace kakehashi::content {

/// Old addresses and where they lead. The thread of the database.
class RedirectRepository
{
public:
    explicit RedirectRepository(store::Database &database, store::ChangeHook changed = {});

    Result<QList<Redirect>> list() const; ///< sorted by `from`

    /// Adds, or changes the one of this id or this `from`. Invalid for an address that does not
    /// start with "/", one that leads to itself, or a status other than 301, 302, 307, 308, 410.
    Result<Redirect> save(Redirect redirect);
    Result<void> remove(const Ulid &id);

private:
    store::Database &m_database;
    store::ChangeHook m_changed;
};

} // namespace kakehashi::content
