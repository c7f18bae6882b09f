#pragma once

#include "base/issue.h"
#include "render/media/mediause.h"
#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// Where a link in a body leads, and what visitors are told about it.
struct Link
{
    std::string href;             ///< unescaped; empty when the link must not be made
    bool external = false;        ///< another site
    std::string_view leaves = {}; ///< of an external link: says so in the page's language
    std::string fileNote = {};    ///< 「（PDF形式：480キロバイト）」 for files
    std::string problem = {};     ///< rule of an Issue; empty when all is well
    QString problemText = {};
};

/// Resolves "media:x.pdf", "/award/", "#id", mail addresses and absolute URLs; URLs of the site
/// itself become paths. Anything that could run a script is refused.
Link resolveLink(const SiteIndex &index, const PageValue &page, std::string_view href,
                 MediaUses &uses);

/// What follows a link's words inside <a>: type and size of a file unless the words say it, and
/// for screen readers that it leaves the site.
std::string linkNote(const Link &link, std::string_view words);

} // namespace kakehashi::render
