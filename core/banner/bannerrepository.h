#pragma once

#include "banner/banner.h"
#include "content/media/mediarepository.h"
#include "store/database.h"

namespace kakehashi::banner {

store::MigrationSet migrations();

/// Where a banner may stand: "home", "side", "footer".
const QStringList &placements();

/// The thread of the database.
class BannerRepository
{
public:
    explicit BannerRepository(store::Database &database, store::ChangeHook changed = {});

    Result<QList<Banner>> list() const; ///< by placement, then position
    Result<Banner> banner(const Ulid &id) const;

    /// Adds (null id; last in its placement) or changes. Invalid without a title, with a target
    /// that UrlPolicy refuses, an unknown placement, or a period that ends before it begins.
    Result<Banner> save(Banner banner);
    Result<void> remove(const Ulid &id);
    Result<void> reorder(const QList<Ulid> &banners);

    /// For MediaRepository::addUseFinder().
    Result<QList<content::MediaUse>> usesOf(const content::MediaAsset &asset) const;

private:
    store::Database &m_database;
    store::ChangeHook m_changed;
};

} // namespace kakehashi::banner
