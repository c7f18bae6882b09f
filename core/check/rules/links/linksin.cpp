#include "check/rules/links/linkrules.h"

namespace kakehashi::check {

std::vector<Element> linksIn(const PageView &page)
{
    const Element main = page.document.main();
    std::vector<Element> links;
    if (!main)
        return links;
    for (const Element &link : main.descendants("a")) {
        if (!link.value("href").empty())
            links.push_back(link);
    }
    return links;
}

} // namespace kakehashi::check
