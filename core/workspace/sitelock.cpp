#include "workspace/sitelock.h"

#include "base/account.h"
#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

const QString lockName = QStringLiteral("site.lock");

QString holderFileIn(const QString &folder)
{
    return QDir(folder).filePath(lockName + QStringLiteral(".json"));
}

LockHolder readHolder(const QString &folder)
{
    const auto bytes = readFile(holderFileIn(folder), 10'000);
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    LockHolder holder{text(QLatin1String("user")), text(QLatin1String("machine")),
                      json.value(QLatin1String("pid")).toInteger(),
                      fromStored(text(QLatin1String("since")))};
    holder.isHere = holder.machine == QSysInfo::machineHostName();
    return holder;
}

QString lockedText(const QString &folder)
{
    const LockHolder holder = SiteLock::holderOf(folder).value_or(readHolder(folder));
    const QString shown = QDir::toNativeSeparators(folder);
    return holder.isHere
               ? Text::tr("The site %1 is open already: %2. Close it there first.")
                     .arg(shown, describe(holder))
               : Text::tr("The site %1 is open on another computer: %2. Close it there first. If "
                          "that computer is gone for good, the window offers to open the site all "
                          "the same.")
                     .arg(shown, describe(holder));
}

} // namespace

SiteLock::SiteLock(const QString &folder)
    : m_holderFile(holderFileIn(folder)), m_lock(QDir(folder).filePath(lockName))
{
    // Never by age: a window may stay open for days. Only a dead program's lock is stale.
    m_lock.setStaleLockTime(0);
}

SiteLock::~SiteLock()
{
    if (m_lock.isLocked())
        QFile::remove(m_holderFile);
}

std::optional<LockHolder> SiteLock::holderOf(const QString &folder)
{
    QLockFile lock(QDir(folder).filePath(lockName));
    LockHolder holder = readHolder(folder);
    QString program;
    if (!lock.getLockInfo(&holder.process, &holder.machine, &program))
        return {};
    holder.isHere = holder.machine == QSysInfo::machineHostName();
    return holder;
}

QString describe(const LockHolder &holder)
{
    return Text::tr("%1 on %2 since %3 (process %4)")
        .arg(holder.user.isEmpty() ? Text::tr("somebody") : holder.user, holder.machine,
             holder.since.toTimeZone(japanTime()).toString(QStringLiteral("yyyy-MM-dd HH:mm")))
        .arg(holder.process);
}

Result<void> SiteLock::takeAway(const QString &folder)
{
    const auto holder = holderOf(folder);
    if (!holder)
        return {};
    if (holder->isHere)
        return fail(ErrorCode::Refused, Text::tr("The site is open on this computer: %1. Close it "
                                                 "there first.")
                                            .arg(describe(*holder)));
    const QString path = QDir(folder).filePath(lockName);
    if (QFile::remove(path) || !QFile::exists(path))
        return {};
    return fail(ErrorCode::PermissionDenied,
                Text::tr("The lock of %1 cannot be taken away: the folder refuses it.")
                    .arg(describe(*holder)));
}

Result<std::unique_ptr<SiteLock>> SiteLock::take(const QString &folder, const Clock &clock)
{
    std::unique_ptr<SiteLock> lock(new SiteLock(folder));
    const QString shown = QDir::toNativeSeparators(folder);
    // Who goes in the ordinary way takes the lock away; one that gives way is a dead program's.
    const auto before = holderOf(folder);
    if (!lock->m_lock.tryLock()) {
        if (lock->m_lock.error() == QLockFile::LockFailedError)
            return fail(ErrorCode::Locked, lockedText(folder));
        return fail(ErrorCode::ReadOnly,
                    Text::tr("The site folder %1 cannot be written to. Check its permissions, or "
                             "copy it to a place where you may write.")
                        .arg(shown));
    }
    lock->m_left = before;
    const QJsonObject json{{QStringLiteral("user"), accountName()},
                           {QStringLiteral("machine"), QSysInfo::machineHostName()},
                           {QStringLiteral("pid"), QCoreApplication::applicationPid()},
                           {QStringLiteral("since"), toStored(clock.now())}};
    if (auto written = writeFile(lock->m_holderFile, QJsonDocument(json).toJson()); !written)
        return passOn(written);
    return lock;
}

} // namespace kakehashi::workspace
