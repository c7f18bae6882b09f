#include "content/page/pagerepository.h"

#include "content/page/revisionrow.h"
#include "security/reservedpath.h"
#include "store/transaction.h"

#include <QCoreApplication>

// The part of PageRepository that changes places.

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Pages)
};

const QString homePath = QStringLiteral("/");

/// Old address → new one, such that no chain of redirects and none over a page remains.
Result<void> putRedirect(store::Database &database, const Page &page, const QString &newPath)
{
    store::Query retarget(database, QStringLiteral("UPDATE redirect SET target = ? "
                                                   "WHERE target = ?"));
    if (auto done = retarget.run({newPath, page.path}); !done)
        return passOn(done);
    store::Query uncover(database,
                         QStringLiteral("DELETE FROM redirect WHERE from_path IN (?, ?)"));
    if (auto done = uncover.run({newPath, newPath.chopped(1)}); !done)
        return passOn(done);
    if (page.live == 0 || security::isGeneratedAddress(page.path))
        return {};
    store::Query add(database,
                     QStringLiteral("INSERT INTO redirect (id, from_path, target, status) "
                                    "VALUES (?, ?, ?, 301) ON CONFLICT (from_path) DO UPDATE "
                                    "SET target = excluded.target, status = excluded.status"));
    if (auto done = add.run({Ulid::generate(), page.path, newPath}); !done)
        return passOn(done);
    return {};
}

} // namespace

Result<void> PageRepository::relocate(const Page &page, const QString &newPath)
{
    if (auto isFree = ensureFree(newPath); !isFree)
        return isFree;
    store::Query place(m_database, QStringLiteral("UPDATE page SET path = ? WHERE id = ?"));
    if (auto done = place.run({newPath, page.id}); !done)
        return passOn(done);
    // With "#part" too; "||" and substr() are the same in SQLite and PostgreSQL.
    store::Query menus(m_database,
                       QStringLiteral("UPDATE menu_item SET target = ? || substr(target, ?) "
                                      "WHERE target = ? OR target LIKE ?"));
    const int rest = static_cast<int>(page.path.size()) + 1;
    const QString parts = page.path + QStringLiteral("#%");
    if (auto done = menus.run({newPath, rest, page.path, parts}); !done)
        return passOn(done);
    return putRedirect(m_database, page, newPath);
}

Result<void> PageRepository::move(const Ulid &id, const QString &newPath)
{
    auto moved = page(id);
    if (!moved)
        return passOn(moved);
    const QString oldPath = moved->path;
    if (oldPath == newPath)
        return {};
    if (oldPath == homePath)
        return fail(ErrorCode::Refused,
                    Text::tr("The home page cannot be moved: a site begins at /."));
    if (newPath.startsWith(oldPath))
        return fail(
            ErrorCode::Invalid,
            Text::tr("%1 cannot be moved to %2, which lies under it. Choose a place outside it.")
                .arg(oldPath, newPath));
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query under(m_database, QStringLiteral("SELECT ") + pageColumns() +
                                       QStringLiteral(" FROM page WHERE path LIKE ? AND "
                                                      "trashed = ? ORDER BY path"));
    auto pages = under.all({QString(oldPath + QLatin1Char('%')), moved->trashed},
                           [](const store::Query &row) { return pageFrom(row, 0); });
    if (!pages)
        return passOn(pages);
    for (const Page &page : std::as_const(*pages)) {
        const QString path = newPath + page.path.mid(oldPath.size());
        if (auto done = relocate(page, path); !done)
            return done;
    }
    if (auto done = transaction->commit(); !done)
        return done;
    news(pages->size() == 1 ? id : Ulid());
    return {};
}

Result<void> PageRepository::reorder(const QList<Ulid> &siblings)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database, QStringLiteral("UPDATE page SET position = ? WHERE id = ?"));
    int position = 0;
    for (const Ulid &id : siblings) {
        if (auto done = query.run({++position, id}); !done)
            return passOn(done);
    }
    if (auto done = transaction->commit(); !done)
        return done;
    news();
    return {};
}

} // namespace kakehashi::content
