#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kakehashi::store {

/// One step of a schema. Once released it never changes; a correction is the next number.
/// Its SQL is valid for SQLite 3.40 and PostgreSQL 15.
struct Migration
{
    int number = 0; ///< 1, 2, 3 … without a gap within the module
    QStringList statements;
};

/// The line of migrations of one module; modules are numbered apart, so that none waits for
/// another. In a list of sets a module comes after those whose tables it refers to.
struct MigrationSet
{
    QString module; ///< "content", stable
    QList<Migration> migrations;

    int newest() const { return migrations.isEmpty() ? 0 : migrations.last().number; }
};

using MigrationSets = QList<MigrationSet>;

class Database;

/// Whether the database lacks a migration. Fails with NewerVersion when it has one that this
/// program does not know.
Result<bool> needsMigration(Database &database, const MigrationSets &sets);

/// Applies what is missing, all in one transaction: either the old schema or the newest.
Result<void> migrate(Database &database, const MigrationSets &sets);

} // namespace kakehashi::store
