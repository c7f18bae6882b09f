#include "base/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

namespace kakehashi {
namespace {

#ifndef Q_OS_WIN
/// Bits that nobody sets but for a team: what is made in the folder is the group's, or the group
/// may make it.
bool isTeams(const struct stat &folder)
{
    return S_ISDIR(folder.st_mode) && (folder.st_mode & (S_ISGID | S_IWGRP)) != 0;
}

bool isShared(const QString &path, const struct stat &itself)
{
    struct stat above = {};
    const QByteArray parent = QFile::encodeName(QFileInfo(path).absolutePath());
    return isTeams(itself) || (::stat(parent.constData(), &above) == 0 && isTeams(above));
}
#endif

} // namespace

Result<void> keepPrivate(const QString &path, Sharing sharing)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path);
    Q_UNUSED(sharing);
#else
    const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    struct stat now = {};
    // What a link leads to is its owner's to arrange.
    if (::lstat(name.constData(), &now) != 0 || S_ISLNK(now.st_mode))
        return {};
    struct stat counted = now;
    if (sharing == Sharing::AsAbove)
        counted.st_mode &= ~mode_t(S_ISGID | S_IWGRP);
    const mode_t taken = isShared(path, counted) ? S_IRWXO : S_IRWXG | S_IRWXO;
    if ((now.st_mode & taken) == 0)
        return {};
    // chmod() of all bits: Qt's would lose that the group is handed down.
    if (::chmod(name.constData(), now.st_mode & 07777 & ~taken) != 0)
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
