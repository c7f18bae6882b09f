#pragma once

#include "base/job.h"
#include "base/result.h"
#include "base/sha256.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace kakehashi::publish {

/// What LSTAT tells: links are not followed.
struct FileInfo
{
    enum class Kind { Missing, File, Folder, Link, Other };

    Kind kind = Kind::Missing;
    qint64 size = 0;
    qint64 time = 0; ///< modification, seconds since 1970 by the server's clock
    int mode = 0;    ///< permission bits, 0 when the server does not tell
    /// In `mode`: the server tells, and nobody may do anything.
    static constexpr int forNobody = 010000;

    bool isFile() const { return kind == Kind::File; }
    bool isFolder() const { return kind == Kind::Folder; }
    bool isMissing() const { return kind == Kind::Missing; }
    /// The same file as before as far as a listing can tell (publishing.md 4E, level 1).
    bool looksLike(const FileInfo &other) const
    {
        return kind == other.kind && size == other.size && time == other.time;
    }
    /// Of a web server of another account: whether it may read the file, or go through the folder.
    /// What the server does not tell is believed to be so.
    bool isForVisitors() const
    {
        const int needed = isFolder() ? 0001 : 0004;
        return mode == 0 || (!isFile() && !isFolder()) || (mode & needed) != 0;
    }
    /// The mode that lets it, and takes nothing away.
    int modeForVisitors() const { return (mode & 07777) | (isFolder() ? 0755 : 0644); }
    bool operator==(const FileInfo &) const = default;
};

struct FolderEntry
{
    QString name;
    FileInfo info;
};

/// One request to the server. Made by the named functions below. Paths are absolute.
struct Operation
{
    enum class Kind {
        Look,         ///< LSTAT; a missing file is Ok with Kind::Missing
        List,         ///< every entry but "." and ".."
        Read,         ///< at most `size` bytes from the start
        Write,        ///< bytes or a local file; see `create`
        MakeFolder,   ///< Exists when something is there
        Remove,       ///< a file
        RemoveFolder, ///< only an empty one
        Move,         ///< rename that never overwrites: Exists when the new name is taken
        Replace,      ///< rename that overwrites in one step; only with features().replace
        Link,         ///< hard link, never overwrites; only with features().hardLink
        Touch,        ///< sets `time`
        SetMode,      ///< sets `mode`
        SymLink,      ///< a symbolic link that says `to`; never overwrites
        ReadLink,     ///< what one says, as bytes
        Prepare,      ///< a later Write with Create::Truncate will fill the path: open it now
    };
    enum class Create { New, Truncate }; ///< New: Exists when the file is there

    Kind kind = Kind::Look;
    QString path;
    /// New name of Move, Replace, Link; what SymLink says; Write: its name once it is complete.
    QString to = {};
    Create create = Create::New;
    QByteArray bytes = {};
    QString sourceFile = {}; ///< local file instead of `bytes`
    Sha256 hash = {};        ///< Write: what is sent must have it, unless null
    qint64 size = 0;         ///< Write: of sourceFile; Read: at most so many bytes
    int mode = 0644;         ///< of what Write and MakeFolder make
    qint64 time = 0;         ///< mtime to set; 0: leave it to the server's clock
    bool flush = false;      ///< Write: fsync before closing, where the server can
    bool asDrafted = false;  ///< SymLink: for servers that have its arguments unlike OpenSSH
    qint64 startAt = 0;      ///< Write of sourceFile: so much of it is at `path` already
    /// Write of sourceFile: told now and then how much of it is surely at `path`.
    std::function<void(qint64 upTo)> acknowledged = {};

    static Operation look(QString path);
    static Operation list(QString path);
    static Operation read(QString path, qint64 maxBytes);
    static Operation write(QString path, QByteArray bytes, Create create = Create::New);
    static Operation writeFile(QString path, QString sourceFile, qint64 size, const Sha256 &hash);
    static Operation makeFolder(QString path, int mode = 0755);
    static Operation remove(QString path);
    static Operation removeFolder(QString path);
    static Operation move(QString from, QString to);
    static Operation replace(QString from, QString to);
    static Operation link(QString from, QString to);
    static Operation touch(QString path, qint64 time);
    static Operation setMode(QString path, int mode);
    static Operation symLink(QString path, QString says);
    static Operation readLink(QString path);
    /// Only a hint that may save that Write a flight; always Ok. `mode` is that of the file.
    static Operation prepare(QString path, int mode);
};

struct Outcome
{
    enum class Status { Ok, Missing, Exists, Denied, NoSpace, Unsupported, Failed };

    Status status = Status::Ok;
    QString text = {};               ///< the server's words, for the log and the sentence
    FileInfo info = {};              ///< Look; Write: the file as it is on the server afterwards
    QByteArray bytes = {};           ///< Read, ReadLink
    QList<FolderEntry> entries = {}; ///< List

    bool ok() const { return status == Status::Ok; }
};

using Batch = QList<Operation>;
using Outcomes = QList<Outcome>;

/// What the server can do; asked once per connection.
struct Features
{
    bool replace = true;   ///< rename over an existing file in one step (posix-rename@openssh.com)
    bool hardLink = true;  ///< hardlink@openssh.com
    bool moveKeeps = true; ///< its RENAME never overwrites; Move never does, whatever it takes
    bool flush = true;     ///< fsync@openssh.com
    bool freeSpace = true; ///< statvfs@openssh.com
    bool setTime = true;   ///< mtime can be set
    /// Works its requests off one after the other, as OpenSSH does. Only ever a reason to send more
    /// at once: a step that must not happen without an earlier one either waits for it, or names
    /// something that only the earlier one brings about.
    bool inOrder = false;
};

/// Something small to be done in between while a long batch is under way.
struct Meanwhile
{
    std::function<std::optional<Operation>()> due = {}; ///< asked often; a small Write, or nothing
    std::function<void(const Outcome &)> done = {};     ///< it was; not when the connection is lost
};

/// Who is at the other end; empty for a local folder.
struct ServerFacts
{
    QString software; ///< what the server calls itself
    QString hostKey;  ///< fingerprint "SHA256:…"
};

/// The files of one target, as batches: everything in a batch is under way at the same time and
/// may happen in any order, so what depends on another step belongs in a later batch; only folders
/// are made and removed in the order in which the batch names them. Planner,
/// transaction, recovery and their tests know only this; sftp/ and local/ implement it.
/// One thread at a time.
class RemoteFiles
{
public:
    virtual ~RemoteFiles() = default;

    virtual Features features() const = 0;
    virtual ServerFacts server() const { return {}; }

    /// Does all and waits for all; one outcome per operation, in the same order. Fails as a whole
    /// only when the connection is lost (Network): then nobody knows which of them happened.
    /// Cancelled: operations not yet begun were left out, the others are finished.
    virtual Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) = 0;

    /// Until the next call with nothing; for batches that write.
    virtual void setMeanwhile(Meanwhile meanwhile) { m_meanwhile = std::move(meanwhile); }

    /// Until the next call: who cancels this does not interrupt what a server is about to answer,
    /// but a line that has fallen silent is given up at once (Network).
    virtual void setGiveUp(const CancelToken &cancel) { m_giveUp = cancel; }

    /// The absolute path with every symbolic link resolved (REALPATH).
    virtual Result<QString> resolve(const QString &path) = 0;

    /// Bytes that may still be written there; -1 when the server does not tell.
    virtual Result<qint64> freeBytes(const QString &path) = 0;

    /// Flights of requests so far that had to be waited for, for estimates and benchmarks.
    virtual int roundTrips() const = 0;

protected:
    std::optional<Operation> dueMeanwhile() const;
    const Meanwhile &meanwhile() const { return m_meanwhile; }
    const CancelToken &giveUp() const { return m_giveUp; }

private:
    Meanwhile m_meanwhile;
    CancelToken m_giveUp;
};

/// The failure that `outcome` is, with a sentence that names the path and what to do.
tl::unexpected<Error> outcomeError(const Operation &operation, const Outcome &outcome);

/// Runs a batch of which every operation must succeed; the failure is that of the first that did
/// not. `alsoFine` is a second outcome that is no failure (e.g. Exists for folders).
Result<Outcomes> runAll(RemoteFiles &files, const Batch &batch, const JobContext &context = {},
                        Outcome::Status alsoFine = Outcome::Status::Ok);

} // namespace kakehashi::publish
