#include "render/server/redirects.h"
#include "check/site/siterule.h"

namespace kakehashi::check {
namespace {

bool isInside(const QString &target)
{
    return target.startsWith(u'/') && !target.startsWith(QLatin1String("//"));
}

} // namespace

/// A redirect to a redirect costs visitors time and search engines patience; one that comes back
/// never ends.
void redirectChain(const SiteView &site, SiteFindings &findings)
{
    QHash<QString, QString> to;
    for (const content::Redirect &redirect : site.snapshot().redirects)
        to.insert(redirect.from, redirect.target);
    for (const content::Redirect &redirect : site.snapshot().redirects) {
        QString at = redirect.target;
        int steps = 1;
        while (to.contains(at) && steps <= to.size()) {
            at = to.value(at);
            ++steps;
        }
        if (steps > to.size())
            findings.site(SiteRules::tr("The redirect of %1 never ends.").arg(redirect.from));
        else if (steps > 1)
            findings.site(SiteRules::tr("The redirect of %1 leads over %n step(s) to %2. Let it "
                                        "lead there at once.",
                                        nullptr, steps)
                              .arg(redirect.from, at));
    }
}

void redirectTarget(const SiteView &site, SiteFindings &findings)
{
    for (const content::Redirect &redirect : site.snapshot().redirects) {
        const QString target = render::targetOf(site.index, redirect);
        const QString path = target.section(u'#', 0, 0).section(u'?', 0, 0);
        if (redirect.status != 410 &&
            (target.isEmpty() || (isInside(target) && !site.answers(path))))
            findings.site(SiteRules::tr("The redirect of %1 leads to %2, where the site has "
                                        "nothing.")
                              .arg(redirect.from, redirect.target));
    }
}

void redirectShadowed(const SiteView &site, SiteFindings &findings)
{
    for (const content::Redirect &redirect : site.snapshot().redirects) {
        if (!render::isShadowed(site.index, redirect))
            continue;
        if (site.byPath.contains(redirect.from))
            findings.site(SiteRules::tr("%1 is both a page and a redirect. Delete one of them.")
                              .arg(redirect.from));
        else
            findings.site(SiteRules::tr("The redirect of %1 has no effect: the site has something "
                                        "there itself. Delete the redirect.")
                              .arg(redirect.from));
    }
}

} // namespace kakehashi::check
