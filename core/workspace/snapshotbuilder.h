#pragma once

#include "base/clock.h"
#include "workspace/parts/stores.h"
#include "workspace/workspace.h"

namespace kakehashi::workspace {

/// What a snapshot is read from.
struct SnapshotSources
{
    const content::SiteRepository &site;
    const content::PageRepository &pages;
    const content::MediaRepository &media;
    const content::MenuRepository &menus;
    const content::RedirectRepository &redirects;
    const statistics::SeriesRepository &series;
    const banner::BannerRepository &banners;
    const QList<content::Kind> &kinds;
    const Clock &clock;
};

Result<render::SnapshotPtr> buildSnapshot(const SnapshotSources &sources,
                                          const SnapshotOptions &options);

/// The same, with a worker's own connection.
Result<render::SnapshotPtr> snapshotOf(const SiteStores &stores, const SnapshotOptions &options);

} // namespace kakehashi::workspace
