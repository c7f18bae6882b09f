#pragma once

#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// RSS 2.0 of the newest pages of the kinds that are listed.
std::string feedXml(const SiteIndex &index);

/// Every open page that search engines may keep, with the time its words last changed.
std::string sitemapXml(const SiteIndex &index);

/// Lets everybody in, or nobody (staging).
std::string robotsTxt(const SiteIndex &index);

/// A page that sends visitors on, for servers that cannot redirect themselves.
std::string redirectPage(const SiteIndex &index, const content::Redirect &redirect);

/// "post-1528/index.html"; empty when the address is no plain path ("/?p=3029").
QString redirectOutputPath(const content::Redirect &redirect);

} // namespace kakehashi::render
