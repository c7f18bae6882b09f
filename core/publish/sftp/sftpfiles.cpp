#include "publish/sftp/sftpfiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kakehashi::publish {
namespace {

using Status = Outcome::Status;
using Kind = Operation::Kind;

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
    return info;
}

QStringList pathsOf(const Batch &batch, const QList<qsizetype> &which)
{
    QStringList paths;
    for (const qsizetype i : which)
        paths.append(batch.at(i).path);
    return paths;
}

std::vector<ssh::RenameItem> renamesOf(const Batch &batch, const QList<qsizetype> &which)
{
    std::vector<ssh::RenameItem> items;
    for (const qsizetype i : which)
        items.push_back({batch.at(i).path, batch.at(i).to});
    return items;
}

void take(const ssh::Results<void> &results, const QList<qsizetype> &which, Outcomes &outcomes)
{
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<void> &result = results.at(static_cast<size_t>(i));
        outcomes[which.at(i)] = result ? Outcome{} : failed(result.error());
    }
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
    return item;
}

/// OpenSSH style: from the login folder unless absolute.
ssh::ConnectRequest requestFor(const Target &target, const Access &access,
                               const JobContext &context)
{
    ssh::ConnectRequest request;
    request.endpoint = {target.host, static_cast<quint16>(target.port), target.user};
    request.credentials.agent = target.auth == Target::Auth::Agent;
    if (target.auth == Target::Auth::KeyFile) {
        request.credentials.keyFile = target.keyFile;
        request.credentials.passphrase = access.secret;
    } else if (target.auth == Target::Auth::Password) {
        request.credentials.password = access.secret;
    }
    request.hostKeys = ssh::HostKeyPolicy::userDefault(target.hostKey);
    if (!access.knownHostsFile.isEmpty())
        request.hostKeys.knownHostsFiles = {access.knownHostsFile};
    request.cancel = context.cancel;
    return request;
}

} // namespace

SftpFiles::SftpFiles(std::unique_ptr<ssh::Session> session, std::unique_ptr<ssh::SftpClient> client)
    : m_session(std::move(session)), m_client(std::move(client))
{
    const ssh::Capabilities &can = m_client->capabilities();
    m_features.replace = can.posixRename;
    m_features.hardLink = can.hardlink;
    m_features.flush = can.fsync;
    m_features.freeSpace = can.statvfs;
}

Result<std::unique_ptr<RemoteFiles>> SftpFiles::open(const Target &target, const Access &access,
                                                     const JobContext &context)
{
    Result<std::unique_ptr<ssh::Session>> session =
        ssh::Session::connect(requestFor(target, access, context));
    if (!session)
        return passOn(session);
    Result<std::unique_ptr<ssh::SftpClient>> client = ssh::SftpClient::open(**session);
    if (!client)
        return passOn(client);
    return std::make_unique<SftpFiles>(std::move(*session), std::move(*client));
}

ServerFacts SftpFiles::server() const
{
    if (!m_session)
        return {};
    return {m_session->serverSoftware(), m_session->hostKey().fingerprint()};
}

Result<Outcomes> SftpFiles::run(const Batch &batch, const JobContext &context)
{
    m_client->setCancel(context.cancel);
    Outcomes outcomes(batch.size());
    // Every kind is one flight; renames come last because they make things visible.
    constexpr std::array order{Kind::Look,    Kind::List,   Kind::Read,        Kind::MakeFolder,
                               Kind::Write,   Kind::Touch,  Kind::Link,        Kind::Move,
                               Kind::Replace, Kind::Remove, Kind::RemoveFolder};
    for (const Kind kind : order) {
        Indexes which;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            if (batch.at(i).kind == kind)
                which.append(i);
        }
        if (which.isEmpty())
            continue;
        if (context.cancel.isCancelled())
            return cancelled();
        runKind(kind, batch, which, context, outcomes);
        if (m_client->isBroken())
            return tl::unexpected<Error>(*m_client->brokenBy());
        if (context.cancel.isCancelled())
            return cancelled();
    }
    return outcomes;
}

void SftpFiles::runKind(Kind kind, const Batch &batch, const Indexes &which,
                        const JobContext &context, Outcomes &outcomes)
{
    using ssh::RenameMode;
    ++m_roundTrips;
    switch (kind) {
    case Kind::Look:
        return look(batch, which, outcomes);
    case Kind::List:
        return list(batch, which, outcomes);
    case Kind::Read:
        return read(batch, which, outcomes);
    case Kind::Write:
        return upload(batch, which, context, outcomes);
    case Kind::MakeFolder:
        return makeFolders(batch, which, outcomes);
    case Kind::Remove:
        return take(m_client->removeAll(pathsOf(batch, which)), which, outcomes);
    case Kind::RemoveFolder:
        return take(m_client->rmdirAll(pathsOf(batch, which)), which, outcomes);
    case Kind::Move:
        return take(m_client->renameAll(renamesOf(batch, which), RenameMode::NoClobber), which,
                    outcomes);
    case Kind::Replace:
        return take(m_client->renameAll(renamesOf(batch, which), RenameMode::Replace), which,
                    outcomes);
    case Kind::Link:
        return take(m_client->hardlinkAll(renamesOf(batch, which)), which, outcomes);
    case Kind::Touch:
        for (const qsizetype i : which) {
            ssh::Attributes attributes;
            attributes.mtime = static_cast<quint32>(batch.at(i).time);
            take(m_client->setstatAll({batch.at(i).path}, attributes), {i}, outcomes);
        }
    }
}

void SftpFiles::look(const Batch &batch, const Indexes &which, Outcomes &outcomes)
{
    const auto found = m_client->lstatAll(pathsOf(batch, which));
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<ssh::Attributes> &result = found.at(static_cast<size_t>(i));
        Outcome &outcome = outcomes[which.at(i)];
        if (result)
            outcome.info = infoOf(*result);
        else if (result.error().code != ErrorCode::NotFound)
            outcome = failed(result.error());
    }
}

void SftpFiles::list(const Batch &batch, const Indexes &which, Outcomes &outcomes)
{
    const auto listed = m_client->listAll(pathsOf(batch, which));
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<ssh::RemoteEntries> &result = listed.at(static_cast<size_t>(i));
        Outcome &outcome = outcomes[which.at(i)];
        if (!result) {
            outcome = failed(result.error());
            continue;
        }
        for (const ssh::RemoteEntry &entry : *result)
            outcome.entries.append(
                {entry.path.section(QLatin1Char('/'), -1), infoOf(entry.attributes)});
    }
}

void SftpFiles::read(const Batch &batch, const Indexes &which, Outcomes &outcomes)
{
    std::vector<ssh::ReadItem> items;
    for (const qsizetype i : which)
        items.push_back({batch.at(i).path, batch.at(i).size, -1, true});
    const auto results = m_client->readAll(items);
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<QByteArray> &result = results.at(static_cast<size_t>(i));
        Outcome &outcome = outcomes[which.at(i)];
        if (result)
            outcome.bytes = *result;
        else
            outcome = failed(result.error());
    }
}

void SftpFiles::upload(const Batch &batch, const Indexes &which, const JobContext &context,
                       Outcomes &outcomes)
{
    std::vector<ssh::UploadItem> items;
    qint64 bytes = 0;
    for (const qsizetype i : which) {
        items.push_back(uploadOf(batch.at(i)));
        bytes += batch.at(i).size;
    }
    Progress now;
    now.total = which.size();
    now.bytesTotal = bytes;
    const auto results = m_client->uploadAll(items, [&](qint64 files, qint64 acked) {
        now.done = files;
        now.bytesDone = acked;
        context.report(now);
    });
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<ssh::Attributes> &result = results.at(static_cast<size_t>(i));
        Outcome &outcome = outcomes[which.at(i)];
        if (result)
            outcome.info = infoOf(*result);
        else
            outcome = failed(result.error());
    }
}

/// mkdirAll takes "is there already" for success; the caller does not mind either.
void SftpFiles::makeFolders(const Batch &batch, const Indexes &which, Outcomes &outcomes)
{
    const auto mode = static_cast<quint32>(batch.at(which.first()).mode);
    take(m_client->mkdirAll(pathsOf(batch, which), mode), which, outcomes);
}

Result<QString> SftpFiles::resolve(const QString &path)
{
    ++m_roundTrips;
    const QString asked = path.isEmpty() ? QStringLiteral(".") : path;
    return m_client->realPath(asked);
}

Result<qint64> SftpFiles::freeBytes(const QString &path)
{
    if (!m_features.freeSpace)
        return -1;
    ++m_roundTrips;
    const Result<ssh::FreeSpace> space = m_client->freeSpace(path);
    if (!space)
        return passOn(space);
    return static_cast<qint64>(space->availableBytes);
}

} // namespace kakehashi::publish
