#pragma once

#include "banner/banner.h"
#include "content/kind.h"
#include "content/page/page.h"
#include "content/site/site.h"
#include "statistics/series.h"

#include <QHash>
#include <QList>

#include <memory>

namespace kakehashi::render {

/// One page as it is to be rendered. Shared, so that swapping one page copies no other.
struct PageValue
{
    Ulid id;
    QString kind;
    QString path;
    int position = 0;
    content::PageContent content;
    QDateTime updatedAt; ///< when the revision was made, UTC; feeds and sitemap's lastmod
};

/// The whole site at one moment, never changed: rendering is a function of it.
struct SiteSnapshot
{
    content::SiteSettings site;
    QList<content::Kind> kinds;
    QList<std::shared_ptr<const PageValue>> pages; ///< sorted by path, paths unique
    QList<content::MenuItem> menus;
    QHash<Ulid, content::MediaAsset> media;
    QHash<QString, Ulid> mediaByName; ///< file name → asset, for pictures named in Markdown
    QList<content::Redirect> redirects;
    QList<statistics::SeriesData> series;
    QList<banner::Banner> banners;
    QDateTime asOf; ///< UTC; windows and banners are judged by it

    /// The page at this path, or nullptr. Binary search.
    const PageValue *pageAt(const QString &path) const;
    const PageValue *page(const Ulid &id) const;
};

using SnapshotPtr = std::shared_ptr<const SiteSnapshot>;

/// The same snapshot with one page's content replaced: the unsaved edit under the preview.
SnapshotPtr withPage(const SnapshotPtr &snapshot, const Ulid &page,
                     const content::PageContent &content);

} // namespace kakehashi::render
