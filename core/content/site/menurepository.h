#pragma once

#include "content/site/site.h"
#include "store/database.h"

namespace kakehashi::content {

/// The menus "main", "utility" and "footer". The thread of the database.
class MenuRepository
{
public:
    explicit MenuRepository(store::Database &database, store::ChangeHook changed = {});

    Result<QList<MenuItem>> list() const; ///< all menus; siblings by position
    Result<QList<MenuItem>> items(const QString &menu) const;

    /// Puts these items in the place of the menu's. Items without an id get one; positions follow
    /// the list. Invalid for an empty label, a target UrlPolicy refuses, or a parent not in it.
    Result<void> replace(const QString &menu, QList<MenuItem> items);

private:
    store::Database &m_database;
    store::ChangeHook m_changed;
};

} // namespace kakehashi::content
