#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "publish/connection/timing.h"
#include "publish/locking/heldlock.h"
#include "publish/plan.h"
#include "publish/rollback/newestknown.h"
#include "publish/signature/signature.h"
#include "publish/target.h"
#include "render/outputtree.h"

#include <functional>
#include <memory>
#include <optional>

namespace kakehashi::publish {

/// Opens the files of a target: by default ssh or the local folder, whichever the target is.
using Connector = std::function<Result<std::unique_ptr<RemoteFiles>>(const Target &, const Access &,
                                                                     const JobContext &)>;
Connector standardConnector();

/// Who publishes where. Values only, so it may be handed to a worker thread.
struct PublishParams
{
    Target target;
    Access access;
    QString siteId; ///< Ulid of the site
    QString author; ///< the person, for history and lock
    /// Who allowed this and where that is written ("課長 田中、起案 2026-118"); empty: nobody was
    /// asked. Kept in history, journal and manifest; whitespace and length are evened out.
    QString approval = {};
    QString machine;       ///< host name; empty: this machine's
    QString journalFolder; ///< on this machine: manifest cache and the trace of a running publish
    QByteArray manifestKey = {};   ///< HMAC key from the keychain; empty: manifest is not signed
    bool manifestKeyIsNew = false; ///< made just now: nothing is signed with it yet
    QString keyProblem = {};       ///< why there is no key, for a note in the plan
    const Clock *clock = &Clock::system();
    Timing timing = Timing::real();
    /// The newest publish to this target by other means than journalFolder: the site's history,
    /// which also a machine has that never published.
    KnownPublish known = {};
    /// The newest publish there that this copy of the site made or holds in its history, by
    /// whatever target; none: the site came here without a history.
    KnownPublish ownHistory = {};
    QMap<QString, KnownPublish> others = {}; ///< to the site's other targets, for ManifestHead
    /// How long a publish tries to get a lost connection back before it ends with Interrupted.
    std::chrono::seconds reconnectFor{600};
    /// Told of every loss after which it connects again, on the thread of the publish.
    std::function<void(const Error &lost)> connectsAgain = {};
    /// Bytes: of the files sent last, so much is sent again after a cut, once. It spares every
    /// publish a flight, and is less than the 2 MiB that SSH has under way at a time anyway.
    qint64 sentAnew = 2'000'000;
};

/// What there is at the other end, for the target's settings (`target probe`).
struct Probe
{
    QString server;  ///< what the server calls itself, e.g. "SSH-2.0-OpenSSH_9.2"; may be empty
    QString hostKey; ///< fingerprint "SHA256:…"; empty for local targets
    QString root;    ///< docroot with links resolved
    Features features;
    bool exists = false;
    bool writable = false;
    bool empty = false;
    bool ours = false;          ///< holds a manifest of this site
    bool reachedByLink = false; ///< the docroot as given is, or lies behind, a symbolic link
    QString linkText;        ///< what the docroot says where it is itself a link; empty: it is none
    QString switchProblem;   ///< why all pages cannot change at once by that; empty: they can
    bool foldsNames = false; ///< upper and lower case are the same to the server
    bool unfinished = false; ///< a publish was cut off there; the next one finishes it first
    QString lockedBy;        ///< who is publishing now; empty: nobody
    qint64 generation = 0;
    qint64 freeBytes = -1;
    int roundTripMs = 0;
    QStringList foreignFiles; ///< top level, the first 20
    Issues notes;             ///< suspicious docroot, degraded server … with what to do
    Signature signature = Signature::None;

    bool canSwitch() const { return !linkText.isEmpty() && switchProblem.isEmpty(); }
};

/// What `verify` found to differ from the manifest (publishing.md 4E).
struct Drift
{
    enum class Kind {
        Changed,
        Missing,
        Unknown,
        Unreadable, ///< as it was published, but visitors cannot read it; also a folder of ours
    };

    Kind kind = Kind::Changed;
    QString path;
    FileInfo expected;
    FileInfo found;
    Sha256 expectedHash;
    Sha256 foundHash; ///< null below Level::Content
};

/// What a publish did.
struct Report
{
    enum class Recovery {
        None,
        Finished,
        TakenBack,
        SetAside, ///< its record could not be believed; nothing was done by it
    };

    qint64 generation = 0; ///< now live
    QString transaction;
    int added = 0;
    int replaced = 0;
    int removed = 0;
    int unchanged = 0;
    qint64 bytesSent = 0;
    int roundTrips = 0;
    int reconnects = 0; ///< after losing the connection on the way
    double seconds = 0;
    QDateTime finished;
    bool nothingToDo = false; ///< no generation was made
    // What was put right along the way, because others had removed or changed it.
    int restored = 0;          ///< files that were gone from the server, sent again
    int mended = 0;            ///< files that had been changed there, sent again
    int modesMended = 0;       ///< files and folders that visitors could not read
    QList<Drift> amiss = {};   ///< not as published when looked at afterwards; else it is all there
    QStringList heldBack = {}; ///< pages that the caller left as they were, for the history
    Recovery recovered = Recovery::None; ///< what was done first about a publish that was cut off
    Issues notes;
    QByteArray manifest = {}; ///< as it now lies on the server
    qint64 manifestTime = 0;  ///< its mtime there; 0: not known
};

/// What is live, and whether it is what should be: what costs one short look to know.
struct Standing
{
    ManifestHead live; ///< generation 0: nothing of this site
    Signature signature = Signature::None;
    KnownPublish newest; ///< that is known here
    /// Somebody here knew of a publish before this look; else nobody could tell whether the server
    /// went back.
    bool isWitnessed = false;
    QString wentBack;   ///< sentence: the server holds a former state; empty: it does not
    QString newerThere; ///< sentence: this copy of the site is older than what is live; or empty
    QString tampered;   ///< sentence: the list is not as this machine left it; or empty
    QString closedRoot; ///< sentence: nobody but its account may enter the docroot; or empty
    bool hasJournal = false; ///< a publish was cut off, or is under way

    /// What a person has to hear of before anything is published; empty: nothing.
    QString problem() const;
};

/// Publishes one site to one target. Everything blocks: use it from a worker thread, one call at a
/// time (cancel through the context). The connection is opened when first needed and kept, so that
/// plan, publish and the next publish share it; a lost one is opened again by the next call.
///
/// A publish is a transaction: whatever fails or is killed whenever, the server ends with the old
/// or the new site. publish() takes a failed commit back by itself; what a kill left behind is
/// finished or taken back by the next plan(), publish() or recover() from any machine.
class Publisher
{
public:
    explicit Publisher(PublishParams params, Connector connector = standardConnector());
    ~Publisher();

    /// Fails with HostKeyUnknown (the fingerprint is in Error::detail: show it, pin it in the
    /// target, call again), HostKeyChanged, AuthenticationFailed, Network.
    Result<Probe> probe(const JobContext &context = {});

    /// Looks only at what differs from the last manifest. NotFound: the docroot is not there.
    Result<Plan> plan(const render::OutputTree &tree, const PlanOptions &options = {},
                      const JobContext &context = {});

    /// Does what a person has seen. Fails with Refused (guards not in `confirmed`, named in the
    /// text), Conflict (the server is no longer as the plan saw it: plan again), Locked (who is
    /// publishing), Interrupted (connection lost, and it did not come back for `reconnectFor`:
    /// recover() or publish again goes on), DiskFull,
    /// PermissionDenied. On every failure before the commit the site is unchanged.
    Result<Report> publish(const Plan &approved, const render::ByteSource &bytes,
                           const QStringList &confirmed = {}, const JobContext &context = {});

    enum class Direction {
        Automatic,
        Finish,
        TakeBack,
        SetAside, ///< a record that cannot be believed goes to undo/, and nothing is done by it
    };
    /// Ends a publish that was cut off; None when there is nothing to do. Conflict when its record
    /// on the server is not signed with the site's key, and was not made by this machine either:
    /// nothing is done by it, not even here.
    Result<Report::Recovery> recover(Direction direction = Direction::Automatic,
                                     const JobContext &context = {});

    /// After Locked: whose lock it is. Nothing: none, or one that cannot be broken.
    Result<std::optional<HeldLock>> heldLock(const JobContext &context = {});
    /// Breaks that one, for a person who knows that its owner publishes no more. Takes up to a
    /// minute. Fails with Locked when the owner shows life, or when it is another one by now.
    Result<void> breakLock(const HeldLock &seen, const JobContext &context = {});

    enum class Level { Listing, Content };
    /// Compares the server with its manifest, whichever that is; see standing().
    Result<QList<Drift>> verify(Level level, const JobContext &context = {});

    /// The manifests that are kept on the server, newest first, the live one included: what a
    /// rollback can go back to.
    Result<QList<Manifest>> generations(const JobContext &context = {});

    /// For who only wants to know whether all is well ("today", `publish --due`).
    Result<Standing> standing(const JobContext &context = {});

    /// Who vouches for what the answers above and below rest on.
    Result<Signature> signature(const JobContext &context = {});

    /// The manifest of what is live. Fails with NotFound when nothing of this site was published.
    Result<Manifest> published(const JobContext &context = {});

    /// One file as it lies on the server now, ours or not, to be compared or kept as evidence;
    /// `path` is relative to the docroot. Invalid when it is larger than `maxBytes`.
    Result<QByteArray> read(const QString &path, qint64 maxBytes, const JobContext &context = {});

    /// Before a rollback on a machine that did not publish `wanted`: reads what `have` lacks from
    /// the docroot and undo/ and puts it into `store`. NotFound when some of it is nowhere.
    Result<void> fetchMissing(const Manifest &wanted, const render::ByteSource &have,
                              render::OutputSink &store, const JobContext &context = {});

    void disconnect();
    bool isConnected() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// A tree that is exactly what `manifest` lists, to publish an old state again (rollback) with
/// bytes from the site folder's object store.
render::OutputTree treeOf(const Manifest &manifest);

} // namespace kakehashi::publish
