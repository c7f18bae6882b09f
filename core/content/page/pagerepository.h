#pragma once

#include "base/clock.h"
#include "content/page/page.h"
#include "store/database.h"

#include <QHash>

#include <initializer_list>

namespace kakehashi::store {
class Value;
}

namespace kakehashi::content {

/// A page with what a tree or a list shows of it; from the working revision.
struct PageEntry
{
    Page page;
    QString title;
    QDate date;
    PublishWindow window;
    QString author;      ///< of the working revision
    QDateTime updatedAt; ///< when the working revision was made, UTC
    Language language;
    bool hasDraft = false;
};

/// What was typed and not yet saved as a revision.
struct Draft
{
    Ulid pageId;
    PageContent content;
    int base = 0; ///< the working revision it was typed over
    QDateTime savedAt;
};

/// A revision with its place: what a snapshot needs, read in one go.
struct PageWithRevision
{
    Page page;
    Revision revision;
};

/// What a new page begins with.
struct NewPage
{
    QString kind;
    QString path;
    PageContent content = {};
    QString author = {};
    QString note = {};
    int position = -1;        ///< -1: after its siblings
    QDateTime createdAt = {}; ///< invalid: now; for pages that come from elsewhere
};

/// Pages and their unbroken line of revisions. The thread of the database. Each call is one
/// transaction: stored wholly, or failed and nothing changed.
class PageRepository
{
public:
    PageRepository(store::Database &database, const Clock &clock, store::ChangeHook changed = {},
                   store::ChangeHook draftChanged = {});

    /// Sorted by path. Trashed pages only when asked for.
    Result<QList<PageEntry>> list(bool withTrashed = false) const;
    Result<Page> page(const Ulid &id) const;        ///< NotFound
    Result<Page> byPath(const QString &path) const; ///< NotFound; never a trashed one
    Result<Revision> revision(const Ulid &page, int number) const; ///< NotFound
    Result<Revision> working(const Ulid &page) const;
    Result<Revision> live(const Ulid &page) const;             ///< NotFound when it is not public
    Result<QList<Revision>> revisions(const Ulid &page) const; ///< newest first
    /// Every page that is not trashed, with its working or its live revision (then only public
    /// ones), sorted by path.
    Result<QList<PageWithRevision>> all(bool liveRevisions) const;

    /// Revision 1, not live. Invalid for a bad path (PathGuard), AlreadyExists for one in use.
    Result<Page> create(const NewPage &page);

    /// Stores `content` as the next revision and clears the draft. Content equal to the working
    /// revision makes none; the working one is returned.
    Result<Revision> saveWorking(const Ulid &page, const PageContent &content,
                                 const QString &author, const QString &note = {});

    /// The working revisions become what the next publish sends; all or none.
    Result<void> approve(const QList<Ulid> &pages);
    Result<void> approve(const Ulid &page) { return approve(QList<Ulid>{page}); }
    /// After a publish: what went out is live, whatever was saved since it was planned. A page
    /// that went to the trash or was withdrawn meanwhile stays so: `formerLive` holds which
    /// revision was live when it was planned; a page that is not named there had none.
    Result<void> noteSent(const QHash<Ulid, int> &revisions,
                          const QHash<Ulid, int> &formerLive = {});
    Result<void> withdraw(const Ulid &page); ///< the next publish removes the page from the site

    Result<void> trash(const Ulid &page);
    Result<void> restore(const Ulid &page); ///< as it was; AlreadyExists when the path is taken

    /// Moves the page and all under it. What visitors may have kept, the old path of each public
    /// page, gets a redirect; menus follow. Home cannot move.
    Result<void> move(const Ulid &page, const QString &newPath);
    Result<void> setKind(const Ulid &page, const QString &kind);
    /// Puts siblings in this order.
    Result<void> reorder(const QList<Ulid> &siblings);

    /// The journal of typing; writing it again replaces it. DiskFull leaves the former one.
    Result<void> putDraft(const Ulid &page, const PageContent &content);
    Result<std::optional<Draft>> draft(const Ulid &page) const;
    Result<QList<Draft>> drafts() const; ///< newest first
    Result<void> clearDraft(const Ulid &page);

private:
    Result<void> ensureFree(const QString &path, const Ulid &except = {}) const;
    Result<int> nextPosition() const;
    Result<void> changeOne(const Ulid &page, const QString &assignment,
                           std::initializer_list<store::Value> values);
    Result<void> relocate(const Page &page, const QString &newPath);
    void news(const Ulid &page = {}) const;

    store::Database &m_database;
    const Clock &m_clock;
    store::ChangeHook m_changed;
    store::ChangeHook m_draftChanged;
};

} // namespace kakehashi::content
