#pragma once

#include "base/job.h"
#include "check/finding.h"
#include "check/rulebook.h"
#include "render/render.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace kakehashi::check {

/// What pages are checked with. The theme must outlive the call.
struct CheckContext
{
    RuleBook::Ptr rules;
    const render::Theme &theme;
    render::RenderOptions options;
};

/// One page as it would be shown: its texts, its HTML, and what rendering said of it. Pure and
/// thread-safe; ≤ 20 ms for the sample's longest page, so it can follow typing. Findings are
/// sorted. NotFound when the page is not in the snapshot.
Result<Findings> checkPage(const CheckContext &context, const render::SiteSnapshot &snapshot,
                           const Ulid &page);

/// The same for HTML that is at hand already, rendered with RenderOptions::preview (without its
/// marks there are no lines).
Findings checkHtml(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                   const render::PageValue &page, const QByteArray &html,
                   const Issues &renderIssues = {});

/// A link that leaves the site.
struct OutsidePlace
{
    QString pagePath;
    int line = 0; ///< of the body; 0: outside it
};

struct SiteReport
{
    Findings findings;
    int pages = 0; ///< that were checked
    qint64 milliseconds = 0;
    /// Path → paths of the pages whose own text or list leads there, sorted; menus do not count.
    QHash<QString, QStringList> backlinks = {};
    /// Addresses outside the site (http and https, without fragment) → where they stand.
    QMap<QString, QList<OutsidePlace>> outside = {};
};

/// Every page that is open at snapshot.asOf, and what concerns pages together: links between
/// them, unique titles, orphans, redirects, media, banners. On all cores; the same site always
/// gives the same report. Cancelled when asked to stop.
Result<SiteReport> checkSite(const CheckContext &context, const render::SiteSnapshot &snapshot,
                             const JobContext &job = {});

} // namespace kakehashi::check
