// UploadBatch on other channels than its own, and what it does when something failed.
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"
#include "ssh/sftp/sftpupload.h"

#include <algorithm>

namespace kakehashi::ssh {

namespace {

// bytes; what a connection loses when it is cut is one window for each channel, so a file must be
// worth it
constexpr qint64 largeFile = 64'000'000;

} // namespace

void UploadBatch::openByHelpers(size_t index)
{
    const UploadItem &item = m_items[index];
    if (m_helpers.empty() || item.size - item.startAt < largeFile)
        return;
    m_files[index].helperHandles.resize(m_helpers.size());
    for (size_t helper = 0; helper < m_helpers.size(); ++helper) {
        m_helpers[helper]->submit(
            sftp::open(item.remotePath, OpenWrite),
            [this, index, helper](const Result<SftpReply> &reply) {
                const auto *handle = reply ? std::get_if<HandleReply>(&*reply) : nullptr;
                File &file = m_files[index];
                if (!handle) // then it goes without
                    return;
                if (file.closing || file.awaitsPieces || file.finished)
                    m_helpers[helper]->submit(
                        sftp::close(handle->handle, m_items[index].remotePath), {});
                else
                    file.helperHandles[helper] = handle->handle;
            });
    }
}

void UploadBatch::sendReadyBy(size_t helper)
{
    SftpClient &client = *m_helpers[helper];
    const auto isOpen = [this, helper](size_t index) {
        const auto &handles = m_files[index].helperHandles;
        return !handles.empty() && !handles[helper].isEmpty();
    };
    while (maySend(client)) {
        const auto found = std::find_if(m_ready.begin(), m_ready.end(), isOpen);
        if (found == m_ready.end())
            return;
        const size_t index = *found;
        if (!sendPiece(index, client, m_files[index].helperHandles[helper]))
            m_ready.erase(std::find(m_ready.begin(), m_ready.end(), index));
    }
}

void UploadBatch::closeAtHelpers(size_t index)
{
    auto &handles = m_files[index].helperHandles;
    for (size_t helper = 0; helper < handles.size(); ++helper) {
        if (!handles[helper].isEmpty())
            m_helpers[helper]->submit(sftp::close(handles[helper], m_items[index].remotePath), {});
        handles[helper].clear();
    }
}

/// After a cancel the connection may live on, so what is open there is closed.
void UploadBatch::abandon(const Error &reason)
{
    for (size_t i = 0; i < m_files.size(); ++i) {
        File &file = m_files[i];
        if (!file.closing)
            closeAtHelpers(i);
        if (!file.handle.isEmpty() && !file.closing)
            m_client.submit(sftp::close(file.handle, m_items[i].remotePath), {});
        if (!file.finished)
            m_results[i] = tl::unexpected<Error>(reason);
    }
}

/// "Failure" is all most servers say when a name is taken or the disk is full: ask once why.
void UploadBatch::explainFailures()
{
    QStringList taken;
    std::vector<size_t> takenPlaces;
    std::vector<size_t> full;
    qint64 missing = 0;
    for (size_t i = 0; i < m_results.size(); ++i) {
        if (m_results[i] || !isVagueFailure(m_results[i].error()))
            continue;
        if (m_items[i].exclusive && m_files[i].handle.isEmpty()) {
            taken << m_items[i].remotePath;
            takenPlaces.push_back(i);
        } else {
            full.push_back(i);
            missing += sizeOf(i);
        }
    }
    const Results<Attributes> found =
        taken.isEmpty() ? Results<Attributes>() : m_client.lstatAll(taken);
    for (size_t i = 0; i < found.size(); ++i) {
        if (found[i])
            m_results[takenPlaces[i]] = tl::unexpected<Error>(alreadyExists(taken[qsizetype(i)]));
    }
    if (full.empty() || m_client.isBroken())
        return;
    const QString &path = m_items[full.front()].remotePath;
    const auto space = m_client.freeSpace(path.section(QLatin1Char('/'), 0, -2));
    for (const size_t i : full) {
        if (space && (qint64(space->availableBytes) < missing || space->availableFiles == 0))
            m_results[i] = tl::unexpected<Error>(noSpace(m_items[i].remotePath));
    }
}

qint64 UploadBatch::sizeOf(size_t index) const
{
    const UploadItem &item = m_items[index];
    return item.localFile.isEmpty() ? item.bytes.size() : item.size;
}

} // namespace kakehashi::ssh
