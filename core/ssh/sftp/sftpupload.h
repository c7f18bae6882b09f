#pragma once

#include "base/sha256stream.h"
#include "ssh/sftp/sftpclient.h"

#include <map>

namespace kakehashi::ssh {

/// One uploadAll(): keeps a window of OPENs in flight, and behind each handle that arrives sends
/// the whole rest of its file without waiting. Only OPEN costs a round trip, shared by the window.
/// The pieces of a large file go over whichever channel has room; what ends it follows when all of
/// them are answered, since channels keep no order among each other.
class UploadBatch
{
public:
    UploadBatch(SftpClient &client, std::span<const UploadItem> items,
                const UploadProgress &progress, std::span<SftpClient *const> helpers = {});
    Results<Attributes> run();

private:
    struct File
    {
        QByteArray handle = {};
        QByteArray block = {}; ///< the piece of the local file that is being sent
        qint64 blockStart = 0;
        qint64 sent = 0;
        qint64 ackedTo = 0;                       ///< without a gap
        std::map<qint64, qint64> ackedAhead = {}; ///< begin → end, beyond the first gap
        int unanswered = 0;
        bool holdsHandle = false;
        bool closing = false;
        bool finished = false;
        bool renaming = false;
        std::vector<QByteArray> helperHandles = {}; ///< by helper; empty: not open there
        bool awaitsPieces = false;                  ///< all are sent, before closing
        std::optional<Error> failure = {};
        Attributes final = {};
        std::unique_ptr<Sha256Stream> hash = {};
    };

    void openMore();
    void open(size_t index);
    void opened(size_t index, const Result<SftpReply> &reply, SteadyTime asked);
    void begin(size_t index, const QByteArray &handle);
    void growWindow(Milliseconds latency);
    void sendReady();
    bool maySend(const SftpClient &by) const;
    /// Whether too much of a file that can be taken up again is under way already.
    bool mustWait(size_t index) const;
    void sendReadyBy(size_t helper);
    void openByHelpers(size_t index);
    void closeAtHelpers(size_t index);
    /// True while the file has more.
    bool sendPiece(size_t index, SftpClient &by, const QByteArray &handle);
    Result<void> loadBlock(size_t index);
    void closeFile(size_t index);
    void send(size_t index, SftpRequest request) { sendBy(m_client, index, std::move(request)); }
    void sendBy(SftpClient &client, size_t index, SftpRequest request, qint64 bytes = 0);
    Result<void> skipSent(size_t index);
    void noteAcked(size_t index, qint64 from, qint64 bytes);
    void answered(size_t index, const SftpRequest &request, const Result<SftpReply> &reply,
                  qint64 bytes);
    void checkSize(size_t index);
    void releaseHandle(size_t index);
    void finish(size_t index);
    void abandon(const Error &reason);
    void explainFailures();
    qint64 sizeOf(size_t index) const;

    SftpClient &m_client;
    std::span<const UploadItem> m_items;
    const UploadProgress &m_progress;
    std::span<SftpClient *const> m_helpers;
    std::vector<File> m_files;
    Results<Attributes> m_results;
    std::deque<size_t> m_ready; ///< have a handle and something to send; served in turn
    size_t m_next = 0;
    size_t m_openNow = 0;
    size_t m_unfinished = 0; ///< begun, results not known
    size_t m_window;
    Milliseconds m_bestLatency{60000};
    qint64 m_sentBytes = 0;
    qint64 m_answeredBytes = 0; ///< of m_sentBytes, whatever the answer was
    qint64 m_ackedBytes = 0;
    qint64 m_ackedFiles = 0;
};

} // namespace kakehashi::ssh
