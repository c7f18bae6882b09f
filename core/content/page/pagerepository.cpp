#include "content/page/pagerepository.h"

#include "content/page/cleancontent.h"
#include "content/page/revisionrow.h"
#include "content/page/trashredirects.h"
#include "security/pathguard.h"
#include "store/transaction.h"

#include <QCoreApplication>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Pages)
};

tl::unexpected<Error> noPage(const QString &which)
{
    return fail(ErrorCode::NotFound,
                Text::tr("The page %1 is not in this site. Look for it in the page tree or in the "
                         "trash.")
                    .arg(which));
}

PageEntry entryFrom(const store::Query &row)
{
    PageEntry entry;
    entry.page = pageFrom(row, 0);
    int column = pageColumnCount;
    entry.title = row.text(column++);
    entry.date = row.date(column++);
    entry.window.opens = row.time(column++);
    entry.window.closes = row.time(column++);
    entry.author = row.text(column++);
    entry.updatedAt = row.time(column++);
    entry.hasDraft = !row.isNull(column++);
    entry.language.tag = row.text(column++);
    entry.language.original = row.id(column);
    return entry;
}

Result<Page> onlyPage(Result<std::optional<Page>> found, const QString &which)
{
    if (!found)
        return passOn(found);
    if (!*found)
        return noPage(which);
    return **found;
}

/// A text that is again what is public is public: undone edits leave nothing to publish.
Result<int> liveAfter(const PageRepository &pages, const Revision &revision)
{
    const auto page = pages.page(revision.pageId);
    if (!page)
        return passOn(page);
    if (page->live == 0)
        return 0;
    const auto sent = pages.revision(page->id, page->live);
    if (!sent)
        return passOn(sent);
    return sent->content == revision.content ? revision.number : page->live;
}

} // namespace

PageRepository::PageRepository(store::Database &database, const Clock &clock,
                               store::ChangeHook changed, store::ChangeHook draftChanged)
    : m_database(database)
    , m_clock(clock)
    , m_changed(std::move(changed))
    , m_draftChanged(std::move(draftChanged))
{}

void PageRepository::news(const Ulid &page) const
{
    if (m_changed)
        m_changed(page);
}

Result<QList<PageEntry>> PageRepository::list(bool withTrashed) const
{
    store::Query query(
        m_database, QStringLiteral("SELECT ") + pageColumns() +
                        QStringLiteral(", revision.title, revision.shown_date, revision.opens, "
                                       "revision.closes, revision.author, revision.created_at, "
                                       "draft.page_id, revision.language, revision.translation_of "
                                       "FROM page JOIN revision "
                                       "ON revision.page_id = page.id "
                                       "AND revision.number = page.working "
                                       "LEFT JOIN draft ON draft.page_id = page.id "
                                       "WHERE page.trashed <= ? ORDER BY page.path"));
    return query.all({withTrashed}, entryFrom);
}

Result<Page> PageRepository::page(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + pageColumns() +
                                       QStringLiteral(" FROM page WHERE id = ?"));
    return onlyPage(query.first({id}, [](const store::Query &row) { return pageFrom(row, 0); }),
                    id.toString());
}

Result<Page> PageRepository::byPath(const QString &path) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + pageColumns() +
                                       QStringLiteral(" FROM page WHERE path = ? AND trashed = 0"));
    return onlyPage(query.first({path}, [](const store::Query &row) { return pageFrom(row, 0); }),
                    path);
}

Result<Revision> PageRepository::revision(const Ulid &page, int number) const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT ") + revisionColumns() +
                           QStringLiteral(" FROM revision WHERE page_id = ? AND number = ?"));
    auto found =
        query.first({page, number}, [](const store::Query &row) { return revisionFrom(row, 0); });
    if (!found)
        return passOn(found);
    if (!*found)
        return fail(ErrorCode::NotFound,
                    Text::tr("Revision %1 of this page is not there.").arg(number),
                    page.toString());
    return **found;
}

Result<Revision> PageRepository::working(const Ulid &page) const
{
    auto found = this->page(page);
    if (!found)
        return passOn(found);
    return revision(page, found->working);
}

Result<Revision> PageRepository::live(const Ulid &page) const
{
    auto found = this->page(page);
    if (!found)
        return passOn(found);
    if (found->live == 0)
        return fail(ErrorCode::NotFound,
                    Text::tr("The page %1 is not public yet. Publish it first.").arg(found->path));
    return revision(page, found->live);
}

Result<QList<Revision>> PageRepository::revisions(const Ulid &page) const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT ") + revisionColumns() +
                           QStringLiteral(" FROM revision WHERE page_id = ? ORDER BY number DESC"));
    return query.all({page}, [](const store::Query &row) { return revisionFrom(row, 0); });
}

Result<QList<PageWithRevision>> PageRepository::all(bool liveRevisions) const
{
    const QString number =
        liveRevisions ? QStringLiteral("page.live") : QStringLiteral("page.working");
    store::Query query(m_database,
                       QStringLiteral("SELECT ") + pageColumns() + QStringLiteral(", ") +
                           revisionColumns() +
                           QStringLiteral(" FROM page JOIN revision "
                                          "ON revision.page_id = page.id AND revision.number = ") +
                           number + QStringLiteral(" WHERE page.trashed = 0 ORDER BY page.path"));
    return query.all({}, [](const store::Query &row) {
        return PageWithRevision{pageFrom(row, 0), revisionFrom(row, pageColumnCount)};
    });
}

Result<void> PageRepository::ensureFree(const QString &path, const Ulid &except) const
{
    if (auto guarded = security::checkPagePath(path); !guarded)
        return guarded;
    auto there = byPath(path);
    if (!there)
        return there.error().code == ErrorCode::NotFound ? Result<void>() : passOn(there);
    if (there->id == except)
        return {};
    return fail(ErrorCode::AlreadyExists,
                Text::tr("There is a page at %1 already. Choose another path.").arg(path));
}

Result<int> PageRepository::nextPosition() const
{
    // Positions only compare siblings, so one that is greater than all others will do.
    store::Query query(m_database, QStringLiteral("SELECT max(position) FROM page"));
    auto last = query.first({}, [](const store::Query &row) { return row.number(0); });
    if (!last)
        return passOn(last);
    return last->value_or(0) + 1;
}

Result<Page> PageRepository::create(const NewPage &wanted)
{
    if (auto isFree = ensureFree(wanted.path); !isFree)
        return passOn(isFree);
    Page page;
    page.id = Ulid::generate(m_clock);
    page.kind = wanted.kind;
    page.path = wanted.path;
    page.position = wanted.position;
    page.working = 1;
    page.createdAt = wanted.createdAt.isValid() ? wanted.createdAt.toUTC() : m_clock.now();
    if (wanted.position < 0) {
        auto position = nextPosition();
        if (!position)
            return passOn(position);
        page.position = *position;
    }
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO page (id, kind, path, position, working, live, "
                                      "trashed, created_at) VALUES (?, ?, ?, ?, 1, 0, 0, ?)"));
    if (auto done = query.run({page.id, page.kind, page.path, page.position, page.createdAt});
        !done)
        return passOn(done);
    const Revision first{Ulid::generate(m_clock), page.id,       1,
                         cleaned(wanted.content), wanted.author, wanted.note,
                         page.createdAt};
    if (auto done = insertRevision(m_database, first); !done)
        return passOn(done);
    if (auto done = transaction->commit(); !done)
        return passOn(done);
    news(page.id);
    return page;
}

Result<Revision> PageRepository::saveWorking(const Ulid &id, const PageContent &given,
                                             const QString &author, const QString &note)
{
    const PageContent content = cleaned(given);
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    auto newest = working(id);
    if (!newest)
        return newest;
    Revision revision = *newest;
    if (newest->content != content) {
        revision = {
            Ulid::generate(m_clock), id, newest->number + 1, content, author, note, m_clock.now()};
        if (auto done = insertRevision(m_database, revision); !done)
            return passOn(done);
        const auto live = liveAfter(*this, revision);
        if (!live)
            return passOn(live);
        store::Query query(m_database,
                           QStringLiteral("UPDATE page SET working = ?, live = ? WHERE id = ?"));
        if (auto done = query.run({revision.number, *live, id}); !done)
            return passOn(done);
    }
    store::Query clear(m_database, QStringLiteral("DELETE FROM draft WHERE page_id = ?"));
    if (auto done = clear.run({id}); !done)
        return passOn(done);
    if (auto done = transaction->commit(); !done)
        return passOn(done);
    news(id);
    return revision;
}

Result<void> PageRepository::approve(const QList<Ulid> &pages)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database, QStringLiteral("UPDATE page SET live = working "
                                                  "WHERE id = ? AND trashed = 0"));
    for (const Ulid &id : pages) {
        auto changed = query.run({id});
        if (!changed)
            return passOn(changed);
        if (*changed == 0)
            return noPage(id.toString());
    }
    if (auto done = transaction->commit(); !done)
        return done;
    news(pages.size() == 1 ? pages.first() : Ulid());
    return {};
}

Result<void> PageRepository::noteSent(const QHash<Ulid, int> &revisions,
                                      const QHash<Ulid, int> &formerLive)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    // Never back: when it is noted late, a newer revision may have been approved meanwhile.
    store::Query query(m_database, QStringLiteral("UPDATE page SET live = ? WHERE id = ? AND "
                                                  "trashed = 0 AND live < ? AND "
                                                  "(live > 0 OR ? = 0)"));
    for (auto sent = revisions.cbegin(); sent != revisions.cend(); ++sent) {
        const int former = formerLive.value(sent.key());
        if (auto changed = query.run({sent.value(), sent.key(), sent.value(), former}); !changed)
            return passOn(changed);
    }
    if (auto done = transaction->commit(); !done)
        return done;
    news();
    return {};
}

Result<void> PageRepository::changeOne(const Ulid &id, const QString &assignment,
                                       std::initializer_list<store::Value> values)
{
    store::Query query(m_database, QStringLiteral("UPDATE page SET ") + assignment +
                                       QStringLiteral(" WHERE id = ?"));
    auto changed = query.run(values);
    if (!changed)
        return passOn(changed);
    if (*changed == 0)
        return noPage(id.toString());
    news(id);
    return {};
}

Result<void> PageRepository::withdraw(const Ulid &id)
{
    return changeOne(id, QStringLiteral("live = 0"), {id});
}

Result<void> PageRepository::setKind(const Ulid &id, const QString &kind)
{
    return changeOne(id, QStringLiteral("kind = ?"), {kind, id});
}

Result<void> PageRepository::trash(const Ulid &id)
{
    auto found = page(id);
    if (!found)
        return passOn(found);
    if (found->path == QLatin1String("/"))
        return fail(ErrorCode::Refused,
                    Text::tr("The home page cannot be put into the trash: a site needs one."));
    // `live` stays: it says what the page was, for when it comes back.
    return changeOne(id, QStringLiteral("trashed = 1"), {id});
}

Result<void> PageRepository::restore(const Ulid &id)
{
    auto found = page(id);
    if (!found)
        return passOn(found);
    if (auto isFree = ensureFree(found->path, id); !isFree)
        return isFree;
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database, QStringLiteral("UPDATE page SET trashed = 0 WHERE id = ?"));
    if (auto done = query.run({id}); !done)
        return passOn(done);
    if (auto done = TrashRedirects(m_database).takeBack(id); !done)
        return done;
    if (auto done = transaction->commit(); !done)
        return done;
    news(id);
    return {};
}

} // namespace kakehashi::content
