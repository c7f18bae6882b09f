#pragma once

#include "security/secretstore.h"
#include "ui/publish/run/publishflow.h"
#include "ui/remote/serverwork.h"

#include <QStackedWidget>

namespace kakehashi::ui {

class AccessKeeper;
class HostKeyView;
class PasswordView;
class PlanView;
class ProgressView;
class ResultView;

/// A panel's content and, in its place while they last, the steps of talking to a server:
/// progress with Cancel, password, host key, plan, result. Panels that look after what was
/// published share it.
class ServerSteps final : public QStackedWidget
{
    Q_OBJECT

public:
    ServerSteps(Session &session, std::unique_ptr<security::SecretStore> secrets, QWidget *parent);

    /// The panel itself; shown whenever nothing else is going on. Call once.
    void setContent(QWidget *content);

    template <typename T>
    void run(const publish::Target &target, const QString &title,
             std::function<Result<T>(publish::Publisher &, const JobContext &)> job,
             std::function<void(const T &)> done)
    {
        showWaiting(title);
        m_work->run<T>(target, std::move(job), [this, done = std::move(done)](const T &value) {
            showContent();
            done(value);
        });
    }

    /// Plan, guards, progress, result; nothing is sent before the person has seen the plan.
    void publish(const PublishChoice &choice);
    void showContent();

Q_SIGNALS:
    void published(const kakehashi::publish::Report &report);

private:
    void makeSteps();
    void connectWork();
    void connectFlow();
    void connectViews();
    void showStep(QWidget *step);
    void showWaiting(const QString &title);
    void showFailure(const publish::Target &target, const Error &error);

    Session &m_session;
    AccessKeeper *m_access;
    ServerWork *m_work;
    PublishFlow *m_flow;
    QWidget *m_content = nullptr;
    ProgressView *m_progress = nullptr;
    PlanView *m_plan = nullptr;
    ResultView *m_result = nullptr;
    HostKeyView *m_hostKey = nullptr;
    PasswordView *m_password = nullptr;
    bool m_publishing = false; ///< the questions are the flow's, else the work's
    QString m_title;
};

} // namespace kakehashi::ui
