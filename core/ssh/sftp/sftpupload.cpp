#include "ssh/sftp/sftpupload.h"

#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <utility>

namespace kakehashi::ssh {

namespace {

using std::chrono::steady_clock;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sftp)
};

constexpr size_t firstWindow = 64; // OPENs in flight to a server that tells no limits
constexpr size_t maxWindow = 512;  // to one that does; more gains nothing at 250 ms round trip
constexpr quint32 pieceBytes = 32 * 1024;
constexpr qint64 blockBytes = 256 * 1024; // of a local file at a time

Error localChanged(const UploadItem &item)
{
    return {ErrorCode::Conflict,
            Tr::tr("%1 has changed while it was being sent. Publish again.").arg(item.localFile)};
}

/// A mode or time that the server refuses to set is seen in the final attributes; the file's
/// bytes are what counts (some hosts forbid every SETSTAT).
bool isTolerable(SftpType type, const Error &error)
{
    return (type == SftpType::FSetStat || type == SftpType::FStat) &&
           error.code != ErrorCode::Network && error.code != ErrorCode::Cancelled;
}

/// Where the server writes the whole file out to its disk, or over its own network.
SftpRequest withWork(SftpRequest request, qint64 fileSize)
{
    constexpr qint64 share = 16; // disks are so much faster than the slowest line
    request.work = fileSize / share;
    return request;
}

} // namespace

UploadBatch::UploadBatch(SftpClient &client, std::span<const UploadItem> items,
                         const UploadProgress &progress, std::span<SftpClient *const> helpers)
    : m_client(client)
    , m_items(items)
    , m_progress(progress)
    , m_helpers(helpers)
    , m_files(items.size())
    , m_results(items.size())
    , m_window(client.capabilities().limits ? maxWindow : firstWindow)
{}

Results<Attributes> UploadBatch::run()
{
    Result<void> pumped;
    while (pumped && (m_next < m_items.size() || m_unfinished > 0)) {
        openMore();
        sendReady();
        pumped = m_client.pumpWith(m_helpers);
        if (m_progress)
            m_progress(m_ackedFiles, m_ackedBytes);
    }
    for (SftpClient *helper : m_helpers) // whose handlers know this batch
        helper->stopWaiting(pumped ? cancelled().value() : pumped.error());
    if (!pumped)
        abandon(pumped.error());
    explainFailures();
    return std::move(m_results);
}

void UploadBatch::openMore()
{
    const size_t allowed = std::max<size_t>(1, m_client.capabilities().maxHandles / 2);
    while (m_next < m_items.size() && m_openNow < std::min(m_window, allowed) &&
           m_client.wantsMore())
        open(m_next++);
}

void UploadBatch::open(size_t index)
{
    const UploadItem &item = m_items[index];
    Attributes attributes;
    attributes.mode = item.mode;
    // What is there beyond startAt need not be cut off: all of it is written again.
    const quint32 start = item.exclusive ? OpenExclusive : OpenTruncate;
    const quint32 flags = OpenWrite | (item.startAt > 0 ? 0U : OpenCreate | start);
    ++m_openNow;
    ++m_unfinished;
    m_files[index].holdsHandle = true;
    if (!item.handle.isEmpty()) {
        begin(index, item.handle);
        return;
    }
    m_client.submit(sftp::open(item.remotePath, flags, attributes),
                    [this, index, asked = steady_clock::now()](const Result<SftpReply> &reply) {
                        opened(index, reply, asked);
                    });
}

void UploadBatch::opened(size_t index, const Result<SftpReply> &reply, SteadyTime asked)
{
    File &file = m_files[index];
    growWindow(std::chrono::duration_cast<Milliseconds>(steady_clock::now() - asked));
    const auto *handle = reply ? std::get_if<HandleReply>(&*reply) : nullptr;
    if (handle) {
        begin(index, handle->handle);
        return;
    }
    const auto *status = reply ? std::get_if<StatusReply>(&*reply) : nullptr;
    const SftpRequest request{SftpType::Open, {}, m_items[index].remotePath};
    file.failure = !reply   ? reply.error()
                   : status ? statusError(*status, request)
                            : unexpectedReply(request);
    finish(index);
}

void UploadBatch::begin(size_t index, const QByteArray &handle)
{
    File &file = m_files[index];
    file.handle = handle;
    if (!m_items[index].hash.isNull())
        file.hash = std::make_unique<Sha256Stream>();
    if (const Result<void> skipped = skipSent(index); !skipped)
        file.failure = skipped.error();
    m_ready.push_back(index);
    openByHelpers(index);
}

/// One more for each handle that comes quickly doubles the window every round trip; when answers
/// slow down the line or the server is full, and more would only lengthen its queue.
void UploadBatch::growWindow(Milliseconds latency)
{
    m_bestLatency = std::min(m_bestLatency, latency);
    if (latency < 2 * m_bestLatency + Milliseconds(20) && m_window < maxWindow)
        ++m_window;
}

void UploadBatch::sendReady()
{
    for (size_t waiting = 0; waiting < m_ready.size() && maySend(m_client);) {
        const size_t index = m_ready.front();
        m_ready.pop_front();
        const bool waits = mustWait(index);
        waiting = waits ? waiting + 1 : 0;
        if (waits || sendPiece(index, m_client, m_files[index].handle))
            m_ready.push_back(index);
    }
    for (size_t helper = 0; helper < m_helpers.size(); ++helper)
        sendReadyBy(helper);
}

/// A server may take bytes for ever and never say that it has written them.
bool UploadBatch::maySend(const SftpClient &by) const
{
    constexpr qint64 mostUnanswered = 64'000'000; // bytes; 1 Gbit/s at 500 ms
    return by.wantsMore() && m_sentBytes - m_answeredBytes < mostUnanswered;
}

/// A line that is cut loses what is under way: a server's window (OpenSSH: 2 MiB), if nobody stops
/// earlier. Files that go over several channels have one window on each.
bool UploadBatch::mustWait(size_t index) const
{
    constexpr qint64 mostLost = 1'750'000; // bytes
    const File &file = m_files[index];
    return m_items[index].acknowledged && !file.failure && file.helperHandles.empty() &&
           file.sent - file.ackedTo >= mostLost && file.sent < sizeOf(index);
}

/// The hash is that of the whole file.
Result<void> UploadBatch::skipSent(size_t index)
{
    File &file = m_files[index];
    const qint64 end = m_items[index].startAt;
    while (file.sent < end) {
        if (const Result<void> loaded = loadBlock(index); !loaded)
            return loaded;
        const qint64 start = file.sent - file.blockStart;
        const qint64 count = std::min(end - file.sent, file.block.size() - start);
        if (file.hash)
            file.hash->add(QByteArrayView(file.block).sliced(start, count));
        file.sent += count;
    }
    file.ackedTo = end;
    return {};
}

void UploadBatch::noteAcked(size_t index, qint64 from, qint64 bytes)
{
    File &file = m_files[index];
    file.ackedAhead.insert({from, from + bytes});
    const qint64 before = file.ackedTo;
    for (auto next = file.ackedAhead.begin();
         next != file.ackedAhead.end() && next->first == file.ackedTo;
         next = file.ackedAhead.erase(next))
        file.ackedTo = next->second;
    if (file.ackedTo > before)
        m_items[index].acknowledged(file.ackedTo);
}

bool UploadBatch::sendPiece(size_t index, SftpClient &by, const QByteArray &handle)
{
    const UploadItem &item = m_items[index];
    File &file = m_files[index];
    const qint64 size = sizeOf(index);
    if (!file.failure && file.sent < size) {
        if (const Result<void> loaded = loadBlock(index); !loaded)
            file.failure = loaded.error();
    }
    if (!file.failure && file.sent < size) {
        const qint64 start = file.sent - file.blockStart;
        const qint64 limit = std::min(pieceBytes, m_client.capabilities().maxWrite);
        const qint64 count = std::min<qint64>(limit, file.block.size() - start);
        const QByteArrayView piece = QByteArrayView(file.block).sliced(start, count);
        if (file.hash)
            file.hash->add(piece);
        m_sentBytes += count;
        sendBy(by, index, sftp::write(handle, quint64(file.sent), piece, item.remotePath), count);
        file.sent += count;
    }
    if (!file.failure && file.sent < size)
        return true;
    if (!file.failure && file.hash && file.hash->result() != item.hash)
        file.failure = localChanged(item);
    file.awaitsPieces = !file.failure && !file.helperHandles.empty() && file.unanswered > 0;
    if (!file.awaitsPieces)
        closeFile(index);
    return false;
}

Result<void> UploadBatch::loadBlock(size_t index)
{
    const UploadItem &item = m_items[index];
    File &file = m_files[index];
    if (item.localFile.isEmpty()) {
        file.block = item.bytes;
        return {};
    }
    if (file.sent < file.blockStart + file.block.size())
        return {};
    // Opened anew for each block: hundreds of files may be on their way at once.
    QFile local(item.localFile);
    if (!local.open(QIODevice::ReadOnly) || !local.seek(file.sent))
        return fail(ErrorCode::NotFound,
                    Tr::tr("%1 could not be read: %2").arg(item.localFile, local.errorString()));
    if (local.size() != item.size)
        return tl::unexpected<Error>(localChanged(item));
    file.blockStart = file.sent;
    file.block = local.read(std::min(blockBytes, item.size - file.sent));
    if (file.block.isEmpty())
        return tl::unexpected<Error>(localChanged(item));
    return {};
}

void UploadBatch::closeFile(size_t index)
{
    const UploadItem &item = m_items[index];
    File &file = m_files[index];
    file.block = {};
    file.closing = true;
    closeAtHelpers(index);
    if (!file.failure) {
        Attributes attributes;
        attributes.mode = item.mode;
        attributes.mtime = item.mtime;
        send(index, sftp::fsetstat(file.handle, attributes, item.remotePath));
        if (item.sync && m_client.capabilities().fsync)
            send(index, withWork(sftp::fsync(file.handle, item.remotePath), sizeOf(index)));
        send(index, sftp::fstat(file.handle, item.remotePath));
    }
    send(index, withWork(sftp::close(file.handle, item.remotePath), sizeOf(index)));
    // A later OPEN meets the server after this CLOSE. Only who tells its limit may be trusted with
    // that: at worst it works on both at once, and half of the limit is left for it.
    if (m_client.capabilities().limits)
        releaseHandle(index);
}

void UploadBatch::releaseHandle(size_t index)
{
    if (std::exchange(m_files[index].holdsHandle, false))
        --m_openNow;
}

void UploadBatch::sendBy(SftpClient &client, size_t index, SftpRequest request, qint64 bytes)
{
    ++m_files[index].unanswered;
    const SftpRequest asked{request.type, {}, request.path};
    const qint64 from = m_files[index].sent;
    client.submit(std::move(request), [this, index, asked, from, bytes](const auto &reply) {
        const auto *status = reply ? std::get_if<StatusReply>(&*reply) : nullptr;
        const bool isWritten = bytes > 0 && status && status->code == SftpStatus::Ok;
        if (isWritten && m_items[index].acknowledged)
            noteAcked(index, from, bytes);
        answered(index, asked, reply, bytes);
    });
}

void UploadBatch::answered(size_t index, const SftpRequest &request, const Result<SftpReply> &reply,
                           qint64 bytes)
{
    File &file = m_files[index];
    --file.unanswered;
    m_answeredBytes += bytes;
    std::optional<Error> failure;
    if (!reply) {
        failure = reply.error();
    } else if (const auto *attributes = std::get_if<AttributesReply>(&*reply)) {
        file.final = attributes->attributes;
    } else if (const auto *status = std::get_if<StatusReply>(&*reply)) {
        if (status->code != SftpStatus::Ok)
            failure = statusError(*status, request);
    } else {
        failure = unexpectedReply(request);
    }
    if (failure && isTolerable(request.type, *failure))
        failure.reset();
    if (failure && !file.failure)
        file.failure = failure;
    if (!failure)
        m_ackedBytes += bytes;
    const bool connectionEnded = !reply;
    if (file.unanswered == 0 && !connectionEnded && std::exchange(file.awaitsPieces, false)) {
        closeFile(index);
        return;
    }
    if (file.unanswered > 0 || !(file.closing || connectionEnded))
        return;
    releaseHandle(index);
    checkSize(index);
    const QString &name = m_items[index].renameTo;
    if (file.renaming || file.failure || name.isEmpty()) {
        finish(index);
        return;
    }
    // Only now: a rename sent behind its own WRITE would name a file whose write failed.
    file.renaming = true;
    send(index, sftp::rename(m_items[index].remotePath, name));
}

void UploadBatch::checkSize(size_t index)
{
    File &file = m_files[index];
    const qint64 size = sizeOf(index);
    if (!file.failure && file.final.size && qint64(*file.final.size) != size)
        file.failure = Error{ErrorCode::Failed,
                             Tr::tr("%1 has %2 bytes on the server instead of %3. Publish again.")
                                 .arg(m_items[index].remotePath)
                                 .arg(*file.final.size)
                                 .arg(size)};
}

void UploadBatch::finish(size_t index)
{
    File &file = m_files[index];
    releaseHandle(index);
    file.finished = true;
    --m_unfinished;
    if (file.failure)
        m_results[index] = tl::unexpected<Error>(*file.failure);
    else
        m_results[index] = file.final;
    m_ackedFiles += file.failure ? 0 : 1;
    file.hash.reset();
}

} // namespace kakehashi::ssh
