#pragma once

#include "content/page/page.h"
#include "store/database.h"

namespace kakehashi::content {

/// Where the addresses of trashed pages lead, and how the redirects were before, so that a page
/// that comes back finds them as they were. The thread of the database; part of the caller's
/// transaction.
class TrashRedirects
{
public:
    explicit TrashRedirects(store::Database &database) : m_database(database) {}

    /// The page's address leads to `target` (a path of the site or an absolute URL) from now on,
    /// and so does every redirect that led to it. Invalid for a target that is none, or the page.
    Result<void> lead(const Page &page, const QString &target);
    /// Takes back what lead() made and changed, except what somebody changed since.
    Result<void> takeBack(const Ulid &page);

private:
    store::Database &m_database;
};

} // namespace kakehashi::content
