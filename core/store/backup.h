#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace kakehashi::store {

class Database;

struct BackupFile
{
    QString path;
    QDateTime madeAt; ///< UTC, from the name
};

/// Copies of a database in one folder, "site-20260401T090000123Z.sqlite". Each is proved by opening
/// it and reading all of it before it gets its name; a copy that fails is never kept.
class BackupFolder
{
public:
    explicit BackupFolder(QString folder, const Clock &clock = Clock::system());

    /// Copies (VACUUM INTO: one consistent state, also while others write), proves the copy,
    /// removes all but the newest 20. Returns the copy's path. Fails with DiskFull or ReadOnly.
    Result<QString> make(Database &database);

    /// make(), unless one was made in the last 24 hours. Returns the path, empty when not due.
    Result<QString> makeWhenDue(Database &database);

    QList<BackupFile> list() const;     ///< newest first
    Result<QString> newestGood() const; ///< NotFound when none opens and passes its check

private:
    void removeOld() const;

    QString m_folder;
    const Clock &m_clock;
};

} // namespace kakehashi::store
