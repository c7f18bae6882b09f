#include "reports/accessibility/savepages.h"

#include <QCoreApplication>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Accessibility)
};

} // namespace

Result<SavedPage> savePage(content::PageRepository &pages, const ReportPage &page,
                           const QString &author, bool keepExisting)
{
    const QString note = Text::tr("Yearly accessibility report");
    const auto there = pages.byPath(page.path);
    if (!there && there.error().code != ErrorCode::NotFound)
        return passOn(there);
    if (!there) {
        const auto made = pages.create({.kind = QStringLiteral("page"),
                                        .path = page.path,
                                        .content = page.content,
                                        .author = author,
                                        .note = note});
        if (!made)
            return passOn(made);
        return SavedPage{made->id, page.path, Saved::Made};
    }
    if (keepExisting)
        return SavedPage{there->id, page.path, Saved::Unchanged};
    const auto saved = pages.saveWorking(there->id, page.content, author, note);
    if (!saved)
        return passOn(saved);
    const bool isNew = saved->number != there->working;
    return SavedPage{there->id, page.path, isNew ? Saved::Changed : Saved::Unchanged};
}

Result<QList<SavedPage>> saveAccessibilityPages(content::PageRepository &pages,
                                                const Checklist &list,
                                                const content::SiteSettings &site,
                                                const QString &author)
{
    const auto policy = savePage(pages, policyPage(site, list.date), author, true);
    if (!policy)
        return passOn(policy);
    const auto result = savePage(pages, resultPage(list, site), author, false);
    if (!result)
        return passOn(result);
    return QList<SavedPage>{*policy, *result};
}

} // namespace kakehashi::reports
