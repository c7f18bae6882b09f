#include "publish/connection/publishsession.h"

#include "base/ulid.h"
#include "publish/rollback/keptstates.h"
#include "publish/switching/releases.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <future>
#include <utility>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PublishSession)
};

Expected asked(const Expect &expect)
{
    return expect ? expect() : Expected();
}

} // namespace

PublishSession::PublishSession(PublishParams params, Connector connector)
    : m_params(std::move(params))
    , m_connector(std::move(connector))
    , m_trace(m_params.journalFolder, m_params.target)
    , m_parts(m_trace.partNotes())
    , m_hadWitness(!newestKnown().isNone())
{}

Result<void> PublishSession::connect(const JobContext &context, const Expect &expect)
{
    const QString guess = probableRoot();
    // Reading the last manifest takes a third of a round trip; logging in leaves time for it.
    std::future<Expected> expecting;
    if (!guess.isEmpty() && expect)
        expecting = std::async(std::launch::async, expect);
    Result<std::unique_ptr<RemoteFiles>> files =
        m_connector(m_params.target, m_params.access, context);
    const Expected expected = expecting.valid() ? expecting.get() : Expected();
    if (!files)
        return passOn(files);
    auto connection = std::make_unique<Connection>(std::move(*files), guess, isByLink());
    const QString software = connection->files().server().software;
    if (const auto traits = m_trace.traitsOf(software))
        connection->takeCare(*traits);
    std::optional<RemoteState> first;
    if (!guess.isEmpty()) {
        Result<RemoteState> looked = connection->look(m_trace.controlPath(), expected, context);
        if (looked)
            first = std::move(*looked);
    }
    Result<QString> root = connection->files().resolve(switching::toResolve(m_params.target));
    if (!root && root.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    Text::tr("The folder %1 is not on the server. Correct it in the target's "
                             "settings, or make it on the server first.")
                        .arg(m_params.target.path),
                    root.error().detail);
    if (!root)
        return passOn(root);
    root = switching::rootOf(m_params.target, *root);
    if (first && *root == guess)
        m_firstLook = std::move(first);
    connection->setRoot(*root);
    m_connection = std::move(connection);
    return {};
}

/// Where the docroot is unless it is reached through a link, so that the first flight can ask both
/// for what it resolves to and for what lies there. Empty: nothing is known.
QString PublishSession::probableRoot() const
{
    const QString given = QDir::cleanPath(m_params.target.path);
    if (m_params.target.path.startsWith(u'/'))
        return given;
    const QString name =
        m_trace.controlPath().section(u'/', -1).mid(QLatin1String(ControlFolder::prefix).size());
    const QString last = m_trace.controlPath().section(u'/', 0, -2) + u'/' + name;
    return !name.isEmpty() && last.endsWith(u'/' + given) ? last : QString();
}

Result<Connection *> PublishSession::connection(const JobContext &context, const Expect &expect)
{
    if (!m_connection) {
        if (auto connected = connect(context, expect); !connected)
            return passOn(connected);
    }
    return m_connection.get();
}

void PublishSession::disconnect()
{
    m_connection.reset();
    m_firstLook.reset();
    m_state = {};
}

Result<RemoteState> PublishSession::look(const JobContext &context, const Expect &expect)
{
    const bool wasOpen = isConnected();
    for (int attempt = 0;; ++attempt) {
        if (isConnected())
            m_firstLook.reset(); // it may be an hour old
        const Result<Connection *> open = connection(context, expect);
        if (!open)
            return passOn(open);
        const auto first = std::exchange(m_firstLook, std::nullopt);
        Result<RemoteState> state =
            first ? Result<RemoteState>(*first)
                  : (*open)->look(m_trace.controlPath(), asked(expect), context);
        const bool lost = !state && state.error().code == ErrorCode::Network;
        if (state) {
            m_state = *state;
            m_trace.sawManifest(state->manifestStart);
        }
        if (!lost)
            return state;
        disconnect();
        // The server closes connections that were idle between two publishes.
        if (!wasOpen || attempt > 0)
            return state;
    }
}

Result<ControlFolder> PublishSession::controlFolder(const JobContext &context)
{
    if (isControlProven())
        return m_state.control;
    Result<ControlFolder> made =
        makeControlFolder(m_connection->files(), m_connection->root(), !isByLink(), context);
    if (made)
        m_state.control = *made;
    return made;
}

/// Once per server: what it is called is remembered with what was found.
Result<void> PublishSession::getToKnow(const QString &folder, const JobContext &context)
{
    const QString software = m_connection->files().server().software;
    if (!needsTrying(m_connection->files()) || m_trace.traitsOf(software))
        return {};
    const Result<ServerTraits> traits = tryServer(m_connection->files(), folder, context);
    if (!traits)
        return passOn(traits);
    m_trace.keepTraits(software, *traits);
    m_connection->takeCare(*traits);
    return {};
}

Result<LockedPlace> PublishSession::lock(const JobContext &context, const Early &early)
{
    const bool wasOpen = isConnected();
    Result<LockedPlace> locked = tryLock(context, early);
    const bool outdated = !locked && (locked.error().code == ErrorCode::Network ||
                                      locked.error().code == ErrorCode::NotFound);
    if (!outdated || !wasOpen)
        return locked;
    // A person may look at a plan for an hour, and servers close connections that are idle.
    disconnect();
    Result<LockedPlace> again = tryLock(context, early);
    // The lock that is found may be the one that was cut off a moment ago.
    if (!again && again.error().code == ErrorCode::Locked)
        return locked;
    return again;
}

Result<LockedPlace> PublishSession::tryLock(const JobContext &context, const Early &early)
{
    if (auto claimed = m_trace.claim(); !claimed)
        return passOn(claimed);
    // Right after a plan, on the same connection, nothing needs to be looked up again.
    if (!m_connection || m_state.control.root.isEmpty()) {
        if (auto looked = look(context); !looked)
            return passOn(looked);
    }
    if (!isControlProven() && m_connection->files().features().inOrder) {
        Result<std::optional<LockedPlace>> locked = lockInNew(context, early);
        if (!locked)
            return passOn(locked);
        if (*locked)
            return std::move(**locked);
    }
    const Result<ControlFolder> control = controlFolder(context);
    if (!control)
        return passOn(control);
    if (auto known = getToKnow(control->path, context); !known)
        return passOn(known);
    Asked asked;
    return lockIn(*control, asked, context, early);
}

/// One that a publish was committed from, or that lies in the docroot itself.
bool PublishSession::isControlProven() const
{
    const ControlFolder &control = m_state.control;
    return m_connection && control.isMade() &&
           (control.isInside() || m_state.hasJournal || !m_state.manifestStart.isEmpty());
}

/// For the first publish: makes the control folder beside the docroot, proves it, locks it and
/// begins to send, all in one flight. Nothing: that is no place for it, and nothing is left there.
Result<std::optional<LockedPlace>> PublishSession::lockInNew(const JobContext &context,
                                                             const Early &early)
{
    const QString root = m_state.control.root;
    const ControlFolder beside{root, ControlFolder::beside(root)};
    if (!beside.isMade() || m_state.inside.isMade())
        return std::nullopt;
    Asked asked{makeBeside(beside), {}, 0};
    asked.making = asked.along.size();
    Result<LockedPlace> locked = lockIn(beside, asked, context, early);
    const bool proven = !asked.made.isEmpty() && isProven(asked.made);
    if (locked && proven) {
        m_state.control = beside;
        return std::optional(std::move(*locked));
    }
    if (!locked && (asked.made.isEmpty() || proven || locked.error().code == ErrorCode::Locked))
        return passOn(locked);
    if (locked)
        unlock(*locked, false);
    if (asked.made.first().ok()) // else nothing could be made there, or it is somebody else's
        leaveNothing(beside, asked.along);
    m_state.control.path.clear();
    m_state.hasUndo = false;
    m_state.isDenied = false;
    return std::nullopt;
}

void PublishSession::leaveNothing(const ControlFolder &control, const Batch &along)
{
    RemoteFiles &files = m_connection->files();
    Batch removals;
    const auto listed = files.run({Operation::list(control.stage())});
    for (const Operation &made : denials(control))
        removals.append(Operation::remove(made.path));
    for (const FolderEntry &entry : listed ? listed->first().entries : QList<FolderEntry>())
        removals.append(Operation::remove(control.staged(entry.name)));
    for (auto operation = along.crbegin(); operation != along.crend(); ++operation) {
        if (operation->kind == Operation::Kind::MakeFolder)
            removals.append(Operation::removeFolder(operation->path));
    }
    static_cast<void>(files.run(removals)); // what stays is empty, or somebody else's
}

Result<LockedPlace> PublishSession::lockIn(const ControlFolder &control, Asked &asked,
                                           const JobContext &context, const Early &early)
{
    const Workplace place{m_connection->files(), control, context, m_params.timing};
    const LockNote note{Ulid::generate(*m_params.clock).toString(), m_params.author,
                        m_params.machine};
    const QStringList dead = m_trace.running();
    m_begun += dead;
    m_begun.append(note.transaction);
    if (auto noted = m_trace.begin(note.transaction, control.path); !noted)
        return passOn(noted);
    Batch &along = asked.along;
    along.append(Operation::makeFolder(control.stage(), 0700));
    if (!m_state.hasUndo)
        along.append(Operation::makeFolder(control.undo(), 0700));
    if (!m_state.isDenied)
        along += denials(control);
    if (!m_state.isDenied && isByLink()) // made by an older version; else there is no such folder
        along += switching::noIndex(control);
    const qsizetype folders = along.size();
    if (early && m_state.lock.isEmpty() && !m_state.hasStage) {
        const Result<Batch> more = early(control, note.transaction);
        if (!more)
            return passOn(more);
        along += *more;
    }
    const JobContext sending{context.cancel, [&context](Progress now) {
                                 now.phase = Text::tr("Sending");
                                 context.report(now);
                             }};
    Result<Lock> lock = Lock::acquire({place.files, place.control, sending, m_params.timing}, note,
                                      dead, along, &asked.made, asked.making);
    if (!lock && lock.error().code == ErrorCode::Locked && dead.isEmpty())
        static_cast<void>(m_trace.end()); // it never began; nothing is left to recover
    if (!lock)
        return passOn(lock);
    m_state.hasUndo = true;
    m_state.isDenied = true;
    const Outcomes &made = asked.made;
    const bool hadStage = made.isEmpty() || !made.at(asked.making).ok();
    return LockedPlace{place, std::move(*lock), note.transaction, hadStage, made.mid(folders)};
}

void PublishSession::unlock(LockedPlace &locked, bool isCancelled)
{
    if (isCancelled ? locked.lock.releaseSoon() : locked.lock.release())
        static_cast<void>(m_trace.end()); // a stale note costs nothing
}

Result<void> PublishSession::whileLocked(const JobContext &context, const Work &work,
                                         const Early &early)
{
    Result<LockedPlace> locked = lock(context, early);
    Result<void> done = locked ? work(*locked) : Result<void>(passOn(locked));
    if (locked)
        unlock(*locked, !done && done.error().code == ErrorCode::Cancelled);
    if (!done &&
        (done.error().code == ErrorCode::Network || done.error().code == ErrorCode::Interrupted))
        disconnect();
    return done;
}

KnownPublish PublishSession::newestKnown() const
{
    const KnownPublish noted = newestNoted(m_params.journalFolder, m_params.target);
    return newerOf(newerOf(m_params.known, noted), {m_trace.generation(), {}, {}});
}

void PublishSession::saw(const ManifestHead &live, Signature signature) const
{
    const bool isVouchedFor = signature == Signature::Valid || signature == Signature::Unsigned;
    if (isVouchedFor && live.site == m_params.siteId)
        m_trace.saw(knownFrom(live));
}

void PublishSession::remember(const Report &report)
{
    // Only a cache: a full disk here must not make a publish fail that has succeeded.
    m_trace.sawGeneration(report.generation);
    m_trace.saw({report.generation, report.transaction, report.finished});
    static_cast<void>(m_trace.keepManifest(report.manifest));
    m_trace.keepManifestTime(report.manifestTime);
    static_cast<void>(KeptStates(m_params.journalFolder, m_params.target)
                          .keep(report.generation, report.manifest));
}

QString PublishSession::newerThere(const ManifestHead &live) const
{
    const KnownPublish &history = m_params.ownHistory;
    const bool isOurs =
        m_begun.contains(live.transaction) || m_trace.running().contains(live.transaction);
    if (isOurs || history.isNone() || live.site != m_params.siteId)
        return {};
    const QList<qint64> kept = KeptStates(m_params.journalFolder, m_params.target).generations();
    const qint64 last = std::max(m_trace.generation(), kept.isEmpty() ? 0 : kept.first());
    return publish::newerThere(live, newerOf(history, {last, {}, {}})).value_or(QString());
}

/// By the publish that the list says it is of; empty: that was not made on this machine.
QByteArray PublishSession::keptStart(const ManifestHead &head) const
{
    if (head.generation == 0)
        return {};
    const QByteArray kept =
        KeptStates(m_params.journalFolder, m_params.target).start(head.generation);
    const auto ours = manifestHead(kept, {});
    return ours && ours->transaction == head.transaction ? kept : QByteArray();
}

bool PublishSession::isTampered(const RemoteState &state) const
{
    const auto head = state.head({});
    if (!head)
        return false;
    const QByteArray kept = keptStart(*head);
    return !kept.isEmpty() && kept != state.manifestStart;
}

Signature PublishSession::signatureOf(const RemoteState &state) const
{
    const Signature found = publish::signatureOf(state.manifestStart, m_params);
    if (found != Signature::Stripped && found != Signature::Unsigned)
        return found;
    const auto head = state.head({});
    const QByteArray kept = head ? keptStart(*head) : QByteArray();
    if (kept.isEmpty())
        return found;
    return isSignedManifest(kept) ? Signature::Stripped : Signature::Unsigned;
}

} // namespace kakehashi::publish
