#pragma once

#include "base/job.h"
#include "base/result.h"
#include "base/sha256.h"
#include "ssh/session.h"
#include "ssh/sftp/sftp.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>

namespace kakehashi::ssh {

/// One outcome per item, in the order of the items. When the connection breaks, or the job is
/// cancelled, items that were answered keep their answer and the others say Network or Cancelled:
/// the server may or may not have done those, so look (lstatAll) before doing them again.
template <typename T>
using Results = std::vector<Result<T>>;

/// The first failure, or null.
template <typename T>
const Error *firstFailure(const Results<T> &results)
{
    for (const Result<T> &result : results) {
        if (!result)
            return &result.error();
    }
    return nullptr;
}

struct UploadItem
{
    QString localFile = {}; ///< read in pieces; or
    QByteArray bytes = {};  ///< when localFile is empty
    QString remotePath;
    qint64 size = 0; ///< must be what localFile holds; checked
    quint32 mode = 0644;
    std::optional<quint32> mtime = {}; ///< set on the server when given
    Sha256 hash = {};                  ///< what is sent must have it, unless null
    bool exclusive = false;            ///< AlreadyExists when the path is there; else truncate
    bool sync = false;                 ///< fsync before close, where the server can
    QString renameTo = {};             ///< its name once it is complete, never overwriting; or none
    /// An earlier attempt left so many right bytes at remotePath: only the rest is sent.
    qint64 startAt = 0;
    /// Of remotePath, empty, opened by the caller on the same connection; used up. Or none.
    QByteArray handle = {};
    /// Told when more of the file is known to be on the server without a gap, from its start.
    std::function<void(qint64 upTo)> acknowledged = {};
};

struct RenameItem
{
    QString from;
    QString to;
};

enum class RenameMode {
    NoClobber, ///< plain RENAME: fails with AlreadyExists when `to` is there (on OpenSSH; probe!)
    Replace,   ///< posix-rename: atomic; Unsupported where the server has none
};

struct ReadItem
{
    QString path;
    qint64 maxBytes = 16 * 1024 * 1024; ///< more is Invalid
    qint64 expectedSize = -1;           ///< when known, all reads go out at once
    bool prefix = false;                ///< more is no failure; only maxBytes are read
};

struct WriteOptions
{
    quint32 mode = 0644;
    std::optional<quint32> mtime = {};
    bool exclusive = false;
    bool sync = false;
};

/// Bytes and files that the server has acknowledged so far. Called on the worker's thread.
using UploadProgress = std::function<void(qint64 files, qint64 bytes)>;

/// SFTP version 3 with any number of requests in flight over one channel: n small operations cost
/// about one round trip together. Blocking, for one worker thread; cancel as Session. An answer
/// that is due has a deadline of its own: keep-alives say nothing of the process behind sshd.
/// All paths are absolute and UTF-8.
/// Failures of an item: NotFound, PermissionDenied, AlreadyExists, DiskFull, Unsupported, Failed
/// (the server did not say why), each with the path and what to do.
class SftpClient
{
public:
    using Handler = std::function<void(const Result<SftpReply> &)>;

    static Result<std::unique_ptr<SftpClient>> open(Session &session);
    /// Does not wait for the server to say what it can do where a known server takes requests
    /// before that; call awaitCapabilities() before relying on them.
    static Result<std::unique_ptr<SftpClient>> openEarly(Session &session);
    static Result<std::unique_ptr<SftpClient>> open(std::unique_ptr<Transport> transport,
                                                    const CancelToken &cancel = {},
                                                    const Timeouts &timeouts = {});
    ~SftpClient();
    SftpClient(const SftpClient &) = delete;
    SftpClient &operator=(const SftpClient &) = delete;

    const Capabilities &capabilities() const { return m_capabilities; }
    Result<void> awaitCapabilities(); ///< at once unless opened early and nothing was asked yet
    bool isBroken() const { return m_broken.has_value(); } ///< nothing more will succeed
    const std::optional<Error> &brokenBy() const { return m_broken; }
    void setCancel(const CancelToken &cancel); ///< a fresh one allows cleaning up after a cancel
    /// Cancelled, it cuts the wait short only when the server has been silent for longer than an
    /// answer takes; the connection is then given up.
    void setGiveUp(const CancelToken &cancel) { m_giveUp = cancel; }
    quint64 requestCount() const { return m_requestCount; }

    // Batches. Each waits for all its answers; items of one batch are carried out in any order.
    Results<QString> realPathAll(const QStringList &paths);
    Results<Attributes> lstatAll(const QStringList &paths);
    Results<Attributes> statAll(const QStringList &paths);      ///< follows links
    Results<RemoteEntries> listAll(const QStringList &folders); ///< without "." and ".."
    Results<QByteArray> readAll(std::span<const ReadItem> items);
    /// Stages files: OPENs in a window that grows with the server's pace; behind each handle WRITE,
    /// FSETSTAT, FSTAT and CLOSE in one flight. The result is what FSTAT said at the end. A file
    /// that failed may be left behind incomplete.
    /// `helpers`: further channels of the same connection, for large files; the server lets each
    /// have only so much under way.
    Results<Attributes> uploadAll(std::span<const UploadItem> items,
                                  const UploadProgress &progress = {},
                                  std::span<SftpClient *const> helpers = {});
    Results<void> renameAll(std::span<const RenameItem> items, RenameMode mode);
    Results<void> hardlinkAll(std::span<const RenameItem> items); ///< `to` becomes a second name
    Results<void> removeAll(const QStringList &paths);
    Results<void> rmdirAll(const QStringList &paths); ///< in the given order; only empty ones
    Results<void> setstatAll(const QStringList &paths, const Attributes &attributes);
    /// Makes the folders (parents before children). One that is there already is no failure.
    Results<void> mkdirAll(const QStringList &folders, quint32 mode = 0755);

    /// Everything below a folder, pipelined. `descend` says whether to look into a folder. A folder
    /// that cannot be read is the failure. Symlinks are listed, never followed.
    Result<RemoteEntries> listTree(const QString &root,
                                   const std::function<bool(const RemoteEntry &)> &descend = {});

    // Single operations.
    Result<QString> realPath(const QString &path);
    Result<Attributes> lstat(const QString &path);
    Result<bool> exists(const QString &path); ///< lstat; other failures than NotFound stay failures
    Result<QByteArray> readFile(const QString &path, qint64 maxBytes);
    /// In place: for lock and journal files; what a visitor can see goes through uploadAll and
    /// renameAll. Gives the server's view of the written file.
    Result<Attributes> writeFile(const QString &path, const QByteArray &bytes,
                                 const WriteOptions &options = {});
    Result<void> rename(const QString &from, const QString &to, RenameMode mode);
    Result<void> remove(const QString &path);
    Result<void> rmdir(const QString &path);
    Result<void> setstat(const QString &path, const Attributes &attributes);
    Result<void> symlink(const QString &target, const QString &link);
    Result<QString> readLink(const QString &path);
    Result<FreeSpace> freeSpace(const QString &path); ///< Unsupported without statvfs@openssh.com

    // For what the above does not cover. Handlers run inside pump() and may submit more; they are
    // called once, with the reply or with the failure that ended the wait.
    void submit(SftpRequest request, Handler handler);
    /// Waits until every submitted request that has a handler is answered. Fails when the wait was
    /// cut short; all unanswered handlers have then been told.
    Result<void> flush();
    /// Sends and handles what is possible now, waiting at most 50 ms. Fails as flush().
    Result<void> pump();
    /// The same for several channels of one connection in turn, this one first. Only its own
    /// failure is the failure.
    Result<void> pumpWith(std::span<SftpClient *const> others);
    /// Whoever still waits is told that nothing comes; late answers are thrown away.
    void stopWaiting(const Error &reason) { giveUp(reason); }
    bool wantsMore() const; ///< false while enough is buffered: submit later

private:
    explicit SftpClient(std::unique_ptr<Transport> transport);
    static Result<std::unique_ptr<SftpClient>> start(std::unique_ptr<Transport> transport,
                                                     const CancelToken &cancel,
                                                     const Timeouts &timeouts);
    bool isLineDead() const;
    bool isOverdue() const;
    Milliseconds patience() const;
    Error overdueError() const;
    Result<void> takeVersion(QByteArrayView packet);
    void askLimits();
    void transmit(SftpRequest request, Handler handler, bool isAwaited);
    Result<void> pumpFor(Milliseconds wait);
    Result<void> step(Milliseconds wait); ///< exchange(), unless cancelled
    void feedTransport();
    Result<void> handleIncoming();
    Result<void> dispatch(QByteArrayView packet);
    void giveUp(const Error &error);
    std::vector<Result<SftpReply>> askAll(const QList<SftpRequest> &requests);
    Results<void> doAll(const QList<SftpRequest> &requests);
    Results<void> mkdirOnce(const QStringList &folders, quint32 mode);
    void explainFailures(Results<void> &results, const QStringList &paths);

    struct Queued
    {
        SftpRequest request;
        Handler handler;
    };
    struct Pending
    {
        Handler handler;    ///< null: nobody waits any more
        bool opens = false; ///< then a late handle must be closed
        bool isAwaited = false;
        qint64 work = 0;
    };

    std::unique_ptr<Transport> m_transport;
    CancelToken m_cancel;
    CancelToken m_giveUp;
    std::optional<Milliseconds> m_answerTime; ///< the shortest so far
    Timeouts m_timeouts;
    Capabilities m_capabilities;
    std::deque<Queued> m_queue;
    std::unordered_map<quint32, Pending> m_pending;
    size_t m_awaited = 0; ///< of m_pending, those that flush() waits for
    bool m_versionDue = true;
    QByteArray m_received;
    std::optional<Error> m_broken;
    std::optional<Error> m_givingUp;
    SteadyTime m_waitingSince;
    SteadyTime m_answeredAt; ///< the last answer to anything; by pumpWith() also of the others
    SteadyTime m_bytesAt;    ///< the last piece of an answer
    bool m_isTiming = false; ///< how long the first answer after that takes
    quint32 m_nextId = 1;
    quint64 m_requestCount = 0;
};

} // namespace kakehashi::ssh
