#include "check/site/siterule.h"

namespace kakehashi::check {
namespace {

/// Where a path leads in the end is for redirects to say; here only pages count.
const PageFacts *pageAt(const SiteView &site, const QString &path)
{
    const auto found = site.byPath.constFind(path);
    return found == site.byPath.constEnd() ? site.byPath.value(path + u'/') : found.value();
}

} // namespace

/// Links that lead nowhere, in menus, banners and templates too. In bodies rendering found them.
void linkBroken(const SiteView &site, SiteFindings &findings)
{
    QHash<QString, bool> known;
    for (const PageFacts &page : site.pages) {
        for (const SiteLink &link : page.links) {
            auto answer = known.constFind(link.path);
            if (answer == known.constEnd())
                answer = known.insert(link.path, site.answers(link.path));
            if (!answer.value() && !(link.line > 0 && page.badLinkLines.contains(link.line)))
                findings.link(page, link,
                              SiteRules::tr("A link leads to %1, where the site has nothing.")
                                  .arg(link.path));
        }
    }
}

void linkAnchorElsewhere(const SiteView &site, SiteFindings &findings)
{
    for (const PageFacts &page : site.pages) {
        for (const SiteLink &link : page.links) {
            if (link.fragment.isEmpty())
                continue;
            const PageFacts *target = pageAt(site, link.path);
            if (target && !target->ids.contains(link.fragment))
                findings.link(page, link,
                              SiteRules::tr("The page %1 has no place \"#%2\".")
                                  .arg(link.path, link.fragment));
        }
    }
}

/// Pages that no other page leads to: found by nobody who does not search.
void orphanPage(const SiteView &site, SiteFindings &findings)
{
    QSet<const PageFacts *> reached;
    for (const PageFacts &page : site.pages) {
        for (const SiteLink &link : page.links) {
            const PageFacts *target = pageAt(site, link.path);
            if (target && target != &page)
                reached.insert(target);
        }
    }
    for (const PageFacts &page : site.pages) {
        const bool isEntrance =
            page.page->path == QLatin1String("/") || page.page->kind == QLatin1String("notfound");
        // What lies on the second page of a list is linked there, and only first pages are read.
        const bool listed = site.index.kind(page.page->kind).listed;
        if (!isEntrance && !listed && !reached.contains(&page))
            findings.page(page, SiteRules::tr("No page of the site leads here."));
    }
}

} // namespace kakehashi::check
