#pragma once

#include "render/site/sitedata.h"

namespace kakehashi::render {

/// Structured data of a page as JSON text: the page by its kind's schema.org type and its
/// breadcrumb. The text may stand in a script element.
std::string jsonLd(const SiteIndex &index, const PageValue &page, const QList<Crumb> &crumbs);

} // namespace kakehashi::render
