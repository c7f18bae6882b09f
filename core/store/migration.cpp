#include "store/migration.h"

#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::store {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Store)
};

using Versions = QHash<QString, int>;

Result<Versions> appliedVersions(Database &database)
{
    Query exists(database, QStringLiteral("SELECT count(*) FROM sqlite_master "
                                          "WHERE type = 'table' AND name = 'schema_version'"));
    auto found = exists.first({}, [](const Query &row) { return row.flag(0); });
    if (!found)
        return passOn(found);
    Versions versions;
    if (!found->value_or(false))
        return versions;
    Query query(database, QStringLiteral("SELECT module, version FROM schema_version"));
    auto rows =
        query.all({}, [](const Query &row) { return std::pair(row.text(0), row.number(1)); });
    if (!rows)
        return passOn(rows);
    for (const auto &[module, version] : std::as_const(*rows))
        versions.insert(module, version);
    return versions;
}

Result<void> apply(Database &database, const MigrationSet &set, int applied)
{
    Query note(database,
               QStringLiteral("INSERT INTO schema_version (module, version, applied_at) "
                              "VALUES (?, ?, ?) ON CONFLICT (module) DO UPDATE "
                              "SET version = excluded.version, applied_at = excluded.applied_at"));
    for (const Migration &migration : set.migrations) {
        if (migration.number <= applied)
            continue;
        for (const QString &sql : migration.statements) {
            if (auto done = database.execute(sql); !done)
                return done;
        }
        auto noted = note.run({set.module, migration.number, Clock::system().now()});
        if (!noted)
            return passOn(noted);
    }
    return {};
}

} // namespace

Result<bool> needsMigration(Database &database, const MigrationSets &sets)
{
    auto applied = appliedVersions(database);
    if (!applied)
        return passOn(applied);
    bool needed = false;
    for (const MigrationSet &set : sets) {
        needed |= applied->value(set.module) < set.newest();
        if (applied->take(set.module) > set.newest())
            applied->insert(set.module, set.newest() + 1);
    }
    // What is left is of a newer number, or of a module that this program does not have.
    if (!applied->isEmpty())
        return fail(ErrorCode::NewerVersion,
                    Text::tr("%1 was last opened with a newer version of this program. Install "
                             "that version and open it again; nothing was changed.")
                        .arg(QDir::toNativeSeparators(database.file())),
                    applied->keys().join(QLatin1Char(' ')));
    return needed;
}

Result<void> migrate(Database &database, const MigrationSets &sets)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return passOn(transaction);
    if (auto done = database.execute(
            QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (module TEXT PRIMARY KEY, "
                           "version INTEGER NOT NULL, applied_at TEXT NOT NULL)"));
        !done)
        return done;
    auto applied = appliedVersions(database);
    if (!applied)
        return passOn(applied);
    for (const MigrationSet &set : sets) {
        if (auto done = apply(database, set, applied->value(set.module)); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace kakehashi::store
