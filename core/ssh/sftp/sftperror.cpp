#include "ssh/sftp/sftperror.h"

#include "base/visibletext.h"

#include <QCoreApplication>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sftp)
};

const QLatin1String vagueMark("SSH_FX_FAILURE");
const QLatin1String faultMark("SFTP protocol error");
const QLatin1String stuckMark("SFTP service stuck");

QString detailOf(const StatusReply &status, const SftpRequest &request)
{
    const QString code = status.code == SftpStatus::Failure
                             ? QString(vagueMark)
                             : QStringLiteral("status %1").arg(static_cast<quint32>(status.code));
    return QStringLiteral("answer to request %1: %2 “%3”")
        .arg(QString::number(static_cast<int>(request.type)), code, visible(status.message));
}

QString verbOf(SftpType type)
{
    switch (type) {
    case SftpType::Open:
        return Tr::tr("open");
    case SftpType::Read:
    case SftpType::ReadDir:
    case SftpType::OpenDir:
        return Tr::tr("read");
    case SftpType::Write:
    case SftpType::FSetStat:
    case SftpType::SetStat:
    case SftpType::Close:
        return Tr::tr("write");
    case SftpType::Remove:
    case SftpType::RmDir:
        return Tr::tr("remove");
    case SftpType::MkDir:
        return Tr::tr("make");
    case SftpType::Rename:
    case SftpType::Extended:
        return Tr::tr("rename or link");
    default:
        return Tr::tr("look at");
    }
}

bool reads(SftpType type)
{
    switch (type) {
    case SftpType::Read:
    case SftpType::ReadDir:
    case SftpType::OpenDir:
    case SftpType::LStat:
    case SftpType::Stat:
    case SftpType::FStat:
    case SftpType::RealPath:
    case SftpType::ReadLink:
        return true;
    default:
        return false;
    }
}

bool saysNoSpace(const QString &message)
{
    return message.contains(QLatin1String("space"), Qt::CaseInsensitive) ||
           message.contains(QLatin1String("quota"), Qt::CaseInsensitive);
}

} // namespace

Error statusError(const StatusReply &status, const SftpRequest &request)
{
    const QString detail = detailOf(status, request);
    const QString path = visible(request.path);
    switch (status.code) {
    case SftpStatus::NoSuchFile:
        return {ErrorCode::NotFound, Tr::tr("%1 does not exist on the server.").arg(path), detail};
    case SftpStatus::PermissionDenied:
        return {ErrorCode::PermissionDenied,
                reads(request.type)
                    ? Tr::tr("The account may not read %1 on the server. Ask the server's operator "
                             "for read permission there.")
                          .arg(path)
                    : Tr::tr("The account may not %1 %2 on the server. Ask the server's operator "
                             "for write permission there.")
                          .arg(verbOf(request.type), path),
                detail};
    case SftpStatus::Unsupported:
        return {ErrorCode::Unsupported,
                Tr::tr("The server cannot %1 %2: it does not support this operation.")
                    .arg(verbOf(request.type), path),
                detail};
    case SftpStatus::NoConnection:
    case SftpStatus::ConnectionLost:
        return {ErrorCode::Network,
                Tr::tr("The server lost the connection to its own storage at %1. Try again later.")
                    .arg(path),
                detail};
    default:
        if (saysNoSpace(status.message)) {
            Error error = noSpace(path);
            error.detail = detail;
            return error;
        }
        if (reads(request.type))
            return {ErrorCode::Failed,
                    Tr::tr("The server could not read %1 and does not say why. Try again; when it "
                           "stays so, tell the server's operator.")
                        .arg(path),
                    detail};
        return {ErrorCode::Failed,
                Tr::tr("The server could not %1 %2 and does not say why. No free space, a quota or "
                       "a folder in the way are common causes.")
                    .arg(verbOf(request.type), path),
                detail};
    }
}

Error unexpectedReply(const SftpRequest &request)
{
    return {ErrorCode::Failed,
            Tr::tr("The server gave an answer for %1 that does not fit the question.")
                .arg(visible(request.path)),
            QStringLiteral("request %1").arg(static_cast<int>(request.type))};
}

bool isVagueFailure(const Error &error)
{
    return error.code == ErrorCode::Failed && error.detail.contains(vagueMark);
}

Error protocolFault(const QString &text)
{
    return {ErrorCode::Network, text, faultMark};
}

bool isProtocolFault(const Error &error)
{
    return error.detail.contains(faultMark);
}

Error stuckService(const QString &text)
{
    return {ErrorCode::Network, text, stuckMark};
}

bool isStuckService(const Error &error)
{
    return error.detail.contains(stuckMark);
}

Error alreadyExists(const QString &path)
{
    return {ErrorCode::AlreadyExists, Tr::tr("%1 is already on the server.").arg(visible(path))};
}

Error noSpace(const QString &path)
{
    return {ErrorCode::DiskFull,
            Tr::tr("There is no space left on the server for %1. Free some or ask the server's "
                   "operator for more, then try again.")
                .arg(visible(path))};
}

} // namespace kakehashi::ssh
