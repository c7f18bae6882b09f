#include "check/site/siterule.h"
#include "security/pathguard.h"

namespace kakehashi::check {

/// A page is left out of the site where it would take the place of what the program makes, or where
/// not every system could keep it. Sites of former versions may have such pages.
void pathInvalid(const SiteView &site, SiteFindings &findings)
{
    for (const PageFacts &page : site.pages) {
        const auto good = security::checkPagePath(page.page->path);
        if (!good && page.page->kind != QLatin1String("notfound"))
            findings.page(page, good.error().text);
    }
}

} // namespace kakehashi::check
