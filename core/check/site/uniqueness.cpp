#include "check/site/siterule.h"

#include <QMap>

namespace kakehashi::check {
namespace {

/// Pages with the same words, by these words. What search engines are asked to skip is left out.
QMap<QString, QList<const PageFacts *>> groupsBy(const SiteView &site, QString PageFacts::*words)
{
    QMap<QString, QList<const PageFacts *>> groups;
    for (const PageFacts &page : site.pages) {
        if (!(page.*words).isEmpty() && !page.noindex)
            groups[page.*words].append(&page);
    }
    return groups;
}

} // namespace

/// Tabs, histories and search results show titles alone (WCAG 2.4.2).
void titleUnique(const SiteView &site, SiteFindings &findings)
{
    const auto groups = groupsBy(site, &PageFacts::title);
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        for (qsizetype i = 1; i < group->size(); ++i)
            findings.page(*group->at(i), SiteRules::tr("The title \"%1\" is that of %2, too.")
                                             .arg(group.key(), group->first()->page->path));
    }
}

void descriptionUnique(const SiteView &site, SiteFindings &findings)
{
    const auto groups = groupsBy(site, &PageFacts::description);
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        for (qsizetype i = 1; i < group->size(); ++i)
            findings.page(*group->at(i), SiteRules::tr("The description is that of %1, too.")
                                             .arg(group->first()->page->path));
    }
}

} // namespace kakehashi::check
