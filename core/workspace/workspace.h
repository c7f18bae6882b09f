#pragma once

#include "base/clock.h"
#include "base/issue.h"
#include "base/job.h"
#include "render/render.h"
#include "render/sinks.h"

#include <QSet>

#include <functional>
#include <memory>

namespace kakehashi::store {
class Database;
}
namespace kakehashi::content {
class PageRepository;
class MediaRepository;
class MenuRepository;
class RedirectRepository;
class SiteRepository;
} // namespace kakehashi::content
namespace kakehashi::statistics {
class SeriesRepository;
}
namespace kakehashi::banner {
class BannerRepository;
}

namespace kakehashi::workspace {

class ChangeNews;
struct Change;
struct SiteStores;

/// What goes into a snapshot.
struct SnapshotOptions
{
    /// Working: what staff see (preview, review). Live: what the next publish sends.
    enum class Revisions { Working, Live };

    Revisions revisions = Revisions::Live;
    QSet<Ulid> promoted = {}; ///< with Live: these pages' working revisions are taken all the same
    QDateTime asOf = {};      ///< UTC; invalid: now
};

/// An open site folder: lock, migrated database, repositories, theme. One thread only (the one
/// that opened it); snapshots taken from it may go anywhere.
class Workspace
{
public:
    /// Makes the folder with an empty site: a home page, not public yet. AlreadyExists when it
    /// holds a site or other files.
    static Result<std::unique_ptr<Workspace>> create(const QString &folder, const QString &name,
                                                     const Clock &clock = Clock::system());
    /// Fails with NotFound, ReadOnly, NewerVersion, Locked (says who holds it) or Corrupt (then
    /// latestGoodBackup() tells what can be restored).
    static Result<std::unique_ptr<Workspace>> open(const QString &folder,
                                                   const Clock &clock = Clock::system());
    ~Workspace();

    QString folder() const;
    const Clock &clock() const;

    content::SiteRepository &site();
    content::PageRepository &pages();
    content::MediaRepository &media();
    content::MenuRepository &menus();
    content::RedirectRepository &redirects();
    statistics::SeriesRepository &series();
    banner::BannerRepository &banners();
    store::Database &database();
    SiteStores stores(); ///< all of these as one value
    ChangeNews &news();  ///< tells of every change stored through the repositories

    Result<render::SnapshotPtr> snapshot(const SnapshotOptions &options) const;
    /// A snapshot of working revisions brought up to date with these changes alone.
    Result<render::SnapshotPtr> renewed(const render::SiteSnapshot &former,
                                        const QList<Change> &changes) const;
    /// The site's theme. When the staff broke it, the last good one is kept and `issue` says where.
    Result<render::ThemePtr> theme(Issue *issue = nullptr) const;
    render::RenderOptions renderOptions() const;
    render::ObjectStore &objects();

    /// Runs several changes as one: all are stored, or, when `work` fails, none.
    Result<void> allOrNothing(const std::function<Result<void>()> &work);

    /// Copies database to backups/ and proves it by opening the copy. Returns its path.
    Result<QString> backup();

    const QList<content::Kind> &kinds() const;
    /// What went wrong in opening without preventing it, such as today's backup.
    const Issues &findings() const;

private:
    Workspace();
    Result<void> fillEmpty(const QString &name);
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The newest backup of the site folder that opens and passes its integrity check, or NotFound.
Result<QString> latestGoodBackup(const QString &folder);

/// Puts a backup in the place of a damaged database, which is kept beside it as *.damaged-TIME.
Result<void> restoreBackup(const QString &folder, const QString &backup);

/// Makes a new site folder from a sample (resources/sample): pages, media, menus, figures, banners.
Result<std::unique_ptr<Workspace>> createSample(const QString &folder,
                                                const JobContext &context = {},
                                                const Clock &clock = Clock::system());

} // namespace kakehashi::workspace
