#pragma once

#include "base/job.h"
#include "check/finding.h"
#include "content/page/page.h"

#include <QList>
#include <QString>

namespace kakehashi::ui {

/// What is to be mended in one page's working revision.
struct PageFixes
{
    Ulid page;
    QList<check::Fix> fixes;
};

/// A page that was mended, and what it was before.
struct MendedPage
{
    Ulid page;
    int revision = 0; ///< that the mending made
    content::PageContent before;
};

// Both on a worker, with a database connection of their own; everything is stored or nothing.

/// Makes the fixes in the working revisions; what is live stays. A page whose text is no longer
/// the one that was checked is mended where its words still stand, or left out.
Result<QList<MendedPage>> mendPages(const QString &siteFolder, const QList<PageFixes> &pages,
                                    const QString &author, const QString &note,
                                    const JobContext &context);

/// Brings back what was there before, except where somebody has gone on since. How many pages.
Result<int> takeBack(const QString &siteFolder, const QList<MendedPage> &pages,
                     const QString &author, const QString &note);

} // namespace kakehashi::ui
