#pragma once

#include "check/rulebook.h"
#include "check/site/pagefacts.h"
#include "render/site/siteindex.h"

#include <QCoreApplication>

namespace kakehashi::check {

/// All that a rule about the whole site may look at.
struct SiteView
{
    const RuleBook &book;
    const render::SiteIndex &index; ///< knows what visitors find at a path, without building it
    const std::vector<PageFacts> &pages;
    const QHash<QString, const PageFacts *> &byPath;

    const render::SiteSnapshot &snapshot() const { return index.snapshot(); }
    /// A page, a list's page, a redirect, a media or theme file.
    bool answers(const QString &path) const;
};

class SiteFindings
{
public:
    SiteFindings(const RuleInfo &rule, Findings &findings) : m_rule(rule), m_findings(findings) {}

    void page(const PageFacts &page, const QString &message, int line = 0);
    /// A link of a page; those in the theme's parts may be on many pages.
    void link(const PageFacts &page, const SiteLink &link, const QString &message);
    /// Something that belongs to no page: `file` is a media name, or empty.
    void site(const QString &message, const QString &file = {});

private:
    Finding finding(const QString &message) const;

    const RuleInfo &m_rule;
    Findings &m_findings;
};

struct SiteRule
{
    const char *id;
    void (*check)(const SiteView &site, SiteFindings &findings);
};

const std::vector<SiteRule> &siteRules();

void titleUnique(const SiteView &site, SiteFindings &findings);
void descriptionUnique(const SiteView &site, SiteFindings &findings);
void pathInvalid(const SiteView &site, SiteFindings &findings);
void orphanPage(const SiteView &site, SiteFindings &findings);
void linkBroken(const SiteView &site, SiteFindings &findings);
void linkAnchorElsewhere(const SiteView &site, SiteFindings &findings);
void mediaAlt(const SiteView &site, SiteFindings &findings);
void mediaDamaged(const SiteView &site, SiteFindings &findings);
void mediaNotes(const SiteView &site, SiteFindings &findings);
void mediaRightsEnded(const SiteView &site, SiteFindings &findings);
void mediaRightsEnding(const SiteView &site, SiteFindings &findings);
void redirectChain(const SiteView &site, SiteFindings &findings);
void redirectTarget(const SiteView &site, SiteFindings &findings);
void redirectShadowed(const SiteView &site, SiteFindings &findings);
void bannerTitle(const SiteView &site, SiteFindings &findings);
void bannerEnded(const SiteView &site, SiteFindings &findings);
void accentContrast(const SiteView &site, SiteFindings &findings);
void focusRemoved(const SiteView &site, SiteFindings &findings);
void textOverPicture(const SiteView &site, SiteFindings &findings);
void siteSettings(const SiteView &site, SiteFindings &findings);

struct SiteRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SiteRules)
};

} // namespace kakehashi::check
