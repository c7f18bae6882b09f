#include "delivery/source/site.h"

#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "publish/signature/paramsfor.h"
#include "store/transaction.h"
#include "workspace/layout.h"

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
    auto content = contentOf(stores, m_theme, {.promoted = promoted});
    if (!content)
        return content;
    auto sent = revisionsIn(*content->snapshot, promoted);
    if (!sent)
        return passOn(sent);
    if (const auto ended = reading->commit(); !ended)
        return passOn(ended);
    content->sent = std::move(*sent);
    return content;
}

} // namespace kakehashi::delivery
