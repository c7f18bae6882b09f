#include "check/site/siterule.h"

#include "render/theme.h"

#include <algorithm>

namespace kakehashi::check {

bool SiteView::answers(const QString &path) const
{
    if (path.startsWith(QLatin1String("/media/")))
        return index.mediaNamed(path.mid(7)) != nullptr;
    if (path.startsWith(QLatin1String("/assets/"))) {
        const auto &assets = index.theme().assets();
        return std::any_of(assets.cbegin(), assets.cend(), [&path](const auto &asset) {
            return QStringView(path).mid(1) == asset.publishedPath;
        });
    }
    return index.answers(path) || index.answers(path + u'/');
}

Finding SiteFindings::finding(const QString &message) const
{
    Finding found;
    found.issue = {m_rule.severity, m_rule.id, message, {}};
    found.clause = m_rule.clause;
    return found;
}

void SiteFindings::page(const PageFacts &page, const QString &message, int line)
{
    Finding found = finding(message);
    found.issue.place.pagePath = page.page->path;
    found.issue.place.line = line;
    if (line > 0)
        found.part = QStringLiteral("body");
    m_findings.append(found);
}

void SiteFindings::link(const PageFacts &from, const SiteLink &link, const QString &message)
{
    page(from, message, link.line);
    m_findings.last().fromTheme = link.line == 0;
}

void SiteFindings::site(const QString &message, const QString &file)
{
    Finding found = finding(message);
    found.issue.place.file = file;
    m_findings.append(found);
}

const std::vector<SiteRule> &siteRules()
{
    static const std::vector<SiteRule> rules{
        {"title-unique", &titleUnique},
        {"description-unique", &descriptionUnique},
        {"path-invalid", &pathInvalid},
        {"orphan-page", &orphanPage},
        {"link-broken", &linkBroken},
        {"link-anchor-elsewhere", &linkAnchorElsewhere},
        {"media-alt", &mediaAlt},
        {"media-damaged", &mediaDamaged},
        {"media-notes", &mediaNotes},
        {"media-rights-ended", &mediaRightsEnded},
        {"media-rights-ending", &mediaRightsEnding},
        {"redirect-chain", &redirectChain},
        {"redirect-target", &redirectTarget},
        {"redirect-shadowed", &redirectShadowed},
        {"banner-title", &bannerTitle},
        {"banner-ended", &bannerEnded},
        {"accent-contrast", &accentContrast},
        {"focus-removed", &focusRemoved},
        {"text-over-picture", &textOverPicture},
        {"site-settings", &siteSettings},
    };
    return rules;
}

} // namespace kakehashi::check
