#pragma once

#include "render/media/mediause.h"
#include "render/site/siteindex.h"

#include <set>

namespace kakehashi::render {

/// What every template gets whatever the page: site, assets, root, lang, banners, figures, year.
Data siteDataOf(const SiteIndex &index, const QString &language, MediaUses &uses);

/// The names that pageLayerOf gives; no other layer may have them.
std::set<std::string> pageLayerNames();

/// What the page itself adds: page, breadcrumbs, list, latest, jsonld.
struct PageLayer
{
    const PageValue &page;
    const std::string &body; ///< HTML
    int listNumber = 1;
};
Data pageLayerOf(const SiteIndex &index, const PageLayer &layer, MediaUses &uses);

/// Pages above this one, the home page first, the page itself last.
struct Crumb
{
    QString label;
    QString path;
    QString labelLang; ///< empty where it is the page's own
};
QList<Crumb> crumbsOf(const SiteIndex &index, const PageValue &page);

/// The part of the listed pages that stands on page `number` of a list.
PageList listedOn(const SiteIndex &index, const PageValue &list, int number);

} // namespace kakehashi::render
