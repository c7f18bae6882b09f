#include "workspace/snapshotbuilder.h"

#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "store/transaction.h"

namespace kakehashi::workspace {
namespace {

using content::PageWithRevision;

/// Puts a repository's answer where it belongs; false hands the failure to the caller.
template <typename T>
Result<void> take(Result<T> answer, T &place)
{
    if (!answer)
        return passOn(answer);
    place = std::move(*answer);
    return {};
}

std::shared_ptr<const render::PageValue> valueOf(const PageWithRevision &from)
{
    auto value = std::make_shared<render::PageValue>();
    value->id = from.page.id;
    value->kind = from.page.kind;
    value->path = from.page.path;
    value->position = from.page.position;
    value->content = from.revision.content;
    value->updatedAt = from.revision.createdAt;
    return value;
}

Result<QList<PageWithRevision>> promotedPages(const content::PageRepository &repository,
                                              const QSet<Ulid> &promoted)
{
    QList<PageWithRevision> pages;
    for (const Ulid &id : promoted) {
        auto page = repository.page(id);
        if (!page)
            return passOn(page);
        if (page->trashed)
            continue;
        auto revision = repository.revision(id, page->working);
        if (!revision)
            return passOn(revision);
        pages.append({*page, *revision});
    }
    return pages;
}

Result<QList<std::shared_ptr<const render::PageValue>>>
pagesOf(const content::PageRepository &repository, const SnapshotOptions &options)
{
    const bool live = options.revisions == SnapshotOptions::Revisions::Live;
    auto stored = repository.all(live);
    if (!stored)
        return passOn(stored);
    QList<std::shared_ptr<const render::PageValue>> pages;
    pages.reserve(stored->size() + options.promoted.size());
    for (const PageWithRevision &page : std::as_const(*stored)) {
        if (!live || !options.promoted.contains(page.page.id))
            pages.append(valueOf(page));
    }
    if (!live || options.promoted.isEmpty())
        return pages;
    auto promoted = promotedPages(repository, options.promoted);
    if (!promoted)
        return passOn(promoted);
    for (const PageWithRevision &page : std::as_const(*promoted))
        pages.append(valueOf(page));
    std::sort(pages.begin(), pages.end(),
              [](const auto &left, const auto &right) { return left->path < right->path; });
    return pages;
}

void put(render::SiteSnapshot &snapshot, const content::MediaAsset &asset)
{
    snapshot.media.insert(asset.id, asset);
    snapshot.mediaByName.insert(asset.fileName, asset.id);
}

/// Nothing when there is none any more.
template <typename T>
Result<std::optional<T>> ifThere(Result<T> found)
{
    if (found)
        return std::optional(*std::move(found));
    if (found.error().code == ErrorCode::NotFound)
        return std::optional<T>();
    return passOn(found);
}

Result<void> renewPage(render::SiteSnapshot &snapshot, const Ulid &id,
                       const content::PageRepository &repository)
{
    snapshot.pages.removeIf([&id](const auto &page) { return page->id == id; });
    const auto page = ifThere(repository.page(id));
    if (!page)
        return passOn(page);
    if (!*page || (*page)->trashed)
        return {};
    const auto revision = repository.revision(id, (*page)->working);
    if (!revision)
        return passOn(revision);
    const auto place =
        std::lower_bound(snapshot.pages.begin(), snapshot.pages.end(), (*page)->path,
                         [](const auto &other, const QString &path) { return other->path < path; });
    snapshot.pages.insert(place, valueOf({**page, *revision}));
    return {};
}

Result<void> renewMedia(render::SiteSnapshot &snapshot, const Ulid &id,
                        const content::MediaRepository &repository)
{
    if (const auto former = snapshot.media.constFind(id); former != snapshot.media.constEnd()) {
        snapshot.mediaByName.remove(former->fileName);
        snapshot.media.erase(former);
    }
    const auto asset = ifThere(repository.asset(id));
    if (!asset)
        return passOn(asset);
    if (*asset)
        put(snapshot, **asset);
    return {};
}

Result<void> renew(render::SiteSnapshot &snapshot, const Change &change,
                   const SnapshotSources &sources)
{
    switch (change.kind) {
    case Change::Kind::Site:
        return take(sources.site.settings(), snapshot.site);
    case Change::Kind::Page:
        return renewPage(snapshot, change.id, sources.pages);
    case Change::Kind::Draft:
        return {};
    case Change::Kind::Menu:
        return take(sources.menus.list(), snapshot.menus);
    case Change::Kind::Media:
        return renewMedia(snapshot, change.id, sources.media);
    case Change::Kind::Redirect:
        return take(sources.redirects.list(), snapshot.redirects);
    case Change::Kind::Series:
        return take(sources.series.all(), snapshot.series);
    case Change::Kind::Banner:
        return take(sources.banners.list(), snapshot.banners);
    }
    return {};
}

} // namespace

bool isQuickToRead(const Change &change)
{
    const bool isOneOfMany =
        change.kind == Change::Kind::Page || change.kind == Change::Kind::Media;
    return !isOneOfMany || !change.id.isNull();
}

Result<render::SnapshotPtr> renewed(const render::SiteSnapshot &former,
                                    const QList<Change> &changes, const SnapshotSources &sources)
{
    auto snapshot = std::make_shared<render::SiteSnapshot>(former);
    snapshot->asOf = sources.clock.now();
    for (const Change &change : changes) {
        if (auto done = renew(*snapshot, change, sources); !done)
            return passOn(done);
    }
    return render::SnapshotPtr(std::move(snapshot));
}

Result<render::SnapshotPtr> buildSnapshot(const SnapshotSources &sources,
                                          const SnapshotOptions &options)
{
    auto snapshot = std::make_shared<render::SiteSnapshot>();
    snapshot->kinds = sources.kinds;
    snapshot->asOf = options.asOf.isValid() ? options.asOf.toUTC() : sources.clock.now();
    QList<content::MediaAsset> media;
    Result<void> taken = take(sources.site.settings(), snapshot->site);
    if (taken)
        taken = take(pagesOf(sources.pages, options), snapshot->pages);
    if (taken)
        taken = take(sources.menus.list(), snapshot->menus);
    if (taken)
        taken = take(sources.media.list(), media);
    if (taken)
        taken = take(sources.redirects.list(), snapshot->redirects);
    if (taken)
        taken = take(sources.series.all(), snapshot->series);
    if (taken)
        taken = take(sources.banners.list(), snapshot->banners);
    if (!taken)
        return passOn(taken);
    for (const content::MediaAsset &asset : std::as_const(media))
        put(*snapshot, asset);
    return render::SnapshotPtr(std::move(snapshot));
}

Result<render::SnapshotPtr> snapshotOf(const SiteStores &stores, const SnapshotOptions &options)
{
    const auto kinds = content::builtInKinds();
    if (!kinds)
        return passOn(kinds);
    const auto reading = store::Transaction::beginReading(stores.database);
    if (!reading)
        return passOn(reading);
    return buildSnapshot({stores.site, stores.pages, stores.media, stores.menus, stores.redirects,
                          stores.series, stores.banners, *kinds, stores.clock},
                         options);
}

} // namespace kakehashi::workspace
