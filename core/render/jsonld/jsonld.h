#pragma once

#include "render/site/sitedata.h"

namespace kakehashi::render {

/// Structured data of a page as JSON text: one graph of the organisation, the site, the page, what
/// the page is about by its kind (NewsArticle, Article, Event), the statistics that it charts
/// (Dataset) and its breadcrumb, each referred to by @id. The text may stand in a script element.
std::string jsonLd(const SiteIndex &index, const PageLayer &layer, const QList<Crumb> &crumbs);

} // namespace kakehashi::render
