#pragma once

#include "delivery/source/content.h"
#include "render/sinks.h"

namespace kakehashi::delivery {

/// A site folder over a connection of its own, for the thread that opened it: a delivery takes
/// minutes, and the window goes on meanwhile. This process holds the folder's lock.
class Site
{
public:
    static Result<std::unique_ptr<Site>> open(const QString &folder, const Clock &clock);

    /// What is approved, and the working revisions of `promoted`.
    Result<Content> content(const QSet<Ulid> &promoted);

    workspace::SiteStores stores() const { return m_stores->stores(); }
    render::ObjectStore &objects() { return m_objects; }
    Result<Records> records();

private:
    Site(const QString &folder, std::unique_ptr<workspace::OwnStores> stores);
    Result<Sent> revisionsIn(const render::SiteSnapshot &snapshot,
                             const QSet<Ulid> &promoted) const;

    std::unique_ptr<workspace::OwnStores> m_stores;
    workspace::ThemeFolder m_theme;
    render::ObjectStore m_objects;
};

} // namespace kakehashi::delivery
