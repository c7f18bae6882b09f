#pragma once

#include "base/result.h"
#include "publish/connection/servertraits.h"
#include "publish/manifest.h"
#include "publish/rollback/newestknown.h"
#include "publish/target.h"

#include <QLockFile>

#include <memory>
#include <optional>

namespace kakehashi::publish {

/// What this machine remembers of a target between publishes: where the control folder is, which
/// transactions were running when the program died, and a copy of the last manifest, so that a
/// publish without changes reads only the first line of the server's. The server's word counts;
/// losing these files costs time, nothing else.
class LocalTrace
{
public:
    /// `folder` empty: nothing is remembered.
    LocalTrace(const QString &folder, const Target &target);
    ~LocalTrace();

    /// Locked while another process or window of this machine publishes to the target. Until
    /// release(), the transactions found as running() are known to be dead.
    Result<void> claim();
    void release();

    /// Whether a live process holds the claim, without taking it: looking must not keep a publish
    /// from starting at the same moment.
    bool isClaimed() const;

    QString controlPath() const { return m_control; }
    qint64 generation() const { return m_generation; } ///< last one seen; a smaller one is odd
    /// The newest publish that was ever seen there, from whichever machine.
    KnownPublish newest() const;
    void saw(const KnownPublish &publish) const; ///< keeps it if it is newer
    QString partNotes() const;                   ///< file for PartNotes; empty: none
    QStringList running() const { return m_running; }

    /// What was found out about the server that calls itself so; nothing when it is another now.
    std::optional<ServerTraits> traitsOf(const QString &software) const;
    void keepTraits(const QString &software, const ServerTraits &traits);

    /// Before the lock is made on the server, so that it is known as ours after a crash.
    Result<void> begin(const QString &transaction, const QString &controlPath);
    Result<void> end(); ///< the lock was given back
    void sawGeneration(qint64 generation) { m_generation = generation; }

    /// The cached manifest, if it is the one that `head` describes.
    std::optional<Manifest> manifest(const ManifestHead &head, const QByteArray &key) const;
    /// Whatever is cached, believed by nobody: good for guessing what will be asked for.
    std::optional<Manifest> lastManifest() const;
    QByteArray lastManifestStart() const; ///< its first headBytes; empty: none
    Result<void> keepManifest(const QByteArray &bytes) const;
    /// The mtime that the server gave the cached manifest; 0: not known, or not to be relied on.
    /// Whatever else was written within that second looks the same, so it counts only once the
    /// server's manifest was seen to be that one when the second was over.
    void keepManifestTime(qint64 time) const;
    void sawManifest(const QByteArray &start) const; ///< its first headBytes, read just now
    qint64 manifestTime() const;
    QByteArray lastManifestBytes() const { return m_cached; } ///< of lastManifest()

private:
    struct ManifestSeen
    {
        qint64 time = 0;
        qint64 noted = 0; ///< by this machine's clock, milliseconds since 1970
        bool isSettled = false;
    };
    ManifestSeen manifestSeen() const;
    void keep(const ManifestSeen &seen) const;
    void load();
    QString file(const QString &suffix) const;
    Result<void> save() const;

    QString m_folder;
    QString m_stem;
    QString m_control;
    QStringList m_running;
    qint64 m_generation = 0;
    mutable QByteArray m_cached; ///< what m_cachedManifest was read from
    mutable std::optional<Manifest> m_cachedManifest;
    QString m_software;
    std::optional<ServerTraits> m_traits; ///< found by this object
    std::unique_ptr<QLockFile> m_claim;
};

} // namespace kakehashi::publish
