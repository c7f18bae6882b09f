#pragma once

#include "check/finding.h"
#include "check/html/document.h"
#include "render/snapshot.h"

#include <QSet>

#include <vector>

namespace kakehashi::check {

/// A link of a page to another place of the site.
struct SiteLink
{
    QString path;     ///< "/award/", without query and fragment
    QString fragment; ///< without '#', decoded
    int line = 0;     ///< of the body; 0: outside it
    bool inMain = false;
};

/// What must be known of each page to judge the site as a whole; the document itself is not kept.
struct PageFacts
{
    const render::PageValue *page = nullptr;
    QString title;       ///< <title>
    QString description; ///< for search results
    bool noindex = false;
    std::vector<SiteLink> links;
    std::vector<std::pair<QString, int>> outside; ///< addresses outside the site, with their line
    QSet<QString> ids;
    QSet<int> badLinkLines; ///< lines on which rendering found a link that leads nowhere
    Findings findings;      ///< of the page alone
};

/// Everything but the findings.
PageFacts factsOf(const render::PageValue &page, const Document &document);

} // namespace kakehashi::check
