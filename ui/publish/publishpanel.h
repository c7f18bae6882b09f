#pragma once

#include "delivery/visitors/visitorlook.h"
#include "security/secretstore.h"
#include "ui/publish/run/publishflow.h"

#include <QWidget>

#include <memory>

class QStackedWidget;

namespace kakehashi::ui {

class AccessKeeper;
class ChoiceView;
class HostKeyView;
class PasswordView;
class PlanView;
class ProgressView;
class Registry;
class ResultView;
class Session;

/// 「公開」: choose, see the plan, publish, see the result. One step is shown at a time; nothing is
/// sent before the plan was seen.
class PublishPanel final : public QWidget
{
    Q_OBJECT

public:
    PublishPanel(Session &session, std::unique_ptr<security::SecretStore> secrets, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeSteps();
    void connectFlow();
    void connectSteps();
    void showStep(QWidget *step);
    void showChoice();
    void refresh();
    void leaveSuccess();
    void tellWhatVisitorsSee(const delivery::VisitorLook &look, qint64 before);

    Session &m_session;
    AccessKeeper *m_access;
    PublishFlow *m_flow;
    QStackedWidget *m_steps;
    ChoiceView *m_choice = nullptr;
    ProgressView *m_progress = nullptr;
    PlanView *m_plan = nullptr;
    ResultView *m_result = nullptr;
    HostKeyView *m_hostKey = nullptr;
    PasswordView *m_password = nullptr;
    bool m_wasPublishing = false;
    bool m_showsSuccess = false; ///< until something is edited
    bool m_isLookedAt = false;   ///< as visitors do; the result waits for what is seen
    bool m_isLeaving = false;    ///< something was edited while it was looked at
};

void registerPublish(Registry &registry);

} // namespace kakehashi::ui
