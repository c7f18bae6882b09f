#include "ui/publish/run/publishflow.h"

#include "ui/publish/run/searchnotice.h"
#include "ui/publish/run/visitornotice.h"
#include "ui/remote/publishingsite.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/shell/unfinished.h"
#include "ui/targets/access/accesskeeper.h"

namespace kakehashi::ui {

PublishFlow::PublishFlow(Session &session, AccessKeeper &access, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_access(access)
    , m_notice(new SearchNotice(session, this))
    , m_visitors(new VisitorNotice(this))
    , m_conductor(std::make_shared<delivery::Conductor>(
          delivery::Place{session.workspace().folder(), &session.workspace().clock()}))
{
    // One thread: a conductor takes one call at a time, and its end must follow its last call.
    m_worker.setMaxThreadCount(1);
    Unfinished::of(session).add(this, [this] {
        return m_state == State::Publishing
                   ? tr("A publish to “%1” is under way.").arg(m_choice.target.name)
                   : QString();
    });
}

PublishFlow::~PublishFlow()
{
    m_cancel.cancel();
    // Closing a connection may wait for the server, so it ends where it worked.
    m_worker.start([ended = std::exchange(m_conductor, nullptr)]() mutable { ended.reset(); });
    m_worker.waitForDone();
}

void PublishFlow::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

Result<QString> PublishFlow::fileFor(const Sha256 &hash) const
{
    return m_session.workspace().objects().fileFor(hash);
}

JobContext PublishFlow::newContext()
{
    m_cancel = CancelToken();
    const int run = m_run;
    return {m_cancel, [this, run](const Progress &progress) {
                // The sink is called on the worker; a posted call ends with this object.
                QMetaObject::invokeMethod(
                    this,
                    [this, run, progress] {
                        if (isCurrent(run))
                            Q_EMIT progressed(progress);
                    },
                    Qt::QueuedConnection);
            }};
}

void PublishFlow::makePlan(const PublishChoice &choice)
{
    if (m_state == State::Planning || m_state == State::Publishing)
        return;
    reset();
    m_choice = choice;
    m_choice.planWhenStopped = true;
    start();
}

void PublishFlow::planAgain()
{
    if (m_state != State::Review)
        return makePlan(PublishChoice(m_choice));
    if (const auto saved = m_session.saveAll(); !saved)
        return m_session.showError(saved.error());
    setState(State::Planning);
    std::exchange(m_answerAwaited, nullptr)
        ->give(delivery::Answer{delivery::Answer::Kind::PlanAgain, {}, m_choice.options});
}

void PublishFlow::resolve(publish::Resolution conflicts)
{
    m_choice.options.conflicts = conflicts;
    planAgain();
}

void PublishFlow::start()
{
    ++m_run;
    setState(State::Planning);
    const JobContext context = newContext();
    if (const auto saved = m_session.saveAll(); !saved)
        return takeOutcome(passOn(saved));
    runInBackground(
        m_worker, this,
        [this, conductor = m_conductor, choice = m_choice, context, run = m_run] {
            WindowQuestions questions(*this, run, context.cancel);
            return conductor->run(choice, questions, context);
        },
        [this, run = m_run](const Result<delivery::Outcome> &outcome) {
            if (isCurrent(run))
                takeOutcome(outcome);
        });
}

void PublishFlow::askAccess(const publish::Target &target, const std::optional<Error> &refused,
                            const AwaitedPtr<publish::PublishParams> &awaited)
{
    m_accessAwaited = awaited;
    if (refused) {
        m_access.forget(target);
        return askForPassword(refused->text);
    }
    const auto site = publishingSite(m_session);
    if (!site)
        return awaited->give(passOn(site));
    m_access.prepare(*site, target, this,
                     [this, awaited, run = m_run](const Result<publish::PublishParams> &params) {
                         if (!isCurrent(run))
                             return;
                         if (!params)
                             return askForPassword(QString());
                         awaited->give(*params);
                     });
}

void PublishFlow::askForPassword(const QString &why)
{
    setState(State::Asking);
    Q_EMIT passwordNeeded(why);
}

void PublishFlow::givePassword(const QString &password, bool keep)
{
    const int run = m_run;
    m_access.give(m_choice.target, password, keep, this, [this, run](const Result<void> &kept) {
        if (!kept)
            m_session.showError(kept.error());
        if (!isCurrent(run))
            return;
        if (m_state != State::Asking || !m_accessAwaited)
            return planAgain();
        setState(State::Planning);
        askAccess(m_choice.target, {}, m_accessAwaited);
    });
}

void PublishFlow::askTrust(const publish::Target &, const Error &unknown,
                           const AwaitedPtr<QString> &awaited)
{
    m_trustAwaited = awaited;
    setState(State::Asking);
    Q_EMIT hostKeyUnknown(unknown);
}

void PublishFlow::trustHostKey(const QString &fingerprint)
{
    m_choice.target.hostKey = fingerprint;
    if (m_state != State::Asking || !m_trustAwaited)
        return planAgain();
    setState(State::Planning);
    std::exchange(m_trustAwaited, nullptr)->give(fingerprint);
}

void PublishFlow::askBreakLock(const publish::HeldLock &held, const Error &error,
                               const AwaitedPtr<void> &awaited)
{
    m_lockAwaited = awaited;
    setState(State::Asking);
    Q_EMIT locked(held, error);
}

void PublishFlow::breakLock()
{
    if (m_state != State::Asking || !m_lockAwaited)
        return;
    setState(State::Planning);
    std::exchange(m_lockAwaited, nullptr)->give({});
}

void PublishFlow::askToAgree(const delivery::Prepared &prepared,
                             const AwaitedPtr<delivery::Answer> &awaited)
{
    m_prepared = prepared;
    m_answerAwaited = awaited;
    showSettled();
    setState(State::Review);
    Q_EMIT planned();
}

void PublishFlow::showSettled()
{
    if (!m_prepared.settledEarlier)
        return;
    m_session.showMessage({Message::Level::Success,
                           tr("The publish that was cut off is finished; its pages are public "
                              "and it is in the history.")});
    m_session.announceSiteChange();
}

void PublishFlow::publish(const QStringList &confirmed)
{
    if (m_state != State::Review || !m_answerAwaited)
        return;
    setState(State::Publishing);
    std::exchange(m_answerAwaited, nullptr)
        ->give(delivery::Answer{delivery::Answer::Kind::Send, confirmed});
}

void PublishFlow::keepKey(const QString &siteId, const QByteArray &key,
                          const AwaitedPtr<void> &awaited)
{
    m_access.keepKey(siteId, key, this,
                     [awaited](const Result<void> &kept) { awaited->give(kept); });
}

void PublishFlow::takeOutcome(const Result<delivery::Outcome> &outcome)
{
    // The keychain may still answer what this run asked it; nobody waits for that any more.
    leaveRun();
    setState(State::Idle);
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        return;
    }
    using End = delivery::Outcome::End;
    if (outcome->end != End::Published && outcome->end != End::UpToDate)
        return;
    m_prepared = outcome->prepared;
    m_session.announceSiteChange();
    if (outcome->unwritten)
        m_session.showError(*outcome->unwritten);
    Q_EMIT published(outcome->report);
    if (!outcome->history.isNull())
        m_notice->afterPublish(m_choice.target);
    if (outcome->end == End::Published)
        m_visitors->afterPublish(m_choice.target, m_prepared.plan);
}

void PublishFlow::takeBack()
{
    PublishChoice choice{.target = m_choice.target};
    choice.generation = m_prepared.plan.base.generation;
    choice.note = tr("This takes the last publish back. Texts in this program stay as they are.");
    makePlan(choice);
}

void PublishFlow::cancel()
{
    m_cancel.cancel();
}

void PublishFlow::reset()
{
    if (m_state != State::Review && m_state != State::Asking)
        return;
    // What waits for an answer ends by itself, and nobody hears of it.
    m_cancel.cancel();
    leaveRun();
    setState(State::Idle);
}

void PublishFlow::leaveRun()
{
    ++m_run;
    m_accessAwaited.reset();
    m_trustAwaited.reset();
    m_lockAwaited.reset();
    m_answerAwaited.reset();
}

} // namespace kakehashi::ui
