#include "check/html/names.h"
#include "check/rules/links/linkrules.h"

namespace kakehashi::check {

/// Every link has a name (WCAG 2.4.4, 4.1.2), in the theme's parts of the page too.
void linkName(const PageView &page, Report &report)
{
    for (const Element &link : page.document.all("a")) {
        if (!link.has("href") || !accessibleName(page.document, link).isEmpty())
            continue;
        const bool picture = !link.descendants("img").empty();
        const QString target = toText(link.value("href"));
        report.at(link,
                  picture ? LinkRules::tr("The picture that links to %1 has no alternative text, "
                                          "so the link has no name.")
                                .arg(target)
                          : LinkRules::tr("The link to %1 has no words.").arg(target),
                  target);
    }
}

} // namespace kakehashi::check
