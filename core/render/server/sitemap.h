#pragma once

#include "render/server/sitefiles.h"

namespace kakehashi::render {

/// What sitemaps.org allows a file to hold.
struct SitemapLimits
{
    size_t urls = 50'000;
    size_t bytes = 50'000'000;
};

/// Every open page that search engines may keep, with the time its words last changed (of a list:
/// those of the newest page in it) and its pictures. One file "sitemap.xml", or that as an index
/// of "sitemap-1.xml" … when the site is too large for one.
std::vector<SiteFile> sitemapFiles(const SiteIndex &index, const SitemapLimits &limits = {});

} // namespace kakehashi::render
