#include "ui/publish/run/publishflow.h"

#include "check/decisions/decisionrepository.h"
#include "check/gate/exceptionrepository.h"
#include "content/page/pagerepository.h"
#include "publish/drift/driftrepository.h"
#include "publish/targetrepository.h"
#include "ui/publish/run/searchnotice.h"
#include "ui/publish/run/sentpages.h"
#include "ui/remote/publishingsite.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/targets/access/accesskeeper.h"

namespace kakehashi::ui {

namespace {

/// Whether a publisher made with `a` does what one made with `b` would.
bool isSame(const publish::PublishParams &a, const publish::PublishParams &b)
{
    return a.target == b.target && a.approval == b.approval && a.manifestKey == b.manifestKey &&
           a.manifestKeyIsNew == b.manifestKeyIsNew;
}

} // namespace

PublishFlow::PublishFlow(Session &session, AccessKeeper &access, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_access(access)
    , m_notice(new SearchNotice(session, this))
{
    // One thread: a Publisher takes one call at a time, and its end must follow its last call.
    m_worker.setMaxThreadCount(1);
}

PublishFlow::~PublishFlow()
{
    m_cancel.cancel();
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
    const int run = ++m_run;
    return {m_cancel, [this, run](const Progress &progress) {
                // The sink is called on the worker; a posted call ends with this object.
                QMetaObject::invokeMethod(
                    this,
                    [this, run, progress] {
                        if (run == m_run)
                            Q_EMIT progressed(progress);
                    },
                    Qt::QueuedConnection);
            }};
}

void PublishFlow::makePlan(const PublishChoice &choice)
{
    if (m_state == State::Planning || m_state == State::Publishing)
        return;
    m_choice = choice;
    setState(State::Planning);
    const int run = ++m_run;
    const auto site = publishingSite(m_session);
    if (!site)
        return stop(site.error());
    m_access.prepare(*site, m_choice.target, this,
                     [this, run](const Result<publish::PublishParams> &params) {
                         if (run != m_run)
                             return;
                         if (params)
                             return beginPlan(*params);
                         setState(State::Idle);
                         Q_EMIT passwordNeeded(QString());
                     });
}

Result<SiteToSend> PublishFlow::siteToSend()
{
    if (const auto saved = m_session.saveAll(); !saved)
        return passOn(saved);
    workspace::Workspace &site = m_session.workspace();
    for (const Ulid &id : std::as_const(m_choice.pages)) {
        const auto page = site.pages().page(id);
        if (!page)
            return passOn(page);
        m_revisions.insert(id, page->working);
    }
    workspace::SnapshotOptions options;
    options.promoted = m_choice.pages;
    const auto snapshot = site.snapshot(options);
    if (!snapshot)
        return passOn(snapshot);
    const auto theme = site.theme();
    if (!theme)
        return passOn(theme);
    render::RenderOptions rendering = site.renderOptions();
    rendering.noindex = m_choice.target.noindex;
    const auto exceptions = check::ExceptionRepository(site.database()).holding();
    if (!exceptions)
        return passOn(exceptions);
    const auto rules = check::siteRules(site.database());
    if (!rules)
        return passOn(rules);
    return SiteToSend{*snapshot, *theme, rendering, m_choice.target, *rules, *exceptions};
}

void PublishFlow::preparePublisher()
{
    if (m_publisher && isSame(m_connectedWith, m_params))
        return; // the open connection is used again
    dropPublisher();
    m_publisher = std::make_shared<publish::Publisher>(m_params);
    m_connectedWith = m_params;
}

void PublishFlow::dropPublisher()
{
    // Closing a connection may wait for the server, so it ends where it worked.
    if (m_publisher)
        m_worker.start([ended = std::exchange(m_publisher, nullptr)]() mutable { ended.reset(); });
}

Result<PublishFlow::Planning> PublishFlow::planning()
{
    render::ObjectStore *objects = &m_session.workspace().objects();
    m_revisions.clear();
    if (m_choice.state)
        return Planning([state = m_choice.state, objects, options = m_choice.options](
                            publish::Publisher &publisher, const JobContext &context) {
            return planState(*state, *objects, publisher, options, context);
        });
    auto site = siteToSend();
    if (!site)
        return passOn(site);
    return Planning([site = std::move(*site), objects, options = m_choice.options](
                        publish::Publisher &publisher, const JobContext &context) {
        return buildAndPlan(site, *objects, publisher, options, context);
    });
}

void PublishFlow::beginPlan(const publish::PublishParams &params)
{
    store::Database &database = m_session.workspace().database();
    const auto decisions = publish::DriftRepository(database).decisions(m_choice.target.id);
    if (!decisions)
        return stop(decisions.error());
    // What was chosen for this publish outweighs what was once decided about a file.
    auto byPath = publish::resolutionsOf(*decisions);
    byPath.insert(m_choice.options.byPath);
    m_choice.options.byPath = byPath;
    m_choice.options.accepted = publish::acceptedOf(*decisions);
    const auto work = planning();
    if (!work)
        return stop(work.error());
    m_params = params;
    m_params.approval = m_choice.approval;
    preparePublisher();
    runInBackground(
        m_worker, this,
        [work = *work, publisher = m_publisher, context = newContext()] {
            return work(*publisher, context);
        },
        [this](Result<PlannedPublish> planned) { takePlan(std::move(planned)); });
}

void PublishFlow::takePlan(Result<PlannedPublish> planned)
{
    if (!planned)
        return stop(planned.error());
    m_planned = std::move(*planned);
    // Planning has settled what an earlier run was cut off in.
    const auto settled = settleSending(m_session, m_choice.target, {m_planned.plan.base});
    if (!settled)
        m_session.showError(settled.error());
    else if (*settled)
        m_session.showMessage({Message::Level::Success,
                               tr("The publish that was cut off is finished; its pages are public "
                                  "and it is in the history.")});
    if (!m_choice.note.isEmpty())
        m_planned.plan.notes.append(
            {Severity::Should, QStringLiteral("publish-of-a-state"), m_choice.note});
    setState(State::Review);
    Q_EMIT this->planned();
}

void PublishFlow::publish(const QStringList &confirmed)
{
    if (m_state != State::Review || !m_publisher)
        return;
    setState(State::Publishing);
    const bool signs = !publish::signingKey(m_planned.plan.signature, m_params).isEmpty();
    if (!m_params.manifestKeyIsNew || !signs)
        return send(confirmed);
    // Kept before anything is signed with it: a list that nobody can check helps nobody.
    m_access.keepKey(m_params.siteId, m_params.manifestKey, this,
                     [this, confirmed, run = m_run](const Result<void> &kept) {
                         if (run != m_run)
                             return;
                         if (!kept)
                             return stop(kept.error());
                         m_params.manifestKeyIsNew = false;
                         send(confirmed);
                     });
}

void PublishFlow::send(const QStringList &confirmed)
{
    runInBackground(
        m_worker, this,
        [plan = m_planned.plan, objects = &m_session.workspace().objects(), publisher = m_publisher,
         confirmed, params = m_params, revisions = m_revisions,
         context = newContext()]() -> Result<publish::Report> {
            if (const auto noted = notify::noteSending(params, plan, revisions); !noted)
                return passOn(noted);
            return publisher->publish(plan, *objects, confirmed, context);
        },
        [this](const Result<publish::Report> &report) { takeReport(report); });
}

void PublishFlow::takeReport(const Result<publish::Report> &report)
{
    if (!report) {
        // Only what was interrupted may still become public without us.
        if (report.error().code != ErrorCode::Interrupted)
            notify::forgetSending(m_params.journalFolder, m_choice.target);
        return stop(report.error());
    }
    setState(State::Idle);
    const Ulid entry = noteDown(*report);
    Q_EMIT published(*report);
    if (!entry.isNull() && !report->nothingToDo)
        m_notice->afterPublish({m_choice.target, m_planned.plan, entry});
}

Ulid PublishFlow::noteDown(const publish::Report &report)
{
    workspace::Workspace &site = m_session.workspace();
    if (const auto approved = site.pages().noteSent(m_revisions); !approved)
        m_session.showError(approved.error());
    notify::forgetSending(m_params.journalFolder, m_choice.target);
    publish::HistoryRepository history(site.database());
    const auto noted = history.add(m_params, m_planned.plan, report);
    if (!noted)
        m_session.showError(noted.error());
    m_session.announceSiteChange();
    return noted.value_or(Ulid());
}

void PublishFlow::stop(const Error &error)
{
    setState(State::Idle);
    switch (error.code) {
    case ErrorCode::HostKeyUnknown:
        dropPublisher();
        Q_EMIT hostKeyUnknown(error);
        return;
    case ErrorCode::AuthenticationFailed:
        dropPublisher();
        if (m_choice.target.auth != publish::Target::Auth::Agent) {
            m_access.forget(m_choice.target);
            Q_EMIT passwordNeeded(error.text);
            return;
        }
        break;
    default:
        break;
    }
    Q_EMIT failed(error);
}

void PublishFlow::cancel()
{
    m_cancel.cancel();
}

void PublishFlow::reset()
{
    if (m_state == State::Review)
        setState(State::Idle);
}

void PublishFlow::givePassword(const QString &password, bool keep)
{
    m_access.give(m_choice.target, password, keep, this, [this](const Result<void> &kept) {
        if (!kept)
            m_session.showError(kept.error());
        planAgain();
    });
}

void PublishFlow::trustHostKey(const QString &fingerprint)
{
    m_choice.target.hostKey = fingerprint;
    publish::TargetRepository targets(m_session.workspace().database());
    if (const auto saved = targets.save(m_choice.target); !saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    planAgain();
}

} // namespace kakehashi::ui
