#include "content/site/menurepository.h"

#include "content/site/linktarget.h"
#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QSet>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Menus)
};

MenuItem itemFrom(const store::Query &row)
{
    return {row.id(0), row.text(1), row.id(2), row.text(3), row.text(4), row.number(5)};
}

Result<void> validate(const QList<MenuItem> &items)
{
    QSet<Ulid> seen;
    for (const MenuItem &item : items) {
        if (item.label.trimmed().isEmpty())
            return fail(ErrorCode::Invalid,
                        Text::tr("A menu item that leads to %1 has no label. Give it one.")
                            .arg(item.target));
        if (auto target = checkLinkTarget(item.target, item.label); !target)
            return target;
        // A parent stands before its children, so a ring cannot come about.
        if (!item.parent.isNull() && !seen.contains(item.parent))
            return fail(ErrorCode::Invalid,
                        Text::tr("The menu item “%1” hangs under one that does not come before it.")
                            .arg(item.label));
        seen.insert(item.id);
    }
    return {};
}

} // namespace

MenuRepository::MenuRepository(store::Database &database, store::ChangeHook changed)
    : m_database(database), m_changed(std::move(changed))
{}

Result<QList<MenuItem>> MenuRepository::list() const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT id, menu, parent_id, label, target, position "
                                      "FROM menu_item ORDER BY menu, position, id"));
    return query.all({}, itemFrom);
}

Result<QList<MenuItem>> MenuRepository::items(const QString &menu) const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT id, menu, parent_id, label, target, position "
                                      "FROM menu_item WHERE menu = ? ORDER BY position, id"));
    return query.all({menu}, itemFrom);
}

Result<void> MenuRepository::replace(const QString &menu, QList<MenuItem> items)
{
    int position = 0;
    for (MenuItem &item : items) {
        item.menu = menu;
        item.position = ++position;
        if (item.id.isNull())
            item.id = Ulid::generate();
    }
    if (auto valid = validate(items); !valid)
        return valid;
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query clear(m_database, QStringLiteral("DELETE FROM menu_item WHERE menu = ?"));
    if (auto done = clear.run({menu}); !done)
        return passOn(done);
    store::Query add(m_database,
                     QStringLiteral("INSERT INTO menu_item (id, menu, parent_id, label, "
                                    "target, position) VALUES (?, ?, ?, ?, ?, ?)"));
    for (const MenuItem &item : std::as_const(items)) {
        if (auto done =
                add.run({item.id, item.menu, item.parent, item.label, item.target, item.position});
            !done)
            return passOn(done);
    }
    if (auto done = transaction->commit(); !done)
        return done;
    if (m_changed)
        m_changed({});
    return {};
}

} // namespace kakehashi::content
