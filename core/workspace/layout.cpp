#include "workspace/layout.h"

#include <QDir>
#include <QFile>

namespace kakehashi::workspace::layout {

QString databaseIn(const QString &folder)
{
    return QDir(folder).filePath(databaseName);
}

QString mediaIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("media"));
}

QString themeIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("theme"));
}

QString objectsIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("objects"));
}

QString backupsIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("backups"));
}

QString variantsIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("cache/variants"));
}

void removeAll(const QString &folder)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(databaseIn(folder) + QLatin1String(suffix));
    for (const QString &sub : {mediaIn(folder), themeIn(folder), objectsIn(folder),
                               backupsIn(folder), QDir(folder).filePath(QStringLiteral("cache"))})
        QDir(sub).removeRecursively();
    QDir().rmdir(folder);
}

} // namespace kakehashi::workspace::layout
