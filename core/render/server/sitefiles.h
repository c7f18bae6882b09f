#pragma once

#include "render/site/siteindex.h"

#include <string>
#include <vector>

namespace kakehashi::render {

/// A file that the site has because it is a site: feeds, the list for search engines …
struct SiteFile
{
    QString path;  ///< "feed.xml"
    QString label; ///< for people
    std::string text;
};

/// All of them but .htaccess, which depends on what stands in the pages.
std::vector<SiteFile> siteFiles(const SiteIndex &index);

/// The one at an address such as "/feed.xml"; false when there is none.
bool siteFileAt(const SiteIndex &index, const QString &address, std::string &text);

} // namespace kakehashi::render
