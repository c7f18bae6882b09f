#pragma once

#include "base/job.h"
#include "check/check.h"
#include "render/card/card.h"

namespace kakehashi::reports {

/// What keeps a page from being found, or from being chosen once found.
enum class SeoProblem {
    TitleMissing,
    TitleShort,
    TitleLong,
    TitleShared, ///< another page has the same
    DescriptionMissing,
    DescriptionShort,
    DescriptionLong,
    DescriptionShared,
    Thin,
    Orphan,    ///< no page leads here
    NoIndex,   ///< search engines are asked to skip it; may be meant
    NoPicture, ///< of its own: cards and lists show none
};

QString idOf(SeoProblem problem); ///< "title-missing": in data files and JSON
const QList<SeoProblem> &allSeoProblems();

/// A page as search engines and services see it.
struct SeoPage
{
    Ulid id;
    QString path;
    QString kindLabel;
    QString title;       ///< the page's own, without the site's name
    QString shownTitle;  ///< the document's <title>
    QString description; ///< empty: search engines take `opening`
    QString opening;     ///< how its text begins
    QDate updated;
    int characters = 0; ///< of its text and fields, without what the theme adds
    int inbound = 0;    ///< pages whose own text or list leads here
    bool isIndexed = true;
    render::Card card; ///< what is shown where the address is shared
    QList<SeoProblem> problems = {};

    bool has(SeoProblem problem) const { return problems.contains(problem); }
};

/// Where an old address leads.
struct RedirectWalk
{
    QStringList stops; ///< from the old address on; the last one is where visitors end
    bool isLoop = false;

    bool isChain() const { return isLoop || stops.size() > 2; }
};

struct SeoSurvey
{
    QList<SeoPage> pages;       ///< by path; without the page for what is not found
    QList<RedirectWalk> chains; ///< redirects that lead over others, or round in a circle
    int redirects = 0;
    qint64 milliseconds = 0;

    int count(SeoProblem problem) const;
    int indexed() const;
    /// Indexed pages that have no problem at all.
    int flawless() const;
};

/// Renders every open page and looks at it; limits are those of the check engine's rules, so both
/// say the same of titles, summaries and links. Pure, on all cores: 10,000 pages in some seconds.
/// Cancelled when asked to stop.
Result<SeoSurvey> surveySeo(const check::CheckContext &context,
                            const render::SiteSnapshot &snapshot, const JobContext &job = {});

/// The walks of these redirects that take more than one step.
QList<RedirectWalk> chainsOf(const QList<content::Redirect> &redirects);

} // namespace kakehashi::reports
