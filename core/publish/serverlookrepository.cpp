#include "publish/serverlookrepository.h"

#include "store/query.h"

namespace kakehashi::publish {

Result<std::optional<ServerLook>> ServerLookRepository::last(const Ulid &target) const
{
    store::Query query(m_database, QStringLiteral("SELECT at, problem, scheduled FROM server_look "
                                                  "WHERE target = ?"));
    return query.first({target}, [](const store::Query &row) {
        return ServerLook{row.time(0), row.text(1), row.time(2)};
    });
}

Result<void> ServerLookRepository::note(const Ulid &target, const QDateTime &at,
                                        const QString &problem)
{
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO server_look (target, at, problem) "
                                      "VALUES (?, ?, ?) ON CONFLICT (target) DO UPDATE SET "
                                      "at = excluded.at, problem = excluded.problem"));
    const auto done = query.run({target, at, problem});
    return done ? Result<void>() : Result<void>(passOn(done));
}

Result<void> ServerLookRepository::noteScheduled(const Ulid &target, const QDateTime &at)
{
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO server_look (target, at, problem, scheduled) "
                                      "VALUES (?, ?, '', ?) ON CONFLICT (target) DO UPDATE SET "
                                      "scheduled = excluded.scheduled"));
    const auto done = query.run({target, at, at});
    return done ? Result<void>() : Result<void>(passOn(done));
}

} // namespace kakehashi::publish
