#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// The values of SFTP version 3 (draft-ietf-secsh-filexfer-02, OpenSSH's PROTOCOL §4).
namespace kakehashi::ssh {

enum class SftpType : quint8 {
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Read = 5,
    Write = 6,
    LStat = 7,
    FStat = 8,
    SetStat = 9,
    FSetStat = 10,
    OpenDir = 11,
    ReadDir = 12,
    Remove = 13,
    MkDir = 14,
    RmDir = 15,
    RealPath = 16,
    Stat = 17,
    Rename = 18,
    ReadLink = 19,
    SymLink = 20,
    Status = 101,
    Handle = 102,
    Data = 103,
    Name = 104,
    Attrs = 105,
    Extended = 200,
    ExtendedReply = 201,
};

enum class SftpStatus : quint32 {
    Ok = 0,
    Eof = 1,
    NoSuchFile = 2,
    PermissionDenied = 3,
    Failure = 4,
    BadMessage = 5,
    NoConnection = 6,
    ConnectionLost = 7,
    Unsupported = 8,
};

/// Every field may be missing, in what a server says as in what we set.
struct Attributes
{
    struct Owner
    {
        quint32 user = 0;
        quint32 group = 0;
        bool operator==(const Owner &) const = default;
    };

    std::optional<quint64> size = {};
    std::optional<Owner> owner = {};
    std::optional<quint32> mode = {};  ///< type and permission bits, as in POSIX st_mode
    std::optional<quint32> mtime = {}; ///< seconds since 1970 on the server's clock
    std::optional<quint32> atime = {}; ///< sent together with mtime; mtime when not given

    bool isDirectory() const { return mode && (*mode & 0170000) == 0040000; }
    bool isRegularFile() const { return mode && (*mode & 0170000) == 0100000; }
    bool isSymlink() const { return mode && (*mode & 0170000) == 0120000; }
    quint32 permissions() const { return mode.value_or(0) & 07777; }
    bool operator==(const Attributes &) const = default;
};

enum OpenFlag : quint32 {
    OpenRead = 0x01,
    OpenWrite = 0x02,
    OpenAppend = 0x04,
    OpenCreate = 0x08,
    OpenTruncate = 0x10,
    OpenExclusive = 0x20,
};

/// A request without its id; SftpClient numbers it. `path` is for messages only.
struct SftpRequest
{
    SftpType type = SftpType::Init;
    QByteArray body = {};
    QString path = {};
    qint64 work = 0; ///< bytes that the server moves before it can answer: it gets time for them
};

struct StatusReply
{
    SftpStatus code = SftpStatus::Failure;
    QString message = {};
};
struct HandleReply
{
    QByteArray handle = {};
};
struct DataReply
{
    QByteArray data = {};
};
struct NameReply
{
    struct Item
    {
        QByteArray name = {}; ///< raw bytes; not every server speaks UTF-8
        Attributes attributes = {};
    };
    std::vector<Item> items = {};
};
struct AttributesReply
{
    Attributes attributes = {};
};
struct ExtendedReply
{
    QByteArray data = {};
};

using SftpReply =
    std::variant<StatusReply, HandleReply, DataReply, NameReply, AttributesReply, ExtendedReply>;

/// What a server can do, from its VERSION packet and from limits@openssh.com.
struct Capabilities
{
    quint32 version = 3;
    bool posixRename = false; ///< atomic replace
    bool hardlink = false;
    bool fsync = false;
    bool statvfs = false;
    bool lsetstat = false;
    bool limits = false;
    quint32 maxWrite = 32768; ///< bytes of data a WRITE
    quint32 maxRead = 32768;
    quint32 maxHandles = 64; ///< files open at a time
    QStringList extensions = {};

    bool operator==(const Capabilities &) const = default;
};

struct FreeSpace
{
    quint64 availableBytes = 0; ///< to this account
    quint64 totalBytes = 0;
    quint64 availableFiles = 0; ///< inodes
};

/// One name in a folder.
struct RemoteEntry
{
    QString path; ///< absolute: the folder as it was asked for, "/" and the name
    Attributes attributes = {};
    bool validName = true; ///< false: the name is not UTF-8, `path` shows it with replacements
};

using RemoteEntries = QList<RemoteEntry>;

} // namespace kakehashi::ssh
