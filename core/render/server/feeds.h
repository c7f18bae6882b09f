#pragma once

#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// RSS 2.0 of the newest pages of the kinds that are listed.
std::string feedXml(const SiteIndex &index);

/// The same pages as Atom (RFC 4287), which tells when a page was published and when corrected.
std::string atomXml(const SiteIndex &index);

/// Lets everybody in, or nobody (staging).
std::string robotsTxt(const SiteIndex &index);

} // namespace kakehashi::render
