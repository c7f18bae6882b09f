#include "content/page/trashredirects.h"

#include "content/site/linktarget.h"
#include "content/site/site.h"
#include "security/reservedpath.h"
#include "store/query.h"

#include <QCoreApplication>

#include <optional>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Pages)
};

constexpr int movedForGood = 301;

struct Kept
{
    Ulid redirect;
    std::optional<QString> target; ///< nothing: there was no such redirect
    int status = movedForGood;
    QString trashedTarget; ///< where trash() made it lead
};

Result<void> keep(store::Database &database, const Ulid &page, const Kept &kept)
{
    store::Query query(database,
                       QStringLiteral("INSERT INTO trashed_redirect (page_id, redirect_id, "
                                      "former_target, former_status, trashed_target) "
                                      "VALUES (?, ?, ?, ?, ?)"));
    const store::Value target = kept.target ? store::Value(*kept.target) : store::Value(Ulid());
    if (auto done = query.run({page, kept.redirect, target, kept.status, kept.trashedTarget});
        !done)
        return passOn(done);
    return {};
}

/// All that lead to the page, and what covers its address.
Result<QList<Redirect>> redirectsAt(store::Database &database, const QString &path)
{
    store::Query query(database,
                       QStringLiteral("SELECT id, from_path, target, status FROM redirect "
                                      "WHERE target = ? OR target LIKE ? OR from_path IN (?, ?) "
                                      "ORDER BY from_path"));
    const QString parts = path + QStringLiteral("#%");
    return query.all({path, parts, path, path.chopped(1)}, [](const store::Query &row) {
        return Redirect{row.id(0), row.text(1), row.text(2), row.number(3)};
    });
}

Result<void> setTarget(store::Database &database, const Ulid &id, const QString &target, int status)
{
    store::Query query(database,
                       QStringLiteral("UPDATE redirect SET target = ?, status = ? WHERE id = ?"));
    if (auto done = query.run({target, status, id}); !done)
        return passOn(done);
    return {};
}

} // namespace

Result<void> TrashRedirects::lead(const Page &page, const QString &target)
{
    if (auto valid = checkLinkTarget(target, page.path); !valid)
        return valid;
    if (target.section(u'#', 0, 0) == page.path)
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 cannot lead to itself once it is in the trash. Choose another "
                             "page.")
                        .arg(page.path));
    const auto there = redirectsAt(m_database, page.path);
    if (!there)
        return passOn(there);
    bool isCovered = false;
    for (const Redirect &redirect : *there) {
        const bool covers = redirect.from == page.path || redirect.from == page.path.chopped(1);
        isCovered = isCovered || covers;
        const Kept kept{redirect.id, redirect.target, redirect.status, target};
        if (auto done = keep(m_database, page.id, kept); !done)
            return done;
        const int status = covers ? movedForGood : redirect.status;
        if (auto done = setTarget(m_database, redirect.id, target, status); !done)
            return done;
    }
    if (isCovered || security::isGeneratedAddress(page.path))
        return {};
    const Ulid added = Ulid::generate();
    store::Query add(m_database, QStringLiteral("INSERT INTO redirect (id, from_path, target, "
                                                "status) VALUES (?, ?, ?, ?)"));
    if (auto done = add.run({added, page.path, target, movedForGood}); !done)
        return passOn(done);
    return keep(m_database, page.id, {added, std::nullopt, movedForGood, target});
}

Result<void> TrashRedirects::takeBack(const Ulid &page)
{
    store::Query query(m_database,
                       QStringLiteral("SELECT trashed_redirect.redirect_id, former_target, "
                                      "former_status, trashed_target FROM trashed_redirect "
                                      "JOIN redirect ON redirect.id = redirect_id "
                                      "AND redirect.target = trashed_target WHERE page_id = ?"));
    const auto kept = query.all({page}, [](const store::Query &row) {
        return Kept{row.id(0), row.isNull(1) ? std::nullopt : std::optional(row.text(1)),
                    row.number(2), row.text(3)};
    });
    if (!kept)
        return passOn(kept);
    store::Query remove(m_database, QStringLiteral("DELETE FROM redirect WHERE id = ?"));
    for (const Kept &one : *kept) {
        if (one.target) {
            if (auto done = setTarget(m_database, one.redirect, *one.target, one.status); !done)
                return done;
        } else if (auto done = remove.run({one.redirect}); !done) {
            return passOn(done);
        }
    }
    store::Query forget(m_database, QStringLiteral("DELETE FROM trashed_redirect "
                                                   "WHERE page_id = ?"));
    if (auto done = forget.run({page}); !done)
        return passOn(done);
    return {};
}

} // namespace kakehashi::content
