#include "delivery/site.h"

#include "check/decisions/decisionrepository.h"
#include "check/gate/exceptionrepository.h"
#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "publish/signature/paramsfor.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/snapshotbuilder.h"

namespace kakehashi::delivery {
namespace layout = workspace::layout;

Site::Site(const QString &folder, std::unique_ptr<workspace::OwnStores> stores)
    : m_stores(std::move(stores))
    , m_theme(layout::themeIn(folder))
    , m_objects(layout::objectsIn(folder))
{}

Result<std::unique_ptr<Site>> Site::open(const QString &folder, const Clock &clock)
{
    auto stores = workspace::OwnStores::open(folder, clock);
    if (!stores)
        return passOn(stores);
    return std::unique_ptr<Site>(new Site(folder, std::move(*stores)));
}

Result<Records> Site::records()
{
    const workspace::SiteStores stores = m_stores->stores();
    const auto settings = stores.site.settings();
    if (!settings)
        return passOn(settings);
    return Records{stores.database, stores.pages, m_objects, *settings,
                   publish::journalFolder(stores.folder)};
}

Result<render::SnapshotPtr> Site::snapshot(const QSet<Ulid> &promoted) const
{
    workspace::SnapshotOptions options;
    options.promoted = promoted;
    return workspace::snapshotOf(m_stores->stores(), options);
}

/// Only what visitors find there: a page outside its time is not sent.
Result<Sent> Site::revisionsIn(const render::SiteSnapshot &snapshot,
                               const QSet<Ulid> &promoted) const
{
    const auto pages = m_stores->stores().pages.list();
    if (!pages)
        return passOn(pages);
    Sent sent;
    QHash<Ulid, int> known;
    for (const content::PageEntry &entry : *pages) {
        const content::Page &page = entry.page;
        const bool isPromoted = promoted.contains(page.id);
        if (isPromoted) {
            sent.approved.insert(page.id, page.working);
            sent.formerLive.insert(page.id, page.live);
        }
        known.insert(page.id, isPromoted ? page.working : page.live);
    }
    for (const auto &page : snapshot.pages) {
        if (page->content.window.isOpenAt(snapshot.asOf))
            sent.revisions.insert(page->id, known.value(page->id));
    }
    return sent;
}

Result<Content> Site::content(const QSet<Ulid> &promoted)
{
    const workspace::SiteStores stores = m_stores->stores();
    auto reading = store::Transaction::beginReading(stores.database);
    if (!reading)
        return passOn(reading);
    const auto snapshot = this->snapshot(promoted);
    if (!snapshot)
        return passOn(snapshot);
    auto sent = revisionsIn(**snapshot, promoted);
    if (!sent)
        return passOn(sent);
    Content content;
    const auto theme = m_theme.load(&content.themeIssue, (*snapshot)->site.accentColor);
    if (!theme)
        return passOn(theme);
    const auto rules = check::siteRules(stores.database);
    if (!rules)
        return passOn(rules);
    const auto exceptions = check::ExceptionRepository(stores.database).holding();
    if (!exceptions)
        return passOn(exceptions);
    const auto outside = check::OutsideLinkRepository(stores.database).all();
    if (!outside)
        return passOn(outside);
    if (const auto ended = reading->commit(); !ended)
        return passOn(ended);
    content.snapshot = *snapshot;
    content.theme = *theme;
    content.options.media.originals = layout::mediaIn(stores.folder);
    content.options.media.variants = layout::variantsIn(stores.folder);
    content.rules = *rules;
    content.exceptions = *exceptions;
    content.outside = *outside;
    content.sent = std::move(*sent);
    return content;
}

} // namespace kakehashi::delivery
