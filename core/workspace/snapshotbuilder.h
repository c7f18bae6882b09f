#pragma once

#include "base/clock.h"
#include "workspace/changenews.h"
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

/// The same, with a worker's own connection, and as of one moment whoever writes meanwhile.
Result<render::SnapshotPtr> snapshotOf(const SiteStores &stores, const SnapshotOptions &options);

/// Whether reading again what `change` is about takes no time that a person could feel, however
/// large the site is.
bool isQuickToRead(const Change &change);

/// `former`, of working revisions, with what has changed since. Reads only that.
Result<render::SnapshotPtr> renewed(const render::SiteSnapshot &former,
                                    const QList<Change> &changes, const SnapshotSources &sources);

} // namespace kakehashi::workspace
