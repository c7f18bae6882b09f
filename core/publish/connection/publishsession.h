#pragma once

#include "publish/connection/connection.h"
#include "publish/connection/localtrace.h"
#include "publish/locking/lock.h"
#include "publish/publisher.h"
#include "publish/transaction/partnotes.h"

#include <functional>
#include <memory>
#include <optional>

namespace kakehashi::publish {

/// The lock on the server, while it is ours, and where it holds.
struct LockedPlace
{
    Workplace place;
    Lock lock;
    QString transaction;
    bool hadStage = false; ///< stage/ may hold files of an earlier attempt
    Outcomes early = {};   ///< of what was done together with the request for the lock
};

/// The connection, the trace on this machine and the lock of one Publisher: the parts of its work
/// that outlive a call or enclose one.
class PublishSession
{
public:
    PublishSession(PublishParams params, Connector connector);

    const PublishParams &params() const { return m_params; }
    const LocalTrace &trace() const { return m_trace; }
    PartNotes &parts() { return m_parts; }
    /// Nothing is being published any more; the connection stays for the next time.
    void release() { m_trace.release(); }
    void distrustMemory() { m_trace.keepManifestTime(0); } ///< next time everything is read
    bool isConnected() const { return m_connection != nullptr; }
    void disconnect();

    /// The open connection, or a new one.
    Result<Connection *> connection(const JobContext &context, const Expect &expect = {});
    /// What is on the server now. A lost connection is opened anew, once. `expect` may be
    /// called on another thread while this one logs in.
    Result<RemoteState> look(const JobContext &context, const Expect &expect = {});

    Result<Probe> probe(const JobContext &context);

    /// A list without a signature is fine when it is the one that this machine left there.
    Signature signatureOf(const RemoteState &state) const;

    /// Does `work` while no other publisher can, in a control folder that is made when missing.
    using Work = std::function<Result<void>(LockedPlace &)>;
    /// Operations in the control folder that may go out with the request for the lock, because
    /// nobody seemed to be publishing a moment ago; `transaction` is the lock's.
    using Early = std::function<Result<Batch>(const ControlFolder &, const QString &transaction)>;
    Result<void> whileLocked(const JobContext &context, const Work &work, const Early &early = {});

    /// The newest publish that is known by whatever means.
    KnownPublish newestKnown() const;
    bool hadWitness() const { return m_hadWitness; } ///< knew of any, before the first look
    /// See Standing.
    QString newerThere(const ManifestHead &live) const;
    /// The list names a publish of this machine, and is not the one that it left there.
    bool isTampered(const RemoteState &state) const;
    /// Notes it, if somebody vouches for it.
    void saw(const ManifestHead &live, Signature signature) const;

    /// After a commit: what the next publish starts from.
    void remember(const Report &report);

private:
    QByteArray keptStart(const ManifestHead &head) const;
    Result<void> getToKnow(const QString &folder, const JobContext &context);
    Result<void> connect(const JobContext &context, const Expect &expect);
    QString probableRoot() const;
    Result<LockedPlace> lock(const JobContext &context, const Early &early);
    Result<LockedPlace> tryLock(const JobContext &context, const Early &early);
    void unlock(LockedPlace &locked, bool isCancelled);
    Result<ControlFolder> controlFolder(const JobContext &context);
    bool isControlProven() const;
    bool isByLink() const { return m_params.target.switching == Target::Switching::ByLink; }
    Result<std::optional<LockedPlace>> lockInNew(const JobContext &context, const Early &early);
    void leaveNothing(const ControlFolder &control, const Batch &along);
    struct Asked
    {
        Batch along = {};
        Outcomes made = {};
        qsizetype making = 0; ///< of `along`, what makes the control folder
    };
    Result<LockedPlace> lockIn(const ControlFolder &control, Asked &asked,
                               const JobContext &context, const Early &early);
    Result<void> probeRoot(Probe &probe, const JobContext &context);
    Result<void> probeLink(Probe &probe, const QString &login, const JobContext &context);

    PublishParams m_params;
    Connector m_connector;
    LocalTrace m_trace;
    PartNotes m_parts;
    QStringList m_begun; ///< transactions of this machine
    std::unique_ptr<Connection> m_connection;
    RemoteState m_state;                    ///< as last seen on the open connection
    std::optional<RemoteState> m_firstLook; ///< of connect()
    bool m_hadWitness;
};

} // namespace kakehashi::publish
