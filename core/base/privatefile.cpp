#include "base/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kakehashi {

Result<void> keepPrivate(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path);
#else
    const QFileInfo info(path);
    if (!info.exists() || info.isSymLink()) // what a link leads to is its owner's to arrange
        return {};
    const QFile::Permissions before = info.permissions();
    QFile::Permissions wanted = before & ~(QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
    const bool isShared = QFileInfo(info.absolutePath()).permission(QFile::WriteGroup);
    if (!isShared)
        wanted &= ~(QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup);
    // Qt tells the owner's bits twice, the second time as the caller's.
    constexpr auto everybody = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther |
                               QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup;
    if ((before & everybody) == (wanted & everybody))
        return {};
    if (!QFile::setPermissions(path, wanted))
        return fail(ErrorCode::PermissionDenied,
                    QCoreApplication::translate("kakehashi::PrivateFile",
                                                "%1 can be read by other accounts of this machine, "
                                                "and its permissions could not be changed. Ask "
                                                "whoever owns it to do so.")
                        .arg(QDir::toNativeSeparators(path)));
#endif
    return {};
}

} // namespace kakehashi
