#pragma once

#include "publish/connection/localtrace.h"
#include "publish/connection/servertraits.h"
#include "publish/manifest.h"
#include "publish/transaction/workplace.h"

#include <functional>
#include <memory>

namespace kakehashi::publish {

/// What a look at the docroot and its control folder found; nothing was changed.
struct RemoteState
{
    ControlFolder control;
    FileInfo root;
    QString linkText = {};    ///< by link: what the docroot says; empty: it is no link
    QByteArray manifestStart; ///< at most headBytes; empty: none
    bool hasJournal = false;
    bool hasStage = false;
    bool hasUndo = false;
    bool isDenied = false;           ///< web servers are told to keep out of the control folder
    bool foldsNames = false;         ///< upper and lower case are the same to the server
    QByteArray lock;                 ///< content of the lock; empty: free
    bool listed = false;             ///< topLevel was read
    QList<FolderEntry> topLevel{};   ///< of the docroot, control folders left out
    ControlFolder inside{};          ///< one that the listing shows in the docroot
    QHash<QString, FileInfo> seen{}; ///< what was looked at as well, by path in the docroot

    Result<ManifestHead> head(const QByteArray &key) const; ///< generation 0 when there is none
};

/// What this machine believes to find there and will ask for next: where that is right, one flight
/// tells everything.
struct Expected
{
    QStringList touched = {};      ///< paths in the docroot, to be looked at as well
    FileInfo manifest = {};        ///< as the last publish from here left it, or Missing
    QByteArray manifestStart = {}; ///< of that one
};
using Expect = std::function<Expected()>;

/// Open files of one target plus where things are in it. Kept between calls, so that only the
/// first pays for connecting.
class Connection
{
public:
    /// `isLink`: the docroot is a link that publishing switches, and `root` its own path.
    Connection(std::unique_ptr<RemoteFiles> files, QString root, bool isLink)
        : m_files(std::move(files)), m_root(std::move(root)), m_isLink(isLink)
    {}

    RemoteFiles &files() { return *m_files; }
    const QString &root() const { return m_root; }
    void setRoot(const QString &root) { m_root = root; }
    /// From now on with what this server needs.
    void takeCare(const ServerTraits &traits);

    /// Two or three flights; `remembered` is where the control folder was the last time; empty:
    /// nothing was published from this machine yet. A manifest that looks as expected is taken for
    /// that one: a publish reads it again behind its lock.
    Result<RemoteState> look(const QString &remembered, const Expected &expected,
                             const JobContext &context);

    /// The whole manifest that `state` saw the start of, from the cache where it is the same.
    Result<Manifest> manifest(const RemoteState &state, const LocalTrace &trace,
                              const QByteArray &key, const JobContext &context);

    int roundTripMs() const { return m_roundTripMs; } ///< of the first flight

private:
    Result<void> lookInside(RemoteState &state, const QString &control, bool listToo,
                            const Expected &expected, const JobContext &context);
    Result<void> readManifestStart(RemoteState &state, const JobContext &context);
    Result<void> listRoot(RemoteState &state, const JobContext &context);
    void takeListing(RemoteState &state, const Outcome &listed) const;

    std::unique_ptr<RemoteFiles> m_files;
    QString m_root;
    bool m_isLink;
    int m_roundTripMs = 0;
};

} // namespace kakehashi::publish
