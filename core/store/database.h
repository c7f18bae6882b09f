#pragma once

#include "base/ulid.h"
#include "store/migration.h"

#include <QString>

#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlError;

namespace kakehashi::store {

/// Called after a change was stored, with the id of what changed; a null id means several.
using ChangeHook = std::function<void(const Ulid &id)>;

/// One connection to one SQLite file: WAL, synchronous=FULL, foreign keys on, five seconds of
/// patience with another writer. Belongs to the thread that opened it.
class Database
{
public:
    /// Run before the first migration of a file that holds an older schema; its failure stops the
    /// migration. This is where the backup is made.
    using BeforeMigrating = std::function<Result<void>(Database &)>;

    /// Opens or makes the file, checks it and brings its schema up to date. Fails with ReadOnly,
    /// PermissionDenied, Corrupt, NewerVersion or Locked.
    static Result<std::unique_ptr<Database>> open(const QString &file, const MigrationSets &sets,
                                                  const BeforeMigrating &beforeMigrating = {});
    /// Opens an existing file for reading, without migrating: to prove a backup.
    static Result<std::unique_ptr<Database>> openReadOnly(const QString &file);
    ~Database();

    QString file() const;

    /// Runs one statement without parameters, e.g. a PRAGMA.
    Result<void> execute(const QString &sql);

    /// Reads every page of the file; `thorough` compares indexes with their tables too. Corrupt
    /// when anything is wrong.
    Result<void> check(bool thorough);

    const QSqlDatabase &connection() const;

    /// SQLite's result code as our error, with a sentence that names the file and what to do.
    tl::unexpected<Error> failure(const QSqlError &error, const QString &sql) const;

private:
    friend class Transaction;
    Database();
    int enterTransaction(); ///< the depth before it: 0 for the outermost
    void leaveTransaction();
    Result<void> connect(const QString &file, bool readOnly);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kakehashi::store
