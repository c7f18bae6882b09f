#pragma once

#include "content/page/pagerepository.h"
#include "reports/accessibility/accessibilitypages.h"

namespace kakehashi::reports {

enum class Saved { Made, Changed, Unchanged };

struct SavedPage
{
    Ulid id;
    QString path;
    Saved saved = Saved::Unchanged;
};

/// Stores a report's page as a working revision: a new page, or the next revision of the one that
/// stands there unless `keepExisting`. Never live: staff approve it. The database's thread.
Result<SavedPage> savePage(content::PageRepository &pages, const ReportPage &page,
                           const QString &author, bool keepExisting);

/// The policy, which stays as it is when the site has one, and the results.
Result<QList<SavedPage>> saveAccessibilityPages(content::PageRepository &pages,
                                                const Checklist &list,
                                                const content::SiteSettings &site,
                                                const QString &author);

} // namespace kakehashi::reports
