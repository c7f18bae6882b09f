#pragma once

#include "ssh/sftp/sftp.h"

#include <optional>
#include <utility>

/// SFTP version 3 between values and bytes. Every length a server claims is checked against what
/// it sent; nothing here trusts the peer, and the fuzz targets call it directly.
namespace kakehashi::ssh::sftp {

inline constexpr quint32 protocolVersion = 3;
inline constexpr qsizetype lengthBytes = 4;
/// OpenSSH sends at most 256 KiB; a larger packet is a stream that is not SFTP.
inline constexpr quint32 maxPacketBytes = 512 * 1024;

// Requests. Paths are encoded as UTF-8.
SftpRequest open(const QString &path, quint32 flags, const Attributes &attributes = {});
SftpRequest close(const QByteArray &handle, const QString &path);
SftpRequest read(const QByteArray &handle, quint64 offset, quint32 length, const QString &path);
SftpRequest write(const QByteArray &handle, quint64 offset, QByteArrayView data,
                  const QString &path);
SftpRequest lstat(const QString &path);
SftpRequest stat(const QString &path);
SftpRequest fstat(const QByteArray &handle, const QString &path);
SftpRequest setstat(const QString &path, const Attributes &attributes);
SftpRequest fsetstat(const QByteArray &handle, const Attributes &attributes, const QString &path);
SftpRequest openDir(const QString &path);
SftpRequest readDir(const QByteArray &handle, const QString &path);
SftpRequest remove(const QString &path);
SftpRequest mkdir(const QString &path, quint32 mode);
SftpRequest rmdir(const QString &path);
SftpRequest realPath(const QString &path);
SftpRequest rename(const QString &from, const QString &to); ///< OpenSSH: never overwrites
SftpRequest readLink(const QString &path);
SftpRequest symlink(const QString &target, const QString &link);
// Extensions of OpenSSH's PROTOCOL §4; ask Capabilities first.
SftpRequest posixRename(const QString &from, const QString &to);
SftpRequest hardlink(const QString &from, const QString &to);
SftpRequest fsync(const QByteArray &handle, const QString &path);
SftpRequest statvfs(const QString &path);
SftpRequest limits();

QByteArray encode(const SftpRequest &request, quint32 id); ///< with its length in front
QByteArray encodeInit();

/// Cuts the next packet (without length) out of `received` at `*offset` and moves that on; an empty
/// optional when it is not all there yet. Fails with Network on an impossible length.
Result<std::optional<QByteArrayView>> nextPacket(QByteArrayView received, qsizetype *offset);

struct NumberedReply
{
    quint32 id = 0;
    SftpReply reply = {};
};

// All fail with Network: a peer that cannot be understood cannot be worked with.
Result<NumberedReply> decodeReply(QByteArrayView packet);
Result<Capabilities> decodeVersion(QByteArrayView packet);

/// Takes what limits@openssh.com says into `capabilities`; ignores nonsense.
void applyLimits(const QByteArray &data, Capabilities *capabilities);
std::optional<FreeSpace> decodeFreeSpace(const QByteArray &data);

} // namespace kakehashi::ssh::sftp
