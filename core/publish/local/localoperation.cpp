#include "publish/local/localoperation.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <io.h>
#endif

namespace kakehashi::publish {
namespace {

namespace fs = std::filesystem;
using Status = Outcome::Status;

fs::path native(const QString &path)
{
    return fs::path(path.toStdU16String());
}

Status statusOf(const std::error_code &code)
{
    if (!code)
        return Status::Ok;
    if (code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory)
        return Status::Missing;
    if (code == std::errc::file_exists)
        return Status::Exists;
    if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted ||
        code == std::errc::read_only_file_system)
        return Status::Denied;
#ifdef EDQUOT
    if (code == std::error_code(EDQUOT, std::generic_category()))
        return Status::NoSpace;
#endif
    return code == std::errc::no_space_on_device ? Status::NoSpace : Status::Failed;
}

Outcome outcomeOf(const std::error_code &code)
{
    return {statusOf(code), code ? QString::fromStdString(code.message()) : QString()};
}

/// Only right after a call of QFile failed.
Outcome lastFailure(const QFile &file)
{
    const std::error_code code(errno, std::generic_category());
    Outcome outcome = outcomeOf(code);
    if (outcome.ok())
        outcome = {Status::Failed, file.errorString()};
    return outcome;
}

/// With set-group-id, which QFileInfo does not tell.
int modeOf(const QFileInfo &info)
{
    std::error_code code;
    const fs::file_status status = fs::symlink_status(native(info.filePath()), code);
    if (code)
        return 0;
    const int mode = static_cast<int>(status.permissions() & fs::perms::mask);
    return mode == 0 ? FileInfo::forNobody : mode;
}

FileInfo infoOf(const QFileInfo &info)
{
    FileInfo made;
    if (info.isSymLink()) {
        made.kind = FileInfo::Kind::Link;
        return made;
    }
    if (!info.exists())
        return made;
    made.kind = info.isDir()    ? FileInfo::Kind::Folder
                : info.isFile() ? FileInfo::Kind::File
                                : FileInfo::Kind::Other;
    made.size = info.isFile() ? info.size() : 0;
    made.time = info.lastModified().toSecsSinceEpoch();
    made.mode = modeOf(info);
    return made;
}

Outcome look(const QString &path)
{
    Outcome outcome;
    outcome.info = infoOf(QFileInfo(path));
    return outcome;
}

Outcome list(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.isDir())
        return {Status::Missing};
    if (!folder.isReadable())
        return {Status::Denied};
    Outcome outcome;
    const auto entries = QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                  QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries)
        outcome.entries.append({entry.fileName(), infoOf(entry)});
    return outcome;
}

Outcome read(const Operation &operation)
{
    QFile file(operation.path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return lastFailure(file);
    Outcome outcome;
    outcome.bytes = file.read(operation.size);
    outcome.info = infoOf(QFileInfo(operation.path));
    return outcome;
}

Outcome link(const Operation &operation)
{
    std::error_code code;
    fs::create_hard_link(native(operation.path), native(operation.to), code);
    return outcomeOf(code);
}

/// link() and unlink(), as OpenSSH does it: the only way to rename that cannot overwrite. Where
/// the file system has no hard links, a look has to do.
Outcome move(const Operation &operation)
{
    const Outcome linked = link(operation);
    std::error_code code;
    if (linked.ok()) {
        fs::remove(native(operation.path), code);
        return outcomeOf(code);
    }
    if (linked.status == Status::Exists || linked.status == Status::Missing)
        return linked;
    if (!look(operation.to).info.isMissing())
        return {Status::Exists};
    fs::rename(native(operation.path), native(operation.to), code);
    return outcomeOf(code);
}

QFileDevice::Permissions permissionsOf(int mode)
{
    const auto group = [mode](int shift, int to) { return ((mode >> shift) & 7) << to; };
    return QFileDevice::Permissions(group(6, 12) | group(6, 8) | group(3, 4) | group(0, 0));
}

std::error_code setPermissions(const QString &path, int mode)
{
    std::error_code code;
    fs::permissions(native(path), fs::perms(mode & 07777), code);
    return code;
}

bool flushed(QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#elif defined(Q_OS_WIN)
    return _commit(file.handle()) == 0;
#else
    return file.flush();
#endif
}

Outcome write(const Operation &operation)
{
    QByteArray bytes = operation.bytes;
    if (!operation.sourceFile.isEmpty()) {
        QFile source(operation.sourceFile);
        if (!source.open(QIODevice::ReadOnly))
            return {Status::Failed, source.errorString()};
        bytes = source.readAll();
    }
    if (!operation.hash.isNull() && Sha256::of(bytes) != operation.hash)
        return {Status::Failed, QStringLiteral("source changed")};
    QFile file(operation.path);
    const auto how =
        operation.create == Operation::Create::New ? QIODevice::NewOnly : QIODevice::Truncate;
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | how))
        return lastFailure(file);
    if (file.write(bytes) != bytes.size() || (operation.flush && !flushed(file)))
        return lastFailure(file);
    file.setPermissions(permissionsOf(operation.mode));
    if (operation.time > 0)
        file.setFileTime(QDateTime::fromSecsSinceEpoch(operation.time),
                         QFileDevice::FileModificationTime);
    file.close();
    if (operation.to.isEmpty())
        return look(operation.path);
    const Outcome renamed = move(operation);
    return renamed.ok() ? look(operation.to) : renamed;
}

Outcome makeFolder(const Operation &operation)
{
    std::error_code code;
    if (!fs::create_directory(native(operation.path), code))
        return code ? outcomeOf(code) : Outcome{Status::Exists};
    // What a folder has from its parent stays (set-group-id); SetMode is for more.
    const int given = look(operation.path).info.mode & 07000;
    return outcomeOf(setPermissions(operation.path, operation.mode | given));
}

Outcome replace(const Operation &operation)
{
    std::error_code code;
    fs::rename(native(operation.path), native(operation.to), code);
    return outcomeOf(code);
}

Outcome remove(const Operation &operation)
{
    const FileInfo found = look(operation.path).info;
    if (found.isMissing())
        return {Status::Missing};
    const bool wantFolder = operation.kind == Operation::Kind::RemoveFolder;
    if (found.isFolder() != wantFolder)
        return {Status::Failed, QStringLiteral("wrong kind of file")};
    std::error_code code;
    fs::remove(native(operation.path), code);
    return outcomeOf(code);
}

Outcome touch(const Operation &operation)
{
    QFile file(operation.path);
    errno = 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) ||
        !file.setFileTime(QDateTime::fromSecsSinceEpoch(operation.time),
                          QFileDevice::FileModificationTime))
        return lastFailure(file);
    return {};
}

Outcome setMode(const Operation &operation)
{
    return outcomeOf(setPermissions(operation.path, operation.mode));
}

Outcome symLink(const Operation &operation)
{
    std::error_code code;
    fs::create_directory_symlink(native(operation.to), native(operation.path), code);
    return outcomeOf(code);
}

Outcome readLink(const Operation &operation)
{
    std::error_code code;
    const fs::path says = fs::read_symlink(native(operation.path), code);
    Outcome outcome = outcomeOf(code);
    outcome.bytes = QString::fromStdU16String(says.generic_u16string()).toUtf8();
    return outcome;
}

} // namespace

Outcome runLocally(const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Kind::Look:
        return look(operation.path);
    case Operation::Kind::List:
        return list(operation.path);
    case Operation::Kind::Read:
        return read(operation);
    case Operation::Kind::Write:
        return write(operation);
    case Operation::Kind::MakeFolder:
        return makeFolder(operation);
    case Operation::Kind::Remove:
    case Operation::Kind::RemoveFolder:
        return remove(operation);
    case Operation::Kind::Move:
        return move(operation);
    case Operation::Kind::Replace:
        return replace(operation);
    case Operation::Kind::Link:
        return link(operation);
    case Operation::Kind::Touch:
        return touch(operation);
    case Operation::Kind::SetMode:
        return setMode(operation);
    case Operation::Kind::SymLink:
        return symLink(operation);
    case Operation::Kind::ReadLink:
        return readLink(operation);
    case Operation::Kind::Prepare:
        return {};
    }
    return {Status::Unsupported};
}

} // namespace kakehashi::publish
