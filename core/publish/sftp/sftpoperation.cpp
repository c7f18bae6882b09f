#include "publish/sftp/sftpoperation.h"

#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

namespace kakehashi::publish {
namespace {

using Status = Outcome::Status;
using Kind = Operation::Kind;

constexpr qint64 smallBytes = 16 * 1024;

} // namespace

Outcome failed(const Error &error)
{
    Outcome outcome;
    outcome.text = error.detail.isEmpty() ? error.text : error.detail;
    switch (error.code) {
    case ErrorCode::NotFound:
        outcome.status = Status::Missing;
        break;
    case ErrorCode::AlreadyExists:
        outcome.status = Status::Exists;
        break;
    case ErrorCode::PermissionDenied:
    case ErrorCode::ReadOnly:
        outcome.status = Status::Denied;
        break;
    case ErrorCode::DiskFull:
        outcome.status = Status::NoSpace;
        break;
    case ErrorCode::Unsupported:
        outcome.status = Status::Unsupported;
        break;
    default:
        outcome.status = Status::Failed;
    }
    return outcome;
}

FileInfo infoOf(const ssh::Attributes &attributes)
{
    FileInfo info;
    info.kind = attributes.isRegularFile() ? FileInfo::Kind::File
                : attributes.isDirectory() ? FileInfo::Kind::Folder
                : attributes.isSymlink()   ? FileInfo::Kind::Link
                                           : FileInfo::Kind::Other;
    if (info.isFile())
        info.size = static_cast<qint64>(attributes.size.value_or(0));
    info.time = attributes.mtime.value_or(0);
    info.mode = static_cast<int>(attributes.permissions());
    if (attributes.mode && info.mode == 0)
        info.mode = FileInfo::forNobody;
    return info;
}

int flightsOf(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::List:
    case Kind::Read:
        return 2;
    case Kind::Write:
        return operation.to.isEmpty() ? 2 : 3;
    default:
        return 1;
    }
}

bool isSmallRead(const Operation &operation)
{
    return operation.kind == Kind::Read && operation.size <= smallBytes;
}

std::optional<ssh::SftpRequest> requestOf(const Operation &operation)
{
    namespace sftp = ssh::sftp;
    ssh::Attributes attributes;
    switch (operation.kind) {
    case Kind::Look:
        return sftp::lstat(operation.path);
    case Kind::MakeFolder:
        return sftp::mkdir(operation.path, static_cast<quint32>(operation.mode));
    case Kind::Remove:
        return sftp::remove(operation.path);
    case Kind::RemoveFolder:
        return sftp::rmdir(operation.path);
    case Kind::Move:
        return sftp::rename(operation.path, operation.to);
    case Kind::Replace:
        return sftp::posixRename(operation.path, operation.to);
    case Kind::Link:
        return sftp::hardlink(operation.path, operation.to);
    case Kind::Touch:
        attributes.mtime = static_cast<quint32>(operation.time);
        return sftp::setstat(operation.path, attributes);
    case Kind::SetMode:
        attributes.mode = static_cast<quint32>(operation.mode & 07777);
        return sftp::setstat(operation.path, attributes);
    case Kind::SymLink:
        return operation.asDrafted ? sftp::symlink(operation.path, operation.to)
                                   : sftp::symlink(operation.to, operation.path);
    case Kind::ReadLink:
        return sftp::readLink(operation.path);
    default:
        return std::nullopt;
    }
}

Outcome outcomeOf(const Result<ssh::SftpReply> &reply, const ssh::SftpRequest &request)
{
    if (!reply)
        return failed(reply.error());
    Outcome outcome;
    if (const auto *found = std::get_if<ssh::AttributesReply>(&*reply)) {
        outcome.info = infoOf(found->attributes);
        return outcome;
    }
    if (const auto *names = std::get_if<ssh::NameReply>(&*reply); names && !names->items.empty()) {
        outcome.bytes = names->items.front().name;
        return outcome;
    }
    const auto *status = std::get_if<ssh::StatusReply>(&*reply);
    if (!status)
        return failed(ssh::unexpectedReply(request));
    if (status->code == ssh::SftpStatus::Ok)
        return outcome;
    return failed(ssh::statusError(*status, request));
}

ssh::UploadItem uploadOf(const Operation &operation)
{
    ssh::UploadItem item;
    item.localFile = operation.sourceFile;
    item.bytes = operation.bytes;
    item.remotePath = operation.path;
    item.size = operation.size;
    item.mode = static_cast<quint32>(operation.mode);
    if (operation.time > 0)
        item.mtime = static_cast<quint32>(operation.time);
    item.hash = operation.hash;
    item.exclusive = operation.create == Operation::Create::New;
    item.sync = operation.flush;
    item.renameTo = operation.to;
    item.startAt = operation.startAt;
    item.acknowledged = operation.acknowledged;
    return item;
}

} // namespace kakehashi::publish
