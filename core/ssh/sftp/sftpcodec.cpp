#include "ssh/sftp/sftpcodec.h"

#include "ssh/sftp/sftperror.h"
#include "ssh/sftp/sftppacket.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ssh::sftp {

namespace {

// A server that opens more is fine; asking for more gains nothing.
constexpr quint32 mostData = 256 * 1024 - 1024;

tl::unexpected<Error> garbled()
{
    return tl::unexpected<Error>(protocolFault(QCoreApplication::translate(
        "kakehashi::Ssh",
        "The server does not speak SFTP as it should. Often its login script prints a "
        "text; ask the server's operator to make logins without a terminal silent.")));
}

Attributes takeAttributes(PacketReader &reader)
{
    Attributes attributes;
    const quint32 flags = reader.take32();
    if (flags & HasSize)
        attributes.size = reader.take64();
    if (flags & HasOwner) {
        const quint32 user = reader.take32();
        attributes.owner = Attributes::Owner{user, reader.take32()};
    }
    if (flags & HasMode)
        attributes.mode = reader.take32();
    if (flags & HasTimes) {
        attributes.atime = reader.take32();
        attributes.mtime = reader.take32();
    }
    if (flags & HasExtended) {
        for (quint32 left = reader.take32(); left > 0 && reader.isGood(); --left) {
            reader.takeString();
            reader.takeString();
        }
    }
    return attributes;
}

NameReply takeNames(PacketReader &reader)
{
    NameReply reply;
    const quint32 count = reader.take32();
    // An entry has at least two lengths and flags: never reserve more than what was sent.
    reply.items.reserve(std::min<size_t>(count, static_cast<size_t>(reader.left()) / 12));
    for (quint32 i = 0; i < count && reader.isGood(); ++i) {
        NameReply::Item item;
        item.name = reader.takeString().toByteArray();
        reader.takeString(); // the "ls -l" line, for people
        item.attributes = takeAttributes(reader);
        reply.items.push_back(std::move(item));
    }
    return reply;
}

StatusReply takeStatus(PacketReader &reader)
{
    StatusReply reply;
    reply.code = static_cast<SftpStatus>(reader.take32());
    if (reader.left() > 0) // some servers leave the text out
        reply.message = QString::fromUtf8(reader.takeString());
    return reply;
}

} // namespace

QByteArray encode(const SftpRequest &request, quint32 id)
{
    PacketWriter writer;
    writer.reserve(request.body.size() + 9);
    writer.put32(static_cast<quint32>(request.body.size() + 5));
    writer.put8(static_cast<quint8>(request.type));
    writer.put32(id);
    writer.putRaw(request.body);
    return writer.bytes();
}

QByteArray encodeInit()
{
    PacketWriter writer;
    writer.put32(5);
    writer.put8(static_cast<quint8>(SftpType::Init));
    writer.put32(protocolVersion);
    return writer.bytes();
}

Result<std::optional<QByteArrayView>> nextPacket(QByteArrayView received, qsizetype *offset)
{
    if (received.size() - *offset < lengthBytes)
        return std::optional<QByteArrayView>();
    PacketReader reader(received.sliced(*offset, lengthBytes));
    const quint32 length = reader.take32();
    if (length == 0 || length > maxPacketBytes)
        return garbled();
    if (received.size() - *offset - lengthBytes < qsizetype(length))
        return std::optional<QByteArrayView>();
    const QByteArrayView packet = received.sliced(*offset + lengthBytes, qsizetype(length));
    *offset += lengthBytes + qsizetype(length);
    return std::optional(packet);
}

Result<NumberedReply> decodeReply(QByteArrayView packet)
{
    PacketReader reader(packet);
    const auto type = static_cast<SftpType>(reader.take8());
    NumberedReply numbered{reader.take32(), {}};
    switch (type) {
    case SftpType::Status:
        numbered.reply = takeStatus(reader);
        break;
    case SftpType::Handle:
        numbered.reply = HandleReply{reader.takeString().toByteArray()};
        break;
    case SftpType::Data:
        numbered.reply = DataReply{reader.takeString().toByteArray()};
        break;
    case SftpType::Name:
        numbered.reply = takeNames(reader);
        break;
    case SftpType::Attrs:
        numbered.reply = AttributesReply{takeAttributes(reader)};
        break;
    case SftpType::ExtendedReply:
        numbered.reply = ExtendedReply{reader.takeRest().toByteArray()};
        break;
    default:
        return garbled();
    }
    if (!reader.isGood())
        return garbled();
    return numbered;
}

Result<Capabilities> decodeVersion(QByteArrayView packet)
{
    PacketReader reader(packet);
    if (reader.take8() != static_cast<quint8>(SftpType::Version))
        return garbled();
    Capabilities capabilities;
    capabilities.version = reader.take32();
    while (reader.left() > 0 && reader.isGood()) {
        const QByteArrayView name = reader.takeString();
        const QByteArrayView data = reader.takeString();
        const auto is = [&](const char *wanted, const char *version) {
            return name == QByteArrayView(wanted) && data == QByteArrayView(version);
        };
        capabilities.posixRename |= is("posix-rename@openssh.com", "1");
        capabilities.hardlink |= is("hardlink@openssh.com", "1");
        capabilities.fsync |= is("fsync@openssh.com", "1");
        capabilities.statvfs |= is("statvfs@openssh.com", "2");
        capabilities.lsetstat |= is("lsetstat@openssh.com", "1");
        capabilities.limits |= is("limits@openssh.com", "1");
        capabilities.extensions << QString::fromUtf8(name);
    }
    if (!reader.isGood() || capabilities.version < protocolVersion)
        return garbled();
    return capabilities;
}

void applyLimits(const QByteArray &data, Capabilities *capabilities)
{
    PacketReader reader(data);
    reader.take64(); // packet length: read and write lengths say it more exactly
    const quint64 read = reader.take64();
    const quint64 write = reader.take64();
    const quint64 handles = reader.take64();
    if (!reader.isGood())
        return;
    // 0 means "no limit given".
    if (read >= 1024)
        capabilities->maxRead = static_cast<quint32>(std::min<quint64>(read, mostData));
    if (write >= 1024)
        capabilities->maxWrite = static_cast<quint32>(std::min<quint64>(write, mostData));
    if (handles > 0)
        capabilities->maxHandles = static_cast<quint32>(std::min<quint64>(handles, 65536));
}

std::optional<FreeSpace> decodeFreeSpace(const QByteArray &data)
{
    PacketReader reader(data);
    reader.take64(); // preferred block size
    const quint64 unit = reader.take64();
    FreeSpace space;
    space.totalBytes = unit * reader.take64();
    reader.take64(); // free blocks, root's share included
    space.availableBytes = unit * reader.take64();
    reader.take64(); // files
    reader.take64(); // free files, root's share included
    space.availableFiles = reader.take64();
    return reader.isGood() ? std::optional(space) : std::nullopt;
}

} // namespace kakehashi::ssh::sftp
