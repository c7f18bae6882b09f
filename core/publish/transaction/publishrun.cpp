#include "publish/transaction/publishrun.h"

#include "publish/planning/mending.h"
#include "publish/transaction/afterlook.h"
#include "publish/transaction/recovery.h"
#include "publish/transaction/transaction.h"
#include "ssh/sftp/sftperror.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PublishRun)
};

constexpr qint64 largestManifest = 256 * 1024 * 1024;

template <typename T>
bool wasLost(const Result<T> &result)
{
    return !result && (result.error().code == ErrorCode::Network ||
                       result.error().code == ErrorCode::Interrupted);
}

/// Lost together with the request for the lock: nothing of the site was touched.
tl::unexpected<Error> suspended(const Error &lost)
{
    if (lost.code == ErrorCode::Interrupted)
        return tl::unexpected<Error>(lost);
    return fail(ErrorCode::Interrupted,
                lost.text + u' ' +
                    Text::tr("The site is unchanged. Publish again when the connection is back: "
                             "what was sent is not sent again."),
                lost.detail);
}

} // namespace

PublishRun::PublishRun(PublishSession &session, const Plan &plan, const render::ByteSource &source,
                       const JobContext &context)
    : m_session(session)
    , m_plan(plan)
    , m_source(source)
    , m_context(context)
    , m_reconnect(session.params().timing, session.params().reconnectFor)
{
    m_running.start();
}

Result<Report> PublishRun::run()
{
    // Who never got through is told at once; it is the settings or the line.
    bool wasThere = m_session.isConnected();
    for (;;) {
        const Result<void> done = attempt();
        wasThere = wasThere || !m_transactions.isEmpty();
        if (done)
            break;
        if (!wasLost(done) || !wasThere || isGivenUp(done.error()))
            return passOn(done);
        const Result<State> state = regain(done.error());
        // What was seen of a commit says more than why looking at it failed.
        if (!state && !m_mayBeVisible)
            return passOn(state);
        if (!state || *state == State::Suspended)
            return suspended(done.error());
        if (*state == State::Done)
            break;
    }
    m_report.notes += m_notes;
    m_report.bytesSent += m_bytesSent;
    m_report.reconnects = m_reconnect.losses();
    m_session.remember(m_report);
    m_session.parts().clear();
    lookAfterwards();
    m_report.seconds = static_cast<double>(m_running.elapsed()) / 1000.0;
    return m_report;
}

/// The lock is given back by now, and nothing that is found undoes what is live.
void PublishRun::lookAfterwards()
{
    mending::count(m_plan, m_report);
    const Result<Manifest> left = Manifest::fromBytes(m_report.manifest, {});
    const Result<Connection *> open = m_session.connection({});
    if (!left || !open)
        return AfterLook::wasNot(left ? open.error() : left.error(), m_report);
    FileInfo list{FileInfo::Kind::File, m_report.manifest.size(), m_report.manifestTime, 0};
    if (m_report.manifestTime == 0)
        list = {};
    AfterLook{(*open)->files(), m_control, m_plan, *left, list}.tell(m_report);
    m_report.roundTrips = (*open)->files().roundTrips();
}

Result<void> PublishRun::attempt()
{
    m_mayBeVisible = false;
    const qint64 sentAnew = m_transactions.isEmpty() ? m_session.params().sentAnew : 0;
    Staging staging(m_plan, m_source, m_session.parts(), sentAnew);
    const Result<void> done = m_session.whileLocked(
        m_context, [&](LockedPlace &locked) { return publishLocked(locked, staging); },
        [&](const ControlFolder &control, const QString &transaction) {
            return earlySteps(m_plan, staging, control, transaction);
        });
    if (done)
        return done;
    m_bytesSent += staging.bytesSent();
    if (staging.bytesSent() > 0) {
        m_reconnect.moved();
        m_stuck = 0;
    }
    return done;
}

Result<void> PublishRun::publishLocked(LockedPlace &locked, Staging &staging)
{
    m_transactions.append(locked.transaction);
    m_control = locked.place.control;
    if (locked.place.control.root != m_plan.root)
        return publishedMeanwhile();
    const Result<Report> done =
        runTransaction(locked.place, locked.lock,
                       {m_session.params(), m_plan, staging, locked.transaction, locked.hadStage,
                        locked.early, &m_mayBeVisible});
    if (!done && (done.error().code == ErrorCode::DiskFull || staging.wasRefused()))
        return giveRoomBack(locked.place, done.error());
    if (!done)
        return passOn(done);
    m_report = *done;
    m_report.roundTrips = locked.place.files.roundTrips();
    return {};
}

/// What was sent is of no use where the rest has no room, and would keep the server's disk full for
/// everybody, or the account's quota. Of a commit that is not taken back wholly nothing is touched.
tl::unexpected<Error> PublishRun::giveRoomBack(const Workplace &place, const Error &full)
{
    const QString stage = place.control.stage();
    const auto listed = place.files.run(
        {Operation::look(place.control.journal()), Operation::list(stage)}, place.context);
    if (!listed || !listed->first().info.isMissing() || !listed->last().ok())
        return tl::unexpected<Error>(full);
    Batch removals;
    qint64 bytes = 0;
    for (const FolderEntry &entry : listed->last().entries) {
        if (!entry.info.isFile())
            continue;
        removals.append(Operation::remove(ControlFolder::join(stage, entry.name)));
        bytes += entry.info.size;
    }
    const auto removed = place.files.run(removals, place.context);
    const auto isLeft = [](const Outcome &outcome) { return !outcome.ok(); };
    const auto left = removed ? std::count_if(removed->cbegin(), removed->cend(), isLeft)
                              : qsizetype(removals.size());
    m_session.parts().clear();
    QString what;
    if (left > 0)
        what = Text::tr("%n files that were sent already are still in %1; remove them there.",
                        nullptr, static_cast<int>(left))
                   .arg(stage);
    else if (!removals.isEmpty())
        what = Text::tr("The %n files that were sent already (%1 kB) were removed again.", nullptr,
                        static_cast<int>(removals.size()))
                   .arg((bytes + 999) / 1000);
    return fail(full.code, what.isEmpty() ? full.text : full.text + u' ' + what, full.detail);
}

/// A server that breaks the protocol or gets stuck at the same step again is no line that comes
/// back.
bool PublishRun::isGivenUp(const Error &lost)
{
    m_stuck = ssh::isStuckService(lost) ? m_stuck + 1 : 0;
    constexpr int mostStuck = 2; // one after the other, and nothing got through in between
    return ssh::isProtocolFault(lost) || m_stuck >= mostStuck;
}

Result<PublishRun::State> PublishRun::regain(const Error &lost)
{
    if (m_session.params().connectsAgain)
        m_session.params().connectsAgain(lost);
    for (;;) {
        const Reconnect::Next next = m_reconnect.wait(m_context);
        if (next == Reconnect::Next::Cancelled && !m_mayBeVisible)
            return cancelled();
        if (next != Reconnect::Next::Try)
            return State::Suspended;
        m_session.disconnect();
        Result<State> state = settle();
        if (!wasLost(state) || isGivenUp(state.error()))
            return state;
    }
}

/// With a connection again: is it live, or is it to be done again? A journal is finished or taken
/// back first, which tells by what lies on the server how far each step came.
Result<PublishRun::State> PublishRun::settle()
{
    const Result<RemoteState> state = m_session.look(m_context);
    if (!state)
        return passOn(state);
    const auto head = state->head({});
    const bool isOurs = head && m_transactions.contains(head->transaction);
    if (state->hasJournal || (isOurs && !state->lock.isEmpty())) {
        const auto recovered = m_session.whileLocked(m_context, [&](LockedPlace &locked) {
            const auto done = recoverPublish(locked.place, m_session.params(),
                                             m_session.trace().running() + m_transactions,
                                             Publisher::Direction::Automatic, &m_notes);
            return done ? Result<void>() : passOn(done);
        });
        if (!recovered)
            return passOn(recovered);
    }
    const Result<bool> live = isLive();
    if (!live)
        return passOn(live);
    return *live ? State::Done : State::Again;
}

Result<bool> PublishRun::isLive()
{
    const Result<RemoteState> state = m_session.look(m_context);
    if (!state)
        return passOn(state);
    const Result<ManifestHead> head = state->head({});
    if (!head || !m_transactions.contains(head->transaction))
        return false;
    const Result<Connection *> open = m_session.connection(m_context);
    if (!open)
        return passOn(open);
    const auto read =
        runAll((*open)->files(), {Operation::read(state->control.manifest(), largestManifest)});
    if (!read)
        return passOn(read);
    m_report = {};
    m_report.generation = head->generation;
    m_report.transaction = head->transaction;
    m_report.added = m_plan.count(PlanItem::Action::Add);
    m_report.replaced = m_plan.count(PlanItem::Action::Replace);
    m_report.removed = m_plan.count(PlanItem::Action::Remove);
    m_report.unchanged = m_plan.unchanged;
    m_report.roundTrips = (*open)->files().roundTrips();
    m_report.finished = m_session.params().clock->now();
    m_report.manifest = read->first().bytes;
    return true;
}

} // namespace kakehashi::publish
