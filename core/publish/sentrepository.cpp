#include "publish/sentrepository.h"

#include "store/query.h"
#include "store/transaction.h"

namespace kakehashi::publish {

Result<QHash<Ulid, int>> SentRepository::revisions(const Ulid &target) const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT page, revision FROM page_sent WHERE target = ?"));
    const auto rows = query.all(
        {target}, [](const store::Query &row) { return std::pair(row.id(0), row.number(1)); });
    if (!rows)
        return passOn(rows);
    QHash<Ulid, int> revisions;
    for (const auto &[page, revision] : *rows)
        revisions.insert(page, revision);
    return revisions;
}

Result<void> SentRepository::note(const Ulid &target, const QHash<Ulid, int> &revisions,
                                  const QSet<Ulid> &kept, const QDateTime &at)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const auto before = this->revisions(target);
    if (!before)
        return passOn(before);
    store::Query put(m_database,
                     QStringLiteral("INSERT INTO page_sent (target, page, revision, at) "
                                    "VALUES (?, ?, ?, ?) ON CONFLICT (target, page) DO UPDATE SET "
                                    "revision = excluded.revision, at = excluded.at"));
    for (auto sent = revisions.cbegin(); sent != revisions.cend(); ++sent) {
        if (before->value(sent.key()) == sent.value())
            continue;
        if (const auto done = put.run({target, sent.key(), sent.value(), at}); !done)
            return passOn(done);
    }
    store::Query drop(m_database,
                      QStringLiteral("DELETE FROM page_sent WHERE target = ? AND page = ?"));
    for (auto sent = before->cbegin(); sent != before->cend(); ++sent) {
        if (revisions.contains(sent.key()) || kept.contains(sent.key()))
            continue;
        if (const auto done = drop.run({target, sent.key()}); !done)
            return passOn(done);
    }
    return transaction->commit();
}

Result<void> SentRepository::forget(const Ulid &target)
{
    store::Query drop(m_database, QStringLiteral("DELETE FROM page_sent WHERE target = ?"));
    const auto done = drop.run({target});
    return done ? Result<void>() : Result<void>(passOn(done));
}

} // namespace kakehashi::publish
