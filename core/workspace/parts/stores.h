#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <functional>
#include <memory>

namespace kakehashi::store {
class Database;
}
namespace kakehashi::content {
class PageRepository;
class MediaRepository;
class MenuRepository;
class RedirectRepository;
class SiteRepository;
} // namespace kakehashi::content
namespace kakehashi::statistics {
class SeriesRepository;
}
namespace kakehashi::banner {
class BannerRepository;
}

namespace kakehashi::workspace {

/// Everything a site stores, over one connection and so for one thread. Taken from an open
/// Workspace, or from OwnStores where a worker changes the site that the window has open.
struct SiteStores
{
    QString folder;
    const Clock &clock;
    store::Database &database;
    content::SiteRepository &site;
    content::PageRepository &pages;
    content::MediaRepository &media;
    content::MenuRepository &menus;
    content::RedirectRepository &redirects;
    statistics::SeriesRepository &series;
    banner::BannerRepository &banners;
};

/// Runs several changes as one: all are stored, or, when `work` fails, none.
Result<void> allOrNothing(const SiteStores &stores, const std::function<Result<void>()> &work);

/// Copies the database to backups/ and proves the copy by opening it. Returns its path.
Result<QString> backUp(const SiteStores &stores);

/// A second connection to a site folder whose lock this process holds. It sends no news: tell the
/// window afterwards that the site has changed.
class OwnStores
{
public:
    static Result<std::unique_ptr<OwnStores>> open(const QString &folder,
                                                   const Clock &clock = Clock::system());
    /// For reading alone, without looking over the whole file first as open() does.
    static Result<std::unique_ptr<OwnStores>> openToRead(const QString &folder,
                                                         const Clock &clock = Clock::system());
    ~OwnStores();

    SiteStores stores() const;

private:
    OwnStores();
    static Result<std::unique_ptr<OwnStores>>
    from(Result<std::unique_ptr<store::Database>> database, const QString &folder,
         const Clock &clock);
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kakehashi::workspace
