#include "ssh/sftp/sftpcodec.h"

#include "ssh/sftp/sftppacket.h"

namespace kakehashi::ssh::sftp {

namespace {

void putAttributes(PacketWriter &writer, const Attributes &attributes)
{
    quint32 flags = 0;
    flags |= attributes.size ? quint32(HasSize) : 0;
    flags |= attributes.owner ? quint32(HasOwner) : 0;
    flags |= attributes.mode ? quint32(HasMode) : 0;
    flags |= attributes.mtime ? quint32(HasTimes) : 0;
    writer.put32(flags);
    if (attributes.size)
        writer.put64(*attributes.size);
    if (attributes.owner) {
        writer.put32(attributes.owner->user);
        writer.put32(attributes.owner->group);
    }
    if (attributes.mode)
        writer.put32(*attributes.mode);
    if (attributes.mtime) {
        writer.put32(attributes.atime.value_or(*attributes.mtime));
        writer.put32(*attributes.mtime);
    }
}

SftpRequest onPath(SftpType type, const QString &path)
{
    PacketWriter writer;
    writer.putText(path);
    return {type, writer.bytes(), path};
}

SftpRequest onHandle(SftpType type, const QByteArray &handle, const QString &path)
{
    PacketWriter writer;
    writer.putString(handle);
    return {type, writer.bytes(), path};
}

SftpRequest onTwoPaths(const char *extension, const QString &from, const QString &to)
{
    PacketWriter writer;
    if (extension)
        writer.putString(extension);
    writer.putText(from);
    writer.putText(to);
    return {extension ? SftpType::Extended : SftpType::Rename, writer.bytes(), to};
}

} // namespace

SftpRequest open(const QString &path, quint32 flags, const Attributes &attributes)
{
    PacketWriter writer;
    writer.putText(path);
    writer.put32(flags);
    putAttributes(writer, attributes);
    return {SftpType::Open, writer.bytes(), path};
}

SftpRequest close(const QByteArray &handle, const QString &path)
{
    return onHandle(SftpType::Close, handle, path);
}

SftpRequest read(const QByteArray &handle, quint64 offset, quint32 length, const QString &path)
{
    PacketWriter writer;
    writer.putString(handle);
    writer.put64(offset);
    writer.put32(length);
    return {SftpType::Read, writer.bytes(), path, length};
}

SftpRequest write(const QByteArray &handle, quint64 offset, QByteArrayView data,
                  const QString &path)
{
    PacketWriter writer;
    writer.reserve(handle.size() + data.size() + 16);
    writer.putString(handle);
    writer.put64(offset);
    writer.putString(data);
    return {SftpType::Write, writer.bytes(), path, data.size()};
}

SftpRequest lstat(const QString &path)
{
    return onPath(SftpType::LStat, path);
}

SftpRequest stat(const QString &path)
{
    return onPath(SftpType::Stat, path);
}

SftpRequest fstat(const QByteArray &handle, const QString &path)
{
    return onHandle(SftpType::FStat, handle, path);
}

SftpRequest setstat(const QString &path, const Attributes &attributes)
{
    PacketWriter writer;
    writer.putText(path);
    putAttributes(writer, attributes);
    return {SftpType::SetStat, writer.bytes(), path};
}

SftpRequest fsetstat(const QByteArray &handle, const Attributes &attributes, const QString &path)
{
    PacketWriter writer;
    writer.putString(handle);
    putAttributes(writer, attributes);
    return {SftpType::FSetStat, writer.bytes(), path};
}

SftpRequest openDir(const QString &path)
{
    return onPath(SftpType::OpenDir, path);
}

SftpRequest readDir(const QByteArray &handle, const QString &path)
{
    return onHandle(SftpType::ReadDir, handle, path);
}

SftpRequest remove(const QString &path)
{
    return onPath(SftpType::Remove, path);
}

SftpRequest mkdir(const QString &path, quint32 mode)
{
    PacketWriter writer;
    writer.putText(path);
    Attributes attributes;
    attributes.mode = mode;
    putAttributes(writer, attributes);
    return {SftpType::MkDir, writer.bytes(), path};
}

SftpRequest rmdir(const QString &path)
{
    return onPath(SftpType::RmDir, path);
}

SftpRequest realPath(const QString &path)
{
    return onPath(SftpType::RealPath, path);
}

SftpRequest rename(const QString &from, const QString &to)
{
    return onTwoPaths(nullptr, from, to);
}

SftpRequest readLink(const QString &path)
{
    return onPath(SftpType::ReadLink, path);
}

SftpRequest symlink(const QString &target, const QString &link)
{
    // OpenSSH has the two the other way round than the draft (its PROTOCOL §4.1), and every other
    // server follows OpenSSH.
    PacketWriter writer;
    writer.putText(target);
    writer.putText(link);
    return {SftpType::SymLink, writer.bytes(), link};
}

SftpRequest posixRename(const QString &from, const QString &to)
{
    return onTwoPaths("posix-rename@openssh.com", from, to);
}

SftpRequest hardlink(const QString &from, const QString &to)
{
    return onTwoPaths("hardlink@openssh.com", from, to);
}

SftpRequest fsync(const QByteArray &handle, const QString &path)
{
    PacketWriter writer;
    writer.putString("fsync@openssh.com");
    writer.putString(handle);
    return {SftpType::Extended, writer.bytes(), path};
}

SftpRequest statvfs(const QString &path)
{
    PacketWriter writer;
    writer.putString("statvfs@openssh.com");
    writer.putText(path);
    return {SftpType::Extended, writer.bytes(), path};
}

SftpRequest limits()
{
    PacketWriter writer;
    writer.putString("limits@openssh.com");
    return {SftpType::Extended, writer.bytes(), {}};
}

} // namespace kakehashi::ssh::sftp
