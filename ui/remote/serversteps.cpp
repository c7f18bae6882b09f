#include "ui/remote/serversteps.h"

#include "ui/publish/plan/planview.h"
#include "ui/publish/resultview.h"
#include "ui/publish/run/progressview.h"
#include "ui/shell/column.h"
#include "ui/shell/session.h"
#include "ui/shell/steps.h"
#include "ui/targets/access/accesskeeper.h"
#include "ui/targets/access/hostkeyview.h"
#include "ui/targets/access/keyfile.h"
#include "ui/targets/access/passwordview.h"

#include <QVBoxLayout>

namespace kakehashi::ui {

ServerSteps::ServerSteps(Session &session, std::unique_ptr<security::SecretStore> secrets,
                         QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_access(new AccessKeeper(std::move(secrets), this))
    , m_work(new ServerWork(session, *m_access, this))
    , m_flow(new PublishFlow(session, *m_access, this))
{
    makeSteps();
    connectWork();
    connectFlow();
    connectViews();
    m_result->follow(m_flow->searchNotice());
    m_result->follow(m_flow->visitorNotice());
    connect(m_result, &ResultView::breakLockRequested, m_flow, &PublishFlow::breakLock);
    connect(m_result, &ResultView::takeBackRequested, m_flow, &PublishFlow::takeBack);
    connect(m_result, &ResultView::settingsRequested, this, [this, &session] {
        showContent();
        session.showPanel(QStringLiteral("targets"));
    });
}

void ServerSteps::makeSteps()
{
    m_progress = new ProgressView(this);
    m_result = new ResultView(this);
    m_hostKey = new HostKeyView(this);
    m_password = new PasswordView(this);
    for (QWidget *step : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_result),
                          static_cast<QWidget *>(m_hostKey), static_cast<QWidget *>(m_password)}) {
        auto *column = new Column(this);
        column->content()->addWidget(step);
        addWidget(column);
    }
    m_plan = new PlanView([this](const Sha256 &hash) { return m_flow->fileFor(hash); }, this);
    addWidget(m_plan);
}

void ServerSteps::setContent(QWidget *content)
{
    m_content = content;
    insertWidget(0, content);
    setCurrentIndex(0);
}

void ServerSteps::connectWork()
{
    connect(m_work, &ServerWork::progressed, m_progress, &ProgressView::showProgress);
    connect(m_work, &ServerWork::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::Cancelled)
            return showContent();
        showFailure(m_work->target(), error);
    });
    connect(m_work, &ServerWork::hostKeyUnknown, this, [this](const Error &error) {
        m_hostKey->explain(m_work->target(), error);
        showStep(m_hostKey);
    });
    connect(m_work, &ServerWork::passwordNeeded, this, [this](const QString &why) {
        showStep(m_password);
        m_password->ask(m_work->target(), why);
    });
}

void ServerSteps::connectFlow()
{
    using State = PublishFlow::State;
    connect(m_flow, &PublishFlow::stateChanged, this, [this](State state) {
        const QString target = m_flow->choice().target.name;
        if (state == State::Planning)
            showWaiting(tr("Comparing with %1").arg(target));
        else if (state == State::Publishing)
            showWaiting(tr("Publishing to %1").arg(target));
    });
    connect(m_flow, &PublishFlow::progressed, m_progress, &ProgressView::showProgress);
    connect(m_flow, &PublishFlow::planned, this, [this] {
        m_plan->showPlan(m_flow->choice().target, m_flow->plan());
        showStep(m_plan);
    });
    connect(m_flow, &PublishFlow::published, this, [this](const publish::Report &report) {
        m_result->showReport(m_flow->choice().target, report, 0);
        showStep(m_result);
        Q_EMIT published(report);
    });
    connect(m_flow, &PublishFlow::failed, this,
            [this](const Error &error) { showFailure(m_flow->choice().target, error); });
    connect(m_flow, &PublishFlow::locked, this,
            [this](const publish::HeldLock &held, const Error &error) {
                m_result->showLocked(m_flow->choice().target, error, m_publishing, held);
                showStep(m_result);
            });
    connect(m_flow, &PublishFlow::hostKeyUnknown, this, [this](const Error &error) {
        m_hostKey->explain(m_flow->choice().target, error);
        showStep(m_hostKey);
    });
    connect(m_flow, &PublishFlow::passwordNeeded, this, [this](const QString &why) {
        showStep(m_password);
        m_password->ask(m_flow->choice().target, why);
    });
}

void ServerSteps::connectViews()
{
    connect(m_progress, &ProgressView::cancelled, this, [this] {
        if (m_publishing)
            m_flow->cancel();
        else
            m_work->cancel();
    });
    connect(m_plan, &PlanView::publishRequested, this,
            [this] { m_flow->publish(m_plan->confirmed()); });
    connect(m_plan, &PlanView::backRequested, this, &ServerSteps::showContent);
    connect(m_plan, &PlanView::resolutionChosen, m_flow, &PublishFlow::resolve);
    connect(m_plan, &PlanView::keyRequested, this,
            [this] { importKeyFile(m_session, *m_access, this, [this] { m_flow->planAgain(); }); });
    connect(m_result, &ResultView::doneRequested, this, &ServerSteps::showContent);
    connect(m_result, &ResultView::retryRequested, this, [this] {
        if (m_publishing)
            m_flow->planAgain();
        else
            showContent();
    });
    connect(m_hostKey, &HostKeyView::refused, this, &ServerSteps::showContent);
    connect(m_hostKey, &HostKeyView::trusted, this, [this](const QString &fingerprint) {
        if (m_publishing)
            return m_flow->trustHostKey(fingerprint);
        showWaiting(m_title);
        m_work->trustHostKey(fingerprint);
    });
    connect(m_password, &PasswordView::refused, this, &ServerSteps::showContent);
    connect(m_password, &PasswordView::newKeyRequested, m_result, &ResultView::settingsRequested);
    connect(m_password, &PasswordView::given, this, [this](const QString &secret, bool keep) {
        if (m_publishing)
            return m_flow->givePassword(secret, keep);
        showWaiting(m_title);
        m_work->givePassword(secret, keep);
    });
}

void ServerSteps::publish(const PublishChoice &choice)
{
    m_publishing = true;
    m_flow->makePlan(choice);
}

void ServerSteps::showContent()
{
    m_publishing = false;
    m_flow->reset();
    setCurrentWidget(m_content);
}

void ServerSteps::showStep(QWidget *step)
{
    showStepIn(*this, step);
}

void ServerSteps::showWaiting(const QString &title)
{
    m_title = title;
    m_progress->begin(title);
    showStep(m_progress);
}

void ServerSteps::showFailure(const publish::Target &target, const Error &error)
{
    if (error.code == ErrorCode::HostKeyChanged) {
        m_hostKey->explain(target, error);
        return showStep(m_hostKey);
    }
    m_result->showError(target, error, m_publishing);
    showStep(m_result);
}

} // namespace kakehashi::ui
