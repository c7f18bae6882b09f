#include "publish/sftp/sftpfiles.h"

#include "publish/sftp/sftpoperation.h"
#include "publish/switching/releases.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace kakehashi::publish {
namespace {

using Status = Outcome::Status;
using Kind = Operation::Kind;

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
    } else { // with an agent there is one only where a script gave it
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
{}

Features SftpFiles::features() const
{
    // A connection that breaks meanwhile says so at the next request.
    static_cast<void>(m_client->awaitCapabilities());
    const ssh::Capabilities &can = m_client->capabilities();
    Features features;
    features.replace = can.posixRename;
    features.hardLink = can.hardlink;
    features.flush = can.fsync;
    features.freeSpace = can.statvfs;
    features.inOrder = can.posixRename && can.hardlink && m_session &&
                       m_session->serverSoftware().startsWith(QLatin1String("OpenSSH_"));
    return features;
}

Result<std::unique_ptr<RemoteFiles>> SftpFiles::open(const Target &target, const Access &access,
                                                     const JobContext &context,
                                                     const ssh::Asker &ask)
{
    ssh::ConnectRequest request = requestFor(target, access, context);
    request.ask = ask;
    Result<std::unique_ptr<ssh::Session>> session = ssh::Session::connect(request);
    if (!session)
        return passOn(session);
    Result<std::unique_ptr<ssh::SftpClient>> client = ssh::SftpClient::openEarly(**session);
    if (!client)
        return passOn(client);
    auto files = std::make_unique<SftpFiles>(std::move(*session), std::move(*client));
    files->resolveAhead(switching::toResolve(target));
    return files;
}

ServerFacts SftpFiles::server() const
{
    if (!m_session)
        return {};
    return {m_session->serverSoftware(), m_session->hostKey().fingerprint()};
}

Result<Outcomes> SftpFiles::run(const Batch &batch, const JobContext &context)
{
    if (context.cancel.isCancelled())
        return cancelled();
    m_client->setCancel(context.cancel);
    m_client->setGiveUp(giveUp());
    for (const auto &helper : m_helpers)
        helper->setCancel(context.cancel);
    Outcomes outcomes(batch.size());
    Indexes lists;
    Indexes reads;
    Indexes writes;
    int flights = 0;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const Operation &operation = batch.at(i);
        flights = std::max(flights, flightsOf(operation) - (isPrepared(operation) ? 1 : 0));
        if (operation.kind == Kind::List)
            lists.append(i);
        else if (isSmallRead(operation))
            readSmall(operation, outcomes[i]);
        else if (operation.kind == Kind::Read)
            reads.append(i);
        else if (operation.kind == Kind::Write)
            writes.append(i);
        else if (operation.kind == Kind::Prepare)
            prepare(operation);
        else
            submit(operation, outcomes[i]);
    }
    m_roundTrips += flights;
    // Each of these moves on what was submitted before, too.
    list(batch, lists, outcomes);
    read(batch, reads, outcomes);
    upload(batch, writes, context, outcomes);
    const Result<void> flushed = m_client->flush();
    if (m_client->isBroken())
        return tl::unexpected<Error>(*m_client->brokenBy());
    if (context.cancel.isCancelled())
        return cancelled();
    if (!flushed)
        return passOn(flushed);
    explain(batch, outcomes);
    if (m_client->isBroken())
        return tl::unexpected<Error>(*m_client->brokenBy());
    return outcomes;
}

void SftpFiles::submit(const Operation &operation, Outcome &outcome)
{
    const bool missing = (operation.kind == Kind::Replace && !features().replace) ||
                         (operation.kind == Kind::Link && !features().hardLink);
    std::optional<ssh::SftpRequest> request = requestOf(operation);
    if (missing || !request) {
        outcome = {Status::Unsupported, QStringLiteral("not offered by the server")};
        return;
    }
    // Windows' OpenSSH deletes a file that is renamed to itself (Win32-OpenSSH issue 1849).
    if (operation.path == operation.to)
        return;
    const bool looks = operation.kind == Kind::Look;
    const ssh::SftpRequest asked{request->type, {}, request->path};
    m_client->submit(std::move(*request), [&outcome, asked, looks](const auto &reply) {
        outcome = outcomeOf(reply, asked);
        if (looks && outcome.status == Status::Missing)
            outcome = {}; // that is an answer
    });
}

/// Only where the folder that an earlier request of the same flight makes is there in time.
void SftpFiles::prepare(const Operation &operation)
{
    if (!features().inOrder)
        return;
    ssh::Attributes attributes;
    attributes.mode = static_cast<quint32>(operation.mode);
    const QString path = operation.path;
    m_client->submit(
        ssh::sftp::open(path, ssh::OpenWrite | ssh::OpenCreate | ssh::OpenTruncate, attributes),
        [this, path](const Result<ssh::SftpReply> &reply) {
            if (const auto *handle = reply ? std::get_if<ssh::HandleReply>(&*reply) : nullptr)
                m_prepared.insert(path, handle->handle);
        });
}

bool SftpFiles::isPrepared(const Operation &operation) const
{
    return operation.kind == Kind::Write && operation.create == Operation::Create::Truncate &&
           m_prepared.contains(operation.path);
}

/// The first line of a manifest, a lock: what fits into one READ.
void SftpFiles::readSmall(const Operation &operation, Outcome &outcome)
{
    const QString path = operation.path;
    const auto length = static_cast<quint32>(operation.size);
    const auto gotData = [&outcome, path](const Result<ssh::SftpReply> &reply) {
        const auto *data = reply ? std::get_if<ssh::DataReply>(&*reply) : nullptr;
        const auto *status = reply ? std::get_if<ssh::StatusReply>(&*reply) : nullptr;
        if (data && !data->data.isEmpty())
            outcome.bytes = data->data;
        else if (!status || status->code != ssh::SftpStatus::Eof)
            outcome = outcomeOf(reply, {ssh::SftpType::Read, {}, path});
    };
    m_client->submit(
        ssh::sftp::open(path, ssh::OpenRead),
        [this, &outcome, path, length, gotData](const Result<ssh::SftpReply> &reply) {
            const auto *handle = reply ? std::get_if<ssh::HandleReply>(&*reply) : nullptr;
            if (!handle) {
                outcome = outcomeOf(reply, {ssh::SftpType::Open, {}, path});
                return;
            }
            m_client->submit(ssh::sftp::read(handle->handle, 0, length, path), gotData);
            m_client->submit(ssh::sftp::close(handle->handle, path), {});
        });
}

/// "Failure" is all that most servers say when a name is taken: look whether that is why.
void SftpFiles::explain(const Batch &batch, Outcomes &outcomes)
{
    QStringList names;
    Indexes which;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const Operation &operation = batch.at(i);
        const bool makesName = operation.kind == Kind::Move || operation.kind == Kind::Link ||
                               operation.kind == Kind::MakeFolder ||
                               operation.kind == Kind::SymLink;
        if (!makesName || outcomes.at(i).status != Status::Failed)
            continue;
        const bool isHere = operation.to.isEmpty() || operation.kind == Kind::SymLink;
        names.append(isHere ? operation.path : operation.to);
        which.append(i);
    }
    if (names.isEmpty())
        return;
    ++m_roundTrips;
    const auto found = m_client->lstatAll(names);
    for (qsizetype i = 0; i < which.size(); ++i) {
        if (found.at(static_cast<size_t>(i)))
            outcomes[which.at(i)].status = Status::Exists;
    }
}

void SftpFiles::list(const Batch &batch, const Indexes &which, Outcomes &outcomes)
{
    if (which.isEmpty())
        return;
    QStringList paths;
    for (const qsizetype i : which)
        paths.append(batch.at(i).path);
    const auto listed = m_client->listAll(paths);
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
    if (which.isEmpty())
        return;
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

/// A server lets each channel have 2 MiB under way, which over a long line is little: 20 MB/s at
/// 100 ms. One that has had enough says no, and then it goes without.
void SftpFiles::openHelpers(const Batch &batch, const Indexes &which)
{
    constexpr qint64 large = 64'000'000; // bytes, as UploadBatch
    constexpr size_t most = 3;
    constexpr qint64 longLine = 20; // ms for a channel; at less, one helper is enough
    const bool isLarge = std::any_of(which.cbegin(), which.cend(), [&batch](qsizetype i) {
        return batch.at(i).size - batch.at(i).startAt >= large;
    });
    if (!isLarge || !features().inOrder)
        return;
    while (m_mayOpenMore && m_helpers.size() < most) {
        QElapsedTimer running;
        running.start();
        auto helper = ssh::SftpClient::openEarly(*m_session);
        m_mayOpenMore = helper.has_value() && running.elapsed() >= longLine;
        if (helper)
            m_helpers.push_back(std::move(*helper));
    }
}

void SftpFiles::upload(const Batch &batch, const Indexes &which, const JobContext &context,
                       Outcomes &outcomes)
{
    if (which.isEmpty())
        return;
    std::vector<ssh::UploadItem> items;
    qint64 bytes = 0;
    for (const qsizetype i : which) {
        items.push_back(uploadOf(batch.at(i)));
        if (isPrepared(batch.at(i)))
            items.back().handle = m_prepared.take(batch.at(i).path);
        bytes += batch.at(i).size;
    }
    Progress now;
    now.total = which.size();
    now.bytesTotal = bytes;
    const auto report = [&](qint64 files, qint64 acked) {
        now.done = files;
        now.bytesDone = acked;
        context.report(now);
        if (const auto between = dueMeanwhile())
            writeMeanwhile(*between);
    };
    openHelpers(batch, which);
    std::vector<ssh::SftpClient *> helpers;
    for (const auto &helper : m_helpers)
        helpers.push_back(helper.get());
    const auto results = m_client->uploadAll(items, report, helpers);
    for (qsizetype i = 0; i < which.size(); ++i) {
        const Result<ssh::Attributes> &result = results.at(static_cast<size_t>(i));
        Outcome &outcome = outcomes[which.at(i)];
        if (result)
            outcome.info = infoOf(*result);
        else
            outcome = failed(result.error());
    }
}

/// In the middle of an upload: its requests queue behind those that were sent before.
void SftpFiles::writeMeanwhile(const Operation &operation)
{
    const QString path = operation.path;
    const auto done = meanwhile().done;
    const auto wrote = [path, done](const Result<ssh::SftpReply> &reply) {
        if (reply)
            done(outcomeOf(reply, {ssh::SftpType::Write, {}, path}));
    };
    ssh::Attributes attributes;
    attributes.mode = static_cast<quint32>(operation.mode);
    m_client->submit(
        ssh::sftp::open(path, ssh::OpenWrite | ssh::OpenCreate | ssh::OpenTruncate, attributes),
        [this, path, wrote, bytes = operation.bytes](const Result<ssh::SftpReply> &reply) {
            const auto *handle = reply ? std::get_if<ssh::HandleReply>(&*reply) : nullptr;
            if (!handle) {
                wrote(reply);
                return;
            }
            m_client->submit(ssh::sftp::write(handle->handle, 0, bytes, path), wrote);
            m_client->submit(ssh::sftp::close(handle->handle, path), {});
        });
}

void SftpFiles::resolveAhead(const QString &path)
{
    m_ahead = std::make_shared<Ahead>(Ahead{path});
    m_client->submit(ssh::sftp::realPath(path.isEmpty() ? QStringLiteral(".") : path),
                     [ahead = m_ahead](const Result<ssh::SftpReply> &reply) {
                         const auto *found = reply ? std::get_if<ssh::NameReply>(&*reply) : nullptr;
                         ahead->isAnswered = true;
                         if (found && !found->items.empty())
                             ahead->answer = QString::fromUtf8(found->items.front().name);
                     });
}

Result<QString> SftpFiles::resolve(const QString &path)
{
    if (const auto ahead = std::exchange(m_ahead, {}); ahead && ahead->path == path) {
        m_roundTrips += ahead->isAnswered ? 0 : 1;
        if (const Result<void> flushed = m_client->flush(); !flushed)
            return passOn(flushed);
        if (ahead->answer)
            return *ahead->answer;
    }
    ++m_roundTrips;
    const QString asked = path.isEmpty() ? QStringLiteral(".") : path;
    return m_client->realPath(asked);
}

Result<qint64> SftpFiles::freeBytes(const QString &path)
{
    if (!features().freeSpace)
        return -1;
    ++m_roundTrips;
    const Result<ssh::FreeSpace> space = m_client->freeSpace(path);
    if (!space)
        return passOn(space);
    return static_cast<qint64>(space->availableBytes);
}

} // namespace kakehashi::publish
