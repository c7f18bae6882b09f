#include "ui/publish/publishpanel.h"

#include "ui/check/exceptiondialog.h"
#include "ui/check/gotofinding.h"
#include "ui/publish/plan/choiceview.h"
#include "ui/publish/plan/planview.h"
#include "ui/publish/publishbadge.h"
#include "ui/publish/resultview.h"
#include "ui/publish/run/progressview.h"
#include "ui/publish/run/visitornotice.h"
#include "ui/shell/column.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"
#include "ui/shell/steps.h"
#include "ui/targets/access/accesskeeper.h"
#include "ui/targets/access/hostkeyview.h"
#include "ui/targets/access/keyfile.h"
#include "ui/targets/access/passwordview.h"
#include "workspace/changenews.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

Column *inColumn(QStackedWidget *steps, QWidget *view)
{
    auto *column = new Column(steps);
    column->content()->addWidget(view);
    steps->addWidget(column);
    return column;
}

} // namespace

PublishPanel::PublishPanel(Session &session, std::unique_ptr<security::SecretStore> secrets,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_access(new AccessKeeper(std::move(secrets), this))
    , m_flow(new PublishFlow(session, *m_access, this))
    , m_steps(new QStackedWidget(this))
{
    makeSteps();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    connectFlow();
    connectSteps();
    m_result->follow(m_flow->searchNotice());
    m_result->follow(m_flow->visitorNotice());
    connect(&m_flow->visitorNotice(), &VisitorNotice::started, this,
            [this] { m_isLookedAt = true; });
    connect(&m_flow->visitorNotice(), &VisitorNotice::finished, this,
            &PublishPanel::tellWhatVisitorsSee);
    // Publishing itself is no such news: it writes over a connection of its own.
    connect(&m_session, &Session::contentEdited, this, &PublishPanel::leaveSuccess);
    connect(&m_session.workspace().news(), &workspace::ChangeNews::changed, this,
            &PublishPanel::leaveSuccess);
    connect(&m_session, &Session::siteChanged, this, &PublishPanel::refresh);
    connect(&m_session, &Session::pageSaved, this, &PublishPanel::refresh);
    refresh();
}

void PublishPanel::makeSteps()
{
    m_choice = new ChoiceView(m_session, m_steps);
    m_progress = new ProgressView(m_steps);
    m_result = new ResultView(m_steps);
    m_hostKey = new HostKeyView(m_steps);
    m_password = new PasswordView(m_steps);
    for (QWidget *step : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_progress),
                          static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_hostKey),
                          static_cast<QWidget *>(m_password)})
        inColumn(m_steps, step);
    m_plan = new PlanView([this](const Sha256 &hash) { return m_flow->fileFor(hash); }, m_steps);
    m_steps->addWidget(m_plan);
}

void PublishPanel::connectFlow()
{
    connect(m_flow, &PublishFlow::stateChanged, this, [this](PublishFlow::State state) {
        m_wasPublishing = m_wasPublishing || state == PublishFlow::State::Publishing;
        if (state == PublishFlow::State::Planning) {
            m_wasPublishing = false;
            m_progress->begin(tr("Comparing with %1").arg(m_flow->choice().target.name));
            showStep(m_progress);
        } else if (state == PublishFlow::State::Publishing) {
            m_progress->begin(tr("Publishing to %1").arg(m_flow->choice().target.name));
            showStep(m_progress);
        }
    });
    connect(m_flow, &PublishFlow::progressed, m_progress, &ProgressView::showProgress);
    connect(m_flow, &PublishFlow::planned, this, [this] {
        m_plan->showPlan(m_flow->choice().target, m_flow->plan());
        m_plan->showGate(m_flow->result().site, m_flow->result().gate);
        showStep(m_plan);
    });
    connect(m_flow, &PublishFlow::published, this, [this](const publish::Report &report) {
        const int pages = static_cast<int>(m_flow->choice().pages.size());
        m_choice->forgetApproval();
        m_result->showReport(m_flow->choice().target, report, pages);
        showStep(m_result);
        m_showsSuccess = true;
        m_isLookedAt = false;
        m_isLeaving = false;
    });
    connect(m_flow, &PublishFlow::failed, this, [this](const Error &error) {
        const publish::Target &target = m_flow->choice().target;
        if (error.code == ErrorCode::HostKeyChanged) {
            m_hostKey->explain(target, error);
            return showStep(m_hostKey);
        }
        m_result->showError(target, error, m_wasPublishing);
        showStep(m_result);
    });
    connect(m_flow, &PublishFlow::locked, this,
            [this](const publish::HeldLock &held, const Error &error) {
                m_result->showLocked(m_flow->choice().target, error, m_wasPublishing, held);
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

void PublishPanel::connectSteps()
{
    connect(m_choice, &ChoiceView::planRequested, this,
            [this] { m_flow->makePlan(m_choice->choice()); });
    connect(m_choice, &ChoiceView::targetsRequested, this,
            [this] { m_session.showPanel(QStringLiteral("targets")); });
    connect(m_choice, &ChoiceView::pageRequested, this, [this](const Ulid &page) {
        if (m_session.openPage(page))
            m_session.showPanel(QStringLiteral("pages"));
    });
    connect(m_progress, &ProgressView::cancelled, m_flow, &PublishFlow::cancel);
    connect(m_plan, &PlanView::publishRequested, this,
            [this] { m_flow->publish(m_plan->confirmed()); });
    connect(m_plan, &PlanView::backRequested, this, &PublishPanel::showChoice);
    connect(m_plan, &PlanView::resolutionChosen, m_flow, &PublishFlow::resolve);
    connect(m_plan, &PlanView::findingRequested, this,
            [this](const check::Finding &finding) { goToFinding(m_session, finding); });
    connect(m_plan, &PlanView::exceptionRequested, this, [this](const check::Findings &findings) {
        makeException(m_session, m_flow->result().site, findings, this,
                      [this] { m_flow->planAgain(); });
    });
    connect(m_plan, &PlanView::keyRequested, this,
            [this] { importKeyFile(m_session, *m_access, this, [this] { m_flow->planAgain(); }); });
    connect(m_result, &ResultView::doneRequested, this, &PublishPanel::showChoice);
    connect(m_result, &ResultView::retryRequested, m_flow, &PublishFlow::planAgain);
    connect(m_result, &ResultView::breakLockRequested, m_flow, &PublishFlow::breakLock);
    connect(m_result, &ResultView::takeBackRequested, m_flow, &PublishFlow::takeBack);
    connect(m_result, &ResultView::settingsRequested, this, [this] {
        showChoice();
        m_session.showPanel(QStringLiteral("targets"));
    });
    connect(m_hostKey, &HostKeyView::trusted, m_flow, &PublishFlow::trustHostKey);
    connect(m_hostKey, &HostKeyView::refused, this, &PublishPanel::showChoice);
    connect(m_password, &PasswordView::given, m_flow, &PublishFlow::givePassword);
    connect(m_password, &PasswordView::refused, this, &PublishPanel::showChoice);
    connect(m_password, &PasswordView::newKeyRequested, m_result, &ResultView::settingsRequested);
}

void PublishPanel::showStep(QWidget *step)
{
    m_showsSuccess = false;
    showStepIn(*m_steps, step);
}

/// What was published is no news any more once the site is another one.
void PublishPanel::leaveSuccess()
{
    if (!m_showsSuccess)
        return;
    m_isLeaving = m_isLookedAt;
    if (!m_isLookedAt)
        showChoice();
}

/// Whoever works elsewhere by now hears of it as well: an error stays until it was read.
void PublishPanel::tellWhatVisitorsSee(const delivery::VisitorLook &look, qint64 before)
{
    m_isLookedAt = false;
    const bool isShown = m_showsSuccess;
    if (!look.isWrong()) {
        if (isShown && m_isLeaving)
            showChoice();
        return;
    }
    m_showsSuccess = false;
    if (isShown && isVisible())
        return;
    Message message{Message::Level::Warning, delivery::sentencesOf(look).join(u'\n')};
    if (isShown) {
        message.actionText = tr("Show");
        message.action = [this] { m_session.showPanel(QStringLiteral("publish")); };
    } else if (look.isBrokenByRules && before > 0) {
        message.actionText = tr("Take this publish back…");
        message.action = [this] {
            m_session.showPanel(QStringLiteral("publish"));
            m_flow->takeBack();
        };
    }
    m_session.showMessage(message);
}

void PublishPanel::showChoice()
{
    m_flow->reset();
    m_choice->refresh();
    showStep(m_choice);
}

void PublishPanel::refresh()
{
    // A plan stands for what it was made from; it is made anew, not changed under the eyes.
    if (m_flow->state() == PublishFlow::State::Idle && isVisible())
        m_choice->refresh();
}

void PublishPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void registerPublish(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("publish");
    panel.title = PublishPanel::tr("Publish");
    panel.icon = QStringLiteral("publish");
    panel.order = 90;
    panel.place = PanelPlace::Full;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new PublishPanel(session, std::make_unique<security::KeychainSecretStore>(), parent);
    };
    registry.add(panel);
    registry.addCompanion([](Session &session) { new PublishBadge(session); });
}

} // namespace kakehashi::ui
