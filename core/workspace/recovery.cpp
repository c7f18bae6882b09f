#include "base/file.h"
#include "store/backup.h"
#include "store/database.h"
#include "workspace/layout.h"
#include "workspace/sitelock.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

tl::unexpected<Error> notMoved(const QFile &file)
{
    return fail(ErrorCode::Failed,
                Text::tr("%1 could not be moved (%2), so nothing was restored. Check the folder's "
                         "permissions and try again.")
                    .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

} // namespace

Result<QString> latestGoodBackup(const QString &folder)
{
    return store::BackupFolder(layout::backupsIn(folder)).newestGood();
}

Result<void> restoreBackup(const QString &folder, const QString &backup)
{
    const Clock &clock = Clock::system();
    auto lock = SiteLock::take(folder, clock);
    if (!lock)
        return passOn(lock);
    // Proved and copied before anything is moved: a failure leaves all as it was.
    {
        auto copy = store::Database::openReadOnly(backup);
        if (!copy)
            return passOn(copy);
        if (auto sound = (*copy)->check(true); !sound)
            return sound;
    }
    const QString database = layout::databaseIn(folder);
    const QString fresh = database + QStringLiteral(".restoring");
    QFile::remove(fresh);
    QFile source(backup);
    if (!source.copy(fresh))
        return writeError(fresh, source);
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser |
                                     QFile::WriteUser | QFile::ReadGroup);
    // The log goes with its database: next to another one SQLite would mix the two.
    const QString mark =
        QStringLiteral(".damaged-") + clock.now().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QList<QLatin1String> moved;
    const auto moveBack = [&] {
        for (const QLatin1String suffix : std::as_const(moved))
            QFile::rename(database + mark + suffix, database + suffix);
    };
    for (const QLatin1String suffix :
         {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")}) {
        QFile old(database + suffix);
        if (!old.exists())
            continue;
        if (!old.rename(database + mark + suffix)) {
            moveBack();
            return notMoved(old);
        }
        moved.append(suffix);
    }
    QFile restored(fresh);
    if (!restored.rename(database)) {
        moveBack();
        return notMoved(restored);
    }
    return {};
}

} // namespace kakehashi::workspace
