// The batches of SftpClient that are one request an item.
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"
#include "ssh/sftp/sftpupload.h"

#include <algorithm>

namespace kakehashi::ssh {

namespace {

/// The failure that a reply is, if it is one. Ok is not what a question for data wants to hear.
Error failureOf(const SftpReply &reply, const SftpRequest &request)
{
    const auto *status = std::get_if<StatusReply>(&reply);
    if (!status || status->code == SftpStatus::Ok)
        return unexpectedReply(request);
    return statusError(*status, request);
}

template <typename Reply, typename Value, typename Take>
Results<Value> taken(const std::vector<Result<SftpReply>> &replies,
                     const QList<SftpRequest> &requests, Take take)
{
    Results<Value> values;
    values.reserve(replies.size());
    for (size_t i = 0; i < replies.size(); ++i) {
        const Result<SftpReply> &reply = replies[i];
        if (!reply)
            values.push_back(passOn(reply));
        else if (const auto *wanted = std::get_if<Reply>(&*reply))
            values.push_back(take(*wanted, requests[qsizetype(i)]));
        else
            values.push_back(tl::unexpected<Error>(failureOf(*reply, requests[qsizetype(i)])));
    }
    return values;
}

template <typename Make>
QList<SftpRequest> requestsFor(const QStringList &paths, Make make)
{
    QList<SftpRequest> requests;
    requests.reserve(paths.size());
    for (const QString &path : paths)
        requests << make(path);
    return requests;
}

Result<Attributes> attributesOf(const AttributesReply &reply, const SftpRequest &)
{
    return reply.attributes;
}

Result<QString> firstName(const NameReply &reply, const SftpRequest &request)
{
    if (reply.items.empty())
        return tl::unexpected<Error>(unexpectedReply(request));
    return QString::fromUtf8(reply.items.front().name);
}

int depthOf(const QString &path)
{
    return int(path.count(QLatin1Char('/'))) - (path.endsWith(QLatin1Char('/')) ? 1 : 0);
}

Results<void> unsupported(std::span<const RenameItem> items)
{
    Results<void> results;
    for (const RenameItem &item : items)
        results.push_back(tl::unexpected<Error>(
            statusError({SftpStatus::Unsupported, {}}, {SftpType::Extended, {}, item.to})));
    return results;
}

QStringList targetsOf(std::span<const RenameItem> items)
{
    QStringList paths;
    for (const RenameItem &item : items)
        paths << item.to;
    return paths;
}

} // namespace

std::vector<Result<SftpReply>> SftpClient::askAll(const QList<SftpRequest> &requests)
{
    std::vector<Result<SftpReply>> replies(static_cast<size_t>(requests.size()));
    for (qsizetype i = 0; i < requests.size(); ++i) {
        submit(requests[i], [&replies, i](const Result<SftpReply> &reply) {
            replies[static_cast<size_t>(i)] = reply;
        });
    }
    // What could not be answered has been told to each handler.
    [[maybe_unused]] const Result<void> flushed = flush();
    return replies;
}

Results<void> SftpClient::doAll(const QList<SftpRequest> &requests)
{
    const std::vector<Result<SftpReply>> replies = askAll(requests);
    return taken<StatusReply, void>(
        replies, requests, [](const StatusReply &status, const SftpRequest &request) {
            return status.code == SftpStatus::Ok
                       ? Result<void>()
                       : Result<void>(tl::unexpected<Error>(statusError(status, request)));
        });
}

/// Servers say "Failure" for a name that is taken; look whether that is why.
void SftpClient::explainFailures(Results<void> &results, const QStringList &paths)
{
    QStringList doubtful;
    std::vector<size_t> places;
    for (size_t i = 0; i < results.size(); ++i) {
        if (!results[i] && isVagueFailure(results[i].error())) {
            doubtful << paths[qsizetype(i)];
            places.push_back(i);
        }
    }
    if (doubtful.isEmpty())
        return;
    const Results<Attributes> found = lstatAll(doubtful);
    for (size_t i = 0; i < found.size(); ++i) {
        if (found[i])
            results[places[i]] = tl::unexpected<Error>(alreadyExists(doubtful[qsizetype(i)]));
    }
}

Results<QString> SftpClient::realPathAll(const QStringList &paths)
{
    const auto requests = requestsFor(paths, sftp::realPath);
    return taken<NameReply, QString>(askAll(requests), requests, firstName);
}

Results<Attributes> SftpClient::lstatAll(const QStringList &paths)
{
    const auto requests = requestsFor(paths, sftp::lstat);
    return taken<AttributesReply, Attributes>(askAll(requests), requests, attributesOf);
}

Results<Attributes> SftpClient::statAll(const QStringList &paths)
{
    const auto requests = requestsFor(paths, sftp::stat);
    return taken<AttributesReply, Attributes>(askAll(requests), requests, attributesOf);
}

Results<void> SftpClient::renameAll(std::span<const RenameItem> items, RenameMode mode)
{
    if (mode == RenameMode::Replace && !m_capabilities.posixRename)
        return unsupported(items);
    QList<SftpRequest> requests;
    for (const RenameItem &item : items)
        requests << (mode == RenameMode::Replace ? sftp::posixRename(item.from, item.to)
                                                 : sftp::rename(item.from, item.to));
    Results<void> results = doAll(requests);
    if (mode == RenameMode::NoClobber)
        explainFailures(results, targetsOf(items));
    return results;
}

Results<void> SftpClient::hardlinkAll(std::span<const RenameItem> items)
{
    if (!m_capabilities.hardlink)
        return unsupported(items);
    QList<SftpRequest> requests;
    for (const RenameItem &item : items)
        requests << sftp::hardlink(item.from, item.to);
    Results<void> results = doAll(requests);
    explainFailures(results, targetsOf(items));
    return results;
}

Results<void> SftpClient::removeAll(const QStringList &paths)
{
    return doAll(requestsFor(paths, sftp::remove));
}

/// Deepest first, one flight a depth: not every server carries requests out in order.
Results<void> SftpClient::rmdirAll(const QStringList &paths)
{
    std::vector<qsizetype> order(static_cast<size_t>(paths.size()));
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = qsizetype(i);
    std::stable_sort(order.begin(), order.end(), [&paths](qsizetype a, qsizetype b) {
        return depthOf(paths[a]) > depthOf(paths[b]);
    });
    Results<void> results(order.size());
    for (size_t begin = 0; begin < order.size();) {
        QStringList level;
        size_t end = begin;
        while (end < order.size() && depthOf(paths[order[end]]) == depthOf(paths[order[begin]]))
            level << paths[order[end++]];
        const Results<void> done = doAll(requestsFor(level, sftp::rmdir));
        for (size_t i = begin; i < end; ++i)
            results[static_cast<size_t>(order[i])] = done[i - begin];
        begin = end;
    }
    return results;
}

Results<void> SftpClient::setstatAll(const QStringList &paths, const Attributes &attributes)
{
    return doAll(
        requestsFor(paths, [&](const QString &path) { return sftp::setstat(path, attributes); }));
}

/// One flight of MKDIRs; a folder that is there already counts as made.
Results<void> SftpClient::mkdirOnce(const QStringList &folders, quint32 mode)
{
    Results<void> made = doAll(
        requestsFor(folders, [mode](const QString &path) { return sftp::mkdir(path, mode); }));
    QStringList doubtful;
    std::vector<size_t> places;
    for (size_t i = 0; i < made.size(); ++i) {
        if (!made[i] && made[i].error().code != ErrorCode::NotFound) {
            doubtful << folders[qsizetype(i)];
            places.push_back(i);
        }
    }
    if (doubtful.isEmpty())
        return made;
    const Results<Attributes> seen = statAll(doubtful);
    for (size_t i = 0; i < seen.size(); ++i) {
        if (seen[i] && seen[i]->isDirectory())
            made[places[i]] = Result<void>();
        else if (seen[i])
            made[places[i]] = tl::unexpected<Error>(alreadyExists(doubtful[qsizetype(i)]));
    }
    return made;
}

Results<void> SftpClient::mkdirAll(const QStringList &folders, quint32 mode)
{
    Results<void> results(static_cast<size_t>(folders.size()));
    std::vector<qsizetype> left;
    for (qsizetype i = 0; i < folders.size(); ++i)
        left.push_back(i);
    std::stable_sort(left.begin(), left.end(), [&folders](qsizetype a, qsizetype b) {
        return depthOf(folders[a]) < depthOf(folders[b]);
    });
    // All in one flight. Where a server took a child before its parent, another round helps.
    for (size_t before = left.size() + 1; !left.empty() && left.size() < before;) {
        before = left.size();
        QStringList paths;
        for (const qsizetype i : left)
            paths << folders[i];
        const Results<void> made = mkdirOnce(paths, mode);
        std::vector<qsizetype> orphans;
        for (size_t i = 0; i < made.size(); ++i) {
            results[static_cast<size_t>(left[i])] = made[i];
            if (!made[i] && made[i].error().code == ErrorCode::NotFound)
                orphans.push_back(left[i]);
        }
        left = std::move(orphans);
    }
    return results;
}

Result<QString> SftpClient::realPath(const QString &path)
{
    return realPathAll({path}).front();
}

Result<Attributes> SftpClient::lstat(const QString &path)
{
    return lstatAll({path}).front();
}

Result<bool> SftpClient::exists(const QString &path)
{
    const Result<Attributes> found = lstat(path);
    if (!found && found.error().code != ErrorCode::NotFound)
        return passOn(found);
    return found.has_value();
}

Result<void> SftpClient::rename(const QString &from, const QString &to, RenameMode mode)
{
    const RenameItem item{from, to};
    return renameAll(std::span(&item, 1), mode).front();
}

Result<void> SftpClient::remove(const QString &path)
{
    return removeAll({path}).front();
}

Result<void> SftpClient::rmdir(const QString &path)
{
    return rmdirAll({path}).front();
}

Result<void> SftpClient::setstat(const QString &path, const Attributes &attributes)
{
    return setstatAll({path}, attributes).front();
}

Result<void> SftpClient::symlink(const QString &target, const QString &link)
{
    Results<void> results = doAll({sftp::symlink(target, link)});
    explainFailures(results, {link});
    return results.front();
}

Result<QString> SftpClient::readLink(const QString &path)
{
    const QList<SftpRequest> requests{sftp::readLink(path)};
    return taken<NameReply, QString>(askAll(requests), requests, firstName).front();
}

Result<FreeSpace> SftpClient::freeSpace(const QString &path)
{
    const QList<SftpRequest> requests{sftp::statvfs(path)};
    if (!m_capabilities.statvfs)
        return tl::unexpected<Error>(statusError({SftpStatus::Unsupported, {}}, requests.front()));
    return taken<ExtendedReply, FreeSpace>(
               askAll(requests), requests,
               [](const ExtendedReply &reply, const SftpRequest &request) -> Result<FreeSpace> {
                   if (const auto space = sftp::decodeFreeSpace(reply.data))
                       return *space;
                   return tl::unexpected<Error>(unexpectedReply(request));
               })
        .front();
}

Results<Attributes> SftpClient::uploadAll(std::span<const UploadItem> items,
                                          const UploadProgress &progress,
                                          std::span<SftpClient *const> helpers)
{
    return UploadBatch(*this, items, progress, helpers).run();
}

Result<Attributes> SftpClient::writeFile(const QString &path, const QByteArray &bytes,
                                         const WriteOptions &options)
{
    UploadItem item;
    item.bytes = bytes;
    item.remotePath = path;
    item.mode = options.mode;
    item.mtime = options.mtime;
    item.exclusive = options.exclusive;
    item.sync = options.sync;
    return uploadAll(std::span(&item, 1)).front();
}

} // namespace kakehashi::ssh
