#include "check/rules/links/linkrules.h"

namespace kakehashi::check {

/// A picture and its words side by side as two links to one place are read out twice (WCAG H2).
void linkAdjacent(const PageView &page, Report &report)
{
    for (const Element &link : linksIn(page)) {
        const Element next = link.adjacent();
        if (next && next.is("a") && next.value("href") == link.value("href"))
            report.at(next, LinkRules::tr("Two neighbouring links lead to %1. Make them one.")
                                .arg(toText(link.value("href"))));
    }
}

} // namespace kakehashi::check
