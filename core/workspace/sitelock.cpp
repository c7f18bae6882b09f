#include "workspace/sitelock.h"

#include "base/account.h"
#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSysInfo>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

const QString lockName = QStringLiteral("site.lock");

/// "hanako on pc-12 since 2026-04-01 09:00"
QString holder(const QString &holderFile, const QLockFile &lock)
{
    const auto bytes = readFile(holderFile, 10'000);
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    qint64 pid = 0;
    QString machine;
    QString program;
    lock.getLockInfo(&pid, &machine, &program);
    const QDateTime since = fromStored(text(QLatin1String("since"))).toLocalTime();
    return Text::tr("%1 on %2 since %3 (process %4)")
        .arg(text(QLatin1String("user")), machine, QLocale().toString(since, QLocale::ShortFormat))
        .arg(pid);
}

} // namespace

SiteLock::SiteLock(const QString &folder)
    : m_holderFile(QDir(folder).filePath(lockName + QStringLiteral(".json")))
    , m_lock(QDir(folder).filePath(lockName))
{
    // Never by age: a window may stay open for days. Only a dead program's lock is stale.
    m_lock.setStaleLockTime(0);
}

SiteLock::~SiteLock()
{
    if (m_lock.isLocked())
        QFile::remove(m_holderFile);
}

Result<std::unique_ptr<SiteLock>> SiteLock::take(const QString &folder, const Clock &clock)
{
    std::unique_ptr<SiteLock> lock(new SiteLock(folder));
    const QString shown = QDir::toNativeSeparators(folder);
    if (!lock->m_lock.tryLock()) {
        if (lock->m_lock.error() == QLockFile::LockFailedError)
            return fail(ErrorCode::Locked,
                        Text::tr("The site %1 is open already: %2. Close it there first. If that "
                                 "computer is gone for good, delete the file %3.")
                            .arg(shown, holder(lock->m_holderFile, lock->m_lock),
                                 QDir::toNativeSeparators(QDir(folder).filePath(lockName))));
        return fail(ErrorCode::ReadOnly,
                    Text::tr("The site folder %1 cannot be written to. Check its permissions, or "
                             "copy it to a place where you may write.")
                        .arg(shown));
    }
    const QJsonObject json{{QStringLiteral("user"), accountName()},
                           {QStringLiteral("machine"), QSysInfo::machineHostName()},
                           {QStringLiteral("pid"), QCoreApplication::applicationPid()},
                           {QStringLiteral("since"), toStored(clock.now())}};
    if (auto written = writeFile(lock->m_holderFile, QJsonDocument(json).toJson()); !written)
        return passOn(written);
    return lock;
}

} // namespace kakehashi::workspace
