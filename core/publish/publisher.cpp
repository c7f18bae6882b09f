#include "publish/publisher.h"

#include "base/encoding.h"
#include "publish/connection/publishsession.h"
#include "publish/drift/drift.h"
#include "publish/locking/lockbreaking.h"
#include "publish/planning/mending.h"
#include "publish/planning/planguards.h"
#include "publish/planning/planner.h"
#include "publish/planning/planwork.h"
#include "publish/rollback/fetch.h"
#include "publish/transaction/afterlook.h"
#include "publish/transaction/publishrun.h"
#include "publish/transaction/recovery.h"
#include "publish/transaction/transaction.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Publisher)
};

Report nothingToDo(const Plan &plan)
{
    Report report;
    report.generation = plan.base.generation;
    report.transaction = plan.base.transaction;
    report.unchanged = plan.unchanged;
    report.nothingToDo = true;
    if (!plan.hasChanges()) // else they come with what was done
        report.notes = mending::planNotes(plan);
    return report;
}

/// What the plan will want to know if nobody else published meanwhile.
Expected expectedBy(const PublishSession &session, const render::OutputTree &tree,
                    const PlanOptions &options)
{
    const auto last = session.trace().lastManifest();
    if (!last)
        return {};
    Expected expected;
    expected.touched = watched(tree, *last, options);
    const QByteArray bytes = session.trace().lastManifestBytes();
    const qint64 time = session.trace().manifestTime();
    if (time == 0)
        return expected;
    expected.manifest = {FileInfo::Kind::File, bytes.size(), time, 0};
    expected.manifestStart = bytes.left(headBytes);
    return expected;
}

} // namespace

struct Publisher::Parts
{
    Parts(PublishParams params, Connector connector)
        : session(std::move(params), std::move(connector))
    {}

    PublishSession session;
    Report::Recovery recovered = Report::Recovery::None;
    Issues notes;

    Result<void> recoverLocked(LockedPlace &locked, Direction direction);
    Result<Report> mendModes(const Plan &plan, const JobContext &context);
};

/// Without a lock and a journal: every step can be done twice.
Result<Report> Publisher::Parts::mendModes(const Plan &plan, const JobContext &context)
{
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    if (state->control.root != plan.root)
        return publishedMeanwhile();
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    Report report = nothingToDo(plan);
    mending::count(plan, report);
    AfterLook{(*open)->files(), state->control, plan, plan.result, {}}.tell(report);
    return report;
}

Result<void> Publisher::Parts::recoverLocked(LockedPlace &locked, Direction direction)
{
    const auto ended = recoverPublish(locked.place, session.params(), session.trace().running(),
                                      direction, &notes);
    if (!ended)
        return passOn(ended);
    recovered = *ended;
    return {};
}

Publisher::Publisher(PublishParams params, Connector connector)
{
    if (params.machine.isEmpty())
        params.machine = QSysInfo::machineHostName();
    // The manifest's first line has to stay within headBytes.
    constexpr qsizetype longestApproval = 300;
    params.approval = leftOf(params.approval.simplified(), longestApproval);
    m_parts = std::make_unique<Parts>(std::move(params), std::move(connector));
}

Publisher::~Publisher() = default;

void Publisher::disconnect()
{
    m_parts->session.disconnect();
}

bool Publisher::isConnected() const
{
    return m_parts->session.isConnected();
}

Result<Probe> Publisher::probe(const JobContext &context)
{
    return m_parts->session.probe(context);
}

Result<Plan> Publisher::plan(const render::OutputTree &tree, const PlanOptions &options,
                             const JobContext &context)
{
    PublishSession &session = m_parts->session;
    Result<RemoteState> state =
        session.look(context, [&] { return expectedBy(session, tree, options); });
    if (state && state->hasJournal) {
        if (!options.recover)
            return fail(ErrorCode::Interrupted,
                        Text::tr("An earlier publish was cut off. Finish it or take it back "
                                 "first."));
        if (auto ended = recover(Direction::Automatic, context); !ended)
            return passOn(ended);
        state = session.look(context);
    }
    if (!state)
        return passOn(state);
    return planFor(session, *state, tree, options, context);
}

Result<Report> Publisher::publish(const Plan &approved, const render::ByteSource &bytes,
                                  const QStringList &confirmed, const JobContext &context)
{
    if (const Issues open = approved.openGuards(confirmed); !open.isEmpty())
        return refusedBy(open);
    if (!approved.hasChanges())
        return nothingToDo(approved);
    if (!approved.sendsAnything())
        return m_parts->mendModes(approved, context);
    Result<Report> done = PublishRun(m_parts->session, approved, bytes, context).run();
    m_parts->session.release();
    if (!done && done.error().code == ErrorCode::Conflict)
        m_parts->session.distrustMemory();
    if (!done)
        return done;
    done->recovered = std::exchange(m_parts->recovered, Report::Recovery::None);
    done->notes += std::exchange(m_parts->notes, {});
    return done;
}

Result<Report::Recovery> Publisher::recover(Direction direction, const JobContext &context)
{
    const Result<RemoteState> state = m_parts->session.look(context);
    if (!state)
        return passOn(state);
    // Without a journal nothing visible was begun, but a lock of ours may be left to clear away.
    if (!state->hasJournal && m_parts->session.trace().running().isEmpty())
        return Report::Recovery::None;
    const auto done = m_parts->session.whileLocked(
        context, [&](LockedPlace &locked) { return m_parts->recoverLocked(locked, direction); });
    m_parts->session.release();
    if (!done)
        return passOn(done);
    return m_parts->recovered;
}

Result<std::optional<HeldLock>> Publisher::heldLock(const JobContext &context)
{
    return findLock(m_parts->session, context);
}

Result<void> Publisher::breakLock(const HeldLock &seen, const JobContext &context)
{
    return publish::breakLock(m_parts->session, seen, context);
}

Result<QList<Drift>> Publisher::verify(Level level, const JobContext &context)
{
    return findDrift(m_parts->session, level, context);
}

Result<QList<Manifest>> Publisher::generations(const JobContext &context)
{
    return keptManifests(m_parts->session, context);
}

Result<Standing> Publisher::standing(const JobContext &context)
{
    PublishSession &session = m_parts->session;
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    Standing standing;
    standing.signature = session.signatureOf(*state);
    standing.live = identityOf(*state, readingKey(standing.signature, session.params()));
    standing.newest = session.newestKnown();
    standing.isWitnessed = session.hadWitness();
    standing.hasJournal = state->hasJournal;
    const bool isOurs = standing.live.site == session.params().siteId;
    if (isOurs || standing.signature == Signature::None) // of a damaged list the age says nothing
        standing.wentBack = wentBack(standing.live, standing.newest).value_or(QString());
    if (isOurs && !standing.hasJournal) // else ending what was cut off comes first
        standing.newerThere = session.newerThere(standing.live);
    standing.closedRoot = mending::closedRoot(*state);
    if (session.isTampered(*state))
        standing.tampered = tamperedList(state->head({})->generation);
    session.saw(standing.live, standing.signature);
    return standing;
}

Result<Signature> Publisher::signature(const JobContext &context)
{
    const Result<RemoteState> state = m_parts->session.look(context);
    if (!state)
        return passOn(state);
    return m_parts->session.signatureOf(*state);
}

Result<Manifest> Publisher::published(const JobContext &context)
{
    return liveManifest(m_parts->session, context);
}

Result<QByteArray> Publisher::read(const QString &path, qint64 maxBytes, const JobContext &context)
{
    return readPublishedFile(m_parts->session, path, maxBytes, context);
}

Result<void> Publisher::fetchMissing(const Manifest &wanted, const render::ByteSource &have,
                                     render::OutputSink &store, const JobContext &context)
{
    return fetchFromServer(m_parts->session, wanted, have, store, context);
}

QString Standing::problem() const
{
    if (!tampered.isEmpty())
        return tampered;
    return wentBack.isEmpty() ? newerThere : wentBack;
}

render::OutputTree treeOf(const Manifest &manifest)
{
    render::OutputTree tree;
    for (auto file = manifest.files.begin(); file != manifest.files.end(); ++file) {
        if (file->retired == 0)
            tree.files.append({file.key(), file->hash, file->size, file->group, {}});
    }
    return tree;
}

} // namespace kakehashi::publish
