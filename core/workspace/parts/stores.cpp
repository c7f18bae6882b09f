#include "workspace/parts/stores.h"

#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "store/backup.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/schema.h"

namespace kakehashi::workspace {

struct OwnStores::Parts
{
    Parts(QString folderPath, const Clock &clockToUse, std::unique_ptr<store::Database> opened)
        : folder(std::move(folderPath))
        , clock(clockToUse)
        , database(std::move(opened))
        , site(*database)
        , pages(*database, clock)
        , media(*database, layout::mediaIn(folder), clock)
        , menus(*database)
        , redirects(*database)
        , series(*database)
        , banners(*database)
    {
        media.addUseFinder(
            [this](const content::MediaAsset &asset) { return banners.usesOf(asset); });
    }

    QString folder;
    const Clock &clock;
    std::unique_ptr<store::Database> database;
    content::SiteRepository site;
    content::PageRepository pages;
    content::MediaRepository media;
    content::MenuRepository menus;
    content::RedirectRepository redirects;
    statistics::SeriesRepository series;
    banner::BannerRepository banners;
};

OwnStores::OwnStores() = default;
OwnStores::~OwnStores() = default;

Result<std::unique_ptr<OwnStores>> OwnStores::open(const QString &folder, const Clock &clock)
{
    return from(store::Database::open(layout::databaseIn(folder), schema()), folder, clock);
}

Result<std::unique_ptr<OwnStores>> OwnStores::openToRead(const QString &folder, const Clock &clock)
{
    return from(store::Database::openReadOnly(layout::databaseIn(folder)), folder, clock);
}

Result<std::unique_ptr<OwnStores>>
OwnStores::from(Result<std::unique_ptr<store::Database>> database, const QString &folder,
                const Clock &clock)
{
    if (!database)
        return passOn(database);
    std::unique_ptr<OwnStores> own(new OwnStores);
    own->m_parts = std::make_unique<Parts>(folder, clock, std::move(*database));
    return own;
}

SiteStores OwnStores::stores() const
{
    Parts &parts = *m_parts;
    return {parts.folder, parts.clock, *parts.database, parts.site,   parts.pages,
            parts.media,  parts.menus, parts.redirects, parts.series, parts.banners};
}

Result<void> allOrNothing(const SiteStores &stores, const std::function<Result<void>()> &work)
{
    auto transaction = store::Transaction::begin(stores.database);
    if (!transaction)
        return passOn(transaction);
    if (auto done = work(); !done)
        return done;
    return transaction->commit();
}

Result<QString> backUp(const SiteStores &stores)
{
    return store::BackupFolder(layout::backupsIn(stores.folder), stores.clock)
        .make(stores.database);
}

} // namespace kakehashi::workspace
