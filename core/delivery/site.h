#pragma once

#include "check/gate/gate.h"
#include "check/outside/outsidelinkrepository.h"
#include "check/rulebook.h"
#include "delivery/records.h"
#include "render/render.h"
#include "render/sinks.h"
#include "workspace/parts/stores.h"
#include "workspace/themefolder.h"

namespace kakehashi::delivery {

/// The site as it is to go out, read at one moment. Values, so any thread may build it.
struct Content
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    Issue themeIssue; ///< without text: the theme is whole
    render::RenderOptions options;
    check::RuleBook::Ptr rules;
    QList<check::Exception> exceptions; ///< that hold
    QHash<QString, check::OutsideState> outside;
    Sent sent; ///< which revisions these are
};

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
    Result<render::SnapshotPtr> snapshot(const QSet<Ulid> &promoted) const;
    Result<Sent> revisionsIn(const render::SiteSnapshot &snapshot,
                             const QSet<Ulid> &promoted) const;

    std::unique_ptr<workspace::OwnStores> m_stores;
    workspace::ThemeFolder m_theme;
    render::ObjectStore m_objects;
};

} // namespace kakehashi::delivery
