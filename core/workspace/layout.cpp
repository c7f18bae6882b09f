#include "workspace/layout.h"

#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

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

Result<void> keepPrivate(const QString &folder)
{
    static const QStringList ours{QStringLiteral("media"),   QStringLiteral("objects"),
                                  QStringLiteral("backups"), QStringLiteral("cache"),
                                  QStringLiteral("publish"), QStringLiteral("theme")};
    const QDir place(folder);
    QStringList paths;
    // Somebody may have put a folder there that a web server shows.
    const QStringList folders = place.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    if (std::all_of(folders.cbegin(), folders.cend(),
                    [](const QString &name) { return ours.contains(name); }))
        paths.append(QFileInfo(folder).absoluteFilePath());
    for (const QFileInfo &entry :
         place.entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks))
        paths.append(entry.filePath());
    for (const QString &name : ours) {
        if (name != QLatin1String("theme"))
            paths.append(place.filePath(name));
    }
    Result<void> all;
    for (const QString &path : paths) {
        if (auto kept = kakehashi::keepPrivate(path); !kept)
            all = kept;
    }
    return all;
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
