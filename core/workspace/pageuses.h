#pragma once

#include "render/snapshot.h"

#include <QList>
#include <QString>

namespace kakehashi::workspace {

/// Something of the site that leads to a page.
struct PageUse
{
    enum class What { Menu, Page, Banner, Redirect };

    What what = What::Page;
    QString label;  ///< the menu item's or banner's text, the page's title, the old address
    Ulid page = {}; ///< of What::Page
    QString path = {};

    bool operator==(const PageUse &) const = default;
};

/// What would lead nowhere without the page at `path`: menu items, links in texts and fields of
/// other pages (each page once, however often it links), banners, redirects. Menus first. Any
/// thread; 10 ms for 1,000 pages.
QList<PageUse> usesOfPage(const render::SiteSnapshot &site, const QString &path);

/// The nearest page above `path` that is there; home at the latest.
QString parentOf(const render::SiteSnapshot &site, const QString &path);

} // namespace kakehashi::workspace
