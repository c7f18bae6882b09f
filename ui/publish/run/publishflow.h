#pragma once

#include "delivery/conductor.h"
#include "ui/publish/run/windowquestions.h"

#include <QObject>
#include <QThreadPool>

namespace kakehashi::ui {

class AccessKeeper;
class SearchNotice;
class Session;
class VisitorNotice;

/// What the person chose to publish, and where to.
using PublishChoice = delivery::Request;

/// One publish as the window shows it, without widgets: the conductor works on a worker of its own,
/// and what it asks is answered here, by the person or the keychain. GUI thread.
class PublishFlow final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Planning,
        Asking, ///< for a password, whether to trust a server, or what to do about a lock
        Review, ///< the person looks at the plan
        Publishing,
    };

    PublishFlow(Session &session, AccessKeeper &access, QObject *parent);
    ~PublishFlow() override; ///< stops what runs and waits for it (about 100 ms)

    State state() const { return m_state; }
    const PublishChoice &choice() const { return m_choice; }
    const publish::Plan &plan() const { return m_prepared.plan; }
    /// The plan with what the check said.
    const delivery::Prepared &result() const { return m_prepared; }
    /// Tells search engines after each publish.
    SearchNotice &searchNotice() const { return *m_notice; }
    /// Looks at the site as visitors do after each publish.
    VisitorNotice &visitorNotice() const { return *m_visitors; }
    /// Local copies of what a plan names, for showing differences.
    Result<QString> fileFor(const Sha256 &hash) const;

    void makePlan(const PublishChoice &choice);
    void planAgain(); ///< after something was mended or excepted
    /// Decides about files in the way, for this publish.
    void resolve(publish::Resolution conflicts);
    void publish(const QStringList &confirmed);
    /// Plans to put back what was there before the last publish.
    void takeBack();
    void cancel(); ///< answered by failed(Cancelled), within 200 ms
    void reset();  ///< the person went on to something else

    /// Answers to passwordNeeded() and hostKeyUnknown().
    void givePassword(const QString &password, bool keep);
    void trustHostKey(const QString &fingerprint);
    void breakLock(); ///< the answer to locked()

Q_SIGNALS:
    void stateChanged(kakehashi::ui::PublishFlow::State state);
    void progressed(const kakehashi::Progress &progress);
    void planned();
    void published(const kakehashi::publish::Report &report);
    void failed(const kakehashi::Error &error);
    void passwordNeeded(const QString &why);
    void hostKeyUnknown(const kakehashi::Error &error);
    /// Somebody else's lock is in the way. It may be left: with reset(), or another plan.
    void locked(const kakehashi::publish::HeldLock &held, const kakehashi::Error &error);

private:
    friend class WindowQuestions;
    bool isCurrent(int run) const { return run == m_run; }
    void askAccess(const publish::Target &target, const std::optional<Error> &refused,
                   const AwaitedPtr<publish::PublishParams> &awaited);
    void askTrust(const publish::Target &target, const Error &unknown,
                  const AwaitedPtr<QString> &awaited);
    void askBreakLock(const publish::HeldLock &held, const Error &locked,
                      const AwaitedPtr<void> &awaited);
    void askToAgree(const delivery::Prepared &prepared,
                    const AwaitedPtr<delivery::Answer> &awaited);
    void keepKey(const QString &siteId, const QByteArray &key, const AwaitedPtr<void> &awaited);

    void setState(State state);
    void start();
    void leaveRun(); ///< what was asked in it is answered no more
    void askForPassword(const QString &why);
    void takeOutcome(const Result<delivery::Outcome> &outcome);
    void showSettled();
    JobContext newContext();

    Session &m_session;
    AccessKeeper &m_access;
    SearchNotice *m_notice;
    VisitorNotice *m_visitors;
    State m_state = State::Idle;
    PublishChoice m_choice;
    delivery::Prepared m_prepared;
    CancelToken m_cancel;
    std::shared_ptr<delivery::Conductor> m_conductor; ///< used on the worker only
    // What the worker waits for; null when it does not.
    AwaitedPtr<publish::PublishParams> m_accessAwaited;
    AwaitedPtr<QString> m_trustAwaited;
    AwaitedPtr<void> m_lockAwaited;
    AwaitedPtr<delivery::Answer> m_answerAwaited;
    int m_run = 0; ///< questions and news of an older run are not for us any more
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
