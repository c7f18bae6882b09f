#include "store/backup.h"

#include "base/file.h"
#include "base/privatefile.h"
#include "store/query.h"

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::store {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Store)
};

constexpr int keptBackups = 20;
constexpr qint64 secondsOfDay = 24 * 3600;
const QLatin1String prefix("site-");
const QLatin1String suffix(".sqlite");
const QLatin1String unproven(".unproven");
const QString timeFormat = QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'");

Result<void> prove(const QString &file)
{
    auto copy = Database::openReadOnly(file);
    if (!copy)
        return passOn(copy);
    return (*copy)->check(true);
}

QDateTime timeInName(const QString &name)
{
    const QString middle = name.mid(prefix.size(), name.size() - prefix.size() - suffix.size());
    QDateTime time = QDateTime::fromString(middle, timeFormat);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

BackupFolder::BackupFolder(QString folder, const Clock &clock)
    : m_folder(std::move(folder)), m_clock(clock)
{}

Result<QString> BackupFolder::make(Database &database)
{
    const auto sharing = QFileInfo::exists(m_folder) ? Sharing::AsItIs : Sharing::AsAbove;
    if (auto made = makeFolder(m_folder); !made)
        return passOn(made);
    // A backup that others can read is better than none; opening the site says so.
    static_cast<void>(keepPrivate(m_folder, sharing));
    const QString name = prefix + m_clock.now().toString(timeFormat) + suffix;
    const QString path = QDir(m_folder).filePath(name);
    const QString draft = path + unproven;
    QFile::remove(draft);
    Query copy(database, QStringLiteral("VACUUM INTO ?"));
    if (auto copied = copy.run({draft}); !copied) {
        QFile::remove(draft);
        return passOn(copied);
    }
    static_cast<void>(keepPrivate(draft));
    if (auto proved = prove(draft); !proved) {
        QFile::remove(draft);
        return passOn(proved);
    }
    QFile::remove(path);
    QFile file(draft);
    if (!file.rename(path))
        return writeError(path, file);
    removeOld();
    return path;
}

Result<QString> BackupFolder::makeWhenDue(Database &database)
{
    const QList<BackupFile> made = list();
    // A backup from the future (a wrong clock, once) must not hold off all later ones.
    if (!made.isEmpty() && qAbs(made.first().madeAt.secsTo(m_clock.now())) < secondsOfDay)
        return QString();
    return make(database);
}

QList<BackupFile> BackupFolder::list() const
{
    const QStringList names = QDir(m_folder).entryList({prefix + QLatin1Char('*') + suffix},
                                                       QDir::Files, QDir::Name | QDir::Reversed);
    QList<BackupFile> files;
    for (const QString &name : names) {
        if (const QDateTime time = timeInName(name); time.isValid())
            files.append({QDir(m_folder).filePath(name), time});
    }
    return files;
}

Result<QString> BackupFolder::newestGood() const
{
    const QList<BackupFile> files = list();
    for (const BackupFile &file : files) {
        if (prove(file.path))
            return file.path;
    }
    return fail(ErrorCode::NotFound,
                Text::tr("There is no good backup in %1. Look for a copy of the site folder "
                         "elsewhere, such as on a file server.")
                    .arg(QDir::toNativeSeparators(m_folder)));
}

void BackupFolder::removeOld() const
{
    const QList<BackupFile> files = list();
    for (qsizetype i = keptBackups; i < files.size(); ++i)
        QFile::remove(files.at(i).path);
}

} // namespace kakehashi::store
