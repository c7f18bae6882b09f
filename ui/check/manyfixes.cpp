#include "ui/check/manyfixes.h"

#include "check/fixes.h"
#include "content/page/pagerepository.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/schema.h"

#include <QCoreApplication>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::ManyFixes)
};

Result<std::unique_ptr<store::Database>> openDatabase(const QString &siteFolder)
{
    return store::Database::open(workspace::layout::databaseIn(siteFolder), workspace::schema());
}

/// Nothing when the page no longer holds what was to be mended.
Result<std::optional<MendedPage>> mendPage(content::PageRepository &pages, const PageFixes &wanted,
                                           const QString &author, const QString &note)
{
    const auto working = pages.working(wanted.page);
    if (!working)
        return passOn(working);
    const content::PageContent mended = check::applyFixes(working->content, wanted.fixes);
    if (mended == working->content)
        return std::optional<MendedPage>();
    const auto saved = pages.saveWorking(wanted.page, mended, author, note);
    if (!saved)
        return passOn(saved);
    return std::optional(MendedPage{wanted.page, saved->number, working->content});
}

} // namespace

Result<QList<MendedPage>> mendPages(const QString &siteFolder, const QList<PageFixes> &wanted,
                                    const QString &author, const QString &note,
                                    const JobContext &context)
{
    const auto database = openDatabase(siteFolder);
    if (!database)
        return passOn(database);
    content::PageRepository pages(**database, Clock::system());
    auto transaction = store::Transaction::begin(**database);
    if (!transaction)
        return passOn(transaction);
    ProgressMeter meter(context, Text::tr("Mending pages"), wanted.size());
    QList<MendedPage> done;
    for (const PageFixes &one : wanted) {
        if (context.cancel.isCancelled())
            return cancelled();
        const auto mended = mendPage(pages, one, author, note);
        if (!mended)
            return passOn(mended);
        if (*mended)
            done.append(**mended);
        meter.advance(1);
    }
    if (const auto stored = transaction->commit(); !stored)
        return passOn(stored);
    meter.finish();
    return done;
}

Result<int> takeBack(const QString &siteFolder, const QList<MendedPage> &mended,
                     const QString &author, const QString &note)
{
    const auto database = openDatabase(siteFolder);
    if (!database)
        return passOn(database);
    content::PageRepository pages(**database, Clock::system());
    auto transaction = store::Transaction::begin(**database);
    if (!transaction)
        return passOn(transaction);
    int count = 0;
    for (const MendedPage &one : mended) {
        const auto page = pages.page(one.page);
        if (!page)
            return passOn(page);
        if (page->working != one.revision)
            continue;
        if (const auto saved = pages.saveWorking(one.page, one.before, author, note); !saved)
            return passOn(saved);
        ++count;
    }
    if (const auto stored = transaction->commit(); !stored)
        return passOn(stored);
    return count;
}

} // namespace kakehashi::ui
