#pragma once

#include "base/issue.h"
#include "render/media/mediause.h"
#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// A page as a whole HTML document.
struct PageDocument
{
    std::string html;
    std::string body; ///< of the html, what the page itself says
    Issues issues;
    MediaUses uses;
};

/// Body, data and template of one page; `listNumber` counts the pages of a list. Fails when the
/// theme's template does. Pure; any thread.
Result<PageDocument> renderDocument(const SiteIndex &index, const PageValue &page,
                                    int listNumber = 1);

/// Where the page lies in the output: "kenmin/index.html", "404.html".
QString outputPathOf(const PageValue &page, int listNumber = 1);

} // namespace kakehashi::render
