#include "render/snapshot.h"

#include <algorithm>

namespace kakehashi::render {

const PageValue *SiteSnapshot::pageAt(const QString &path) const
{
    const auto found = std::lower_bound(pages.begin(), pages.end(), path,
                                        [](const std::shared_ptr<const PageValue> &page,
                                           const QString &wanted) { return page->path < wanted; });
    return found != pages.end() && (*found)->path == path ? found->get() : nullptr;
}

const PageValue *SiteSnapshot::page(const Ulid &id) const
{
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const auto &page) { return page->id == id; });
    return found != pages.end() ? found->get() : nullptr;
}

SnapshotPtr withPage(const SnapshotPtr &snapshot, const Ulid &page,
                     const content::PageContent &content)
{
    auto changed = std::make_shared<SiteSnapshot>(*snapshot);
    for (auto &value : changed->pages) {
        if (value->id != page)
            continue;
        auto swapped = std::make_shared<PageValue>(*value);
        swapped->content = content;
        value = std::move(swapped);
        break;
    }
    return changed;
}

} // namespace kakehashi::render
