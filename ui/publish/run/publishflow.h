#pragma once

#include "publish/historyrepository.h"
#include "ui/publish/run/publishtask.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace kakehashi::ui {

class AccessKeeper;
class SearchNotice;
class Session;

/// What the person chose to publish, and where to.
struct PublishChoice
{
    publish::Target target;
    QSet<Ulid> pages; ///< whose working revisions go out
    publish::PlanOptions options = {};
    /// Instead of the site as it is now: a former state (rollback), or the live one put right.
    std::shared_ptr<const publish::Manifest> state = {};
    QString approval = {}; ///< who allowed it, where that is written; empty: not stated
    QString note = {};     ///< said with the plan and kept in the history
};

/// One publish from choice to report, without widgets: save, build, compare, wait for the person,
/// send, approve, note down. Lives on the GUI thread; everything long runs on its own worker.
class PublishFlow final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Planning, Review, Publishing };

    PublishFlow(Session &session, AccessKeeper &access, QObject *parent);
    ~PublishFlow() override; ///< stops what runs and waits for it (about 100 ms)

    State state() const { return m_state; }
    const PublishChoice &choice() const { return m_choice; }
    const publish::Plan &plan() const { return m_planned.plan; }
    const PlannedPublish &result() const { return m_planned; } ///< the plan with the check's gate
    /// Tells search engines after each publish.
    SearchNotice &searchNotice() const { return *m_notice; }
    /// Local copies of what a plan names, for showing differences.
    Result<QString> fileFor(const Sha256 &hash) const;

    void makePlan(const PublishChoice &choice);
    void planAgain() { makePlan(PublishChoice(m_choice)); }
    void publish(const QStringList &confirmed);
    void cancel(); ///< answered by failed(Cancelled), within 200 ms
    void reset();

    /// Answers to passwordNeeded() and hostKeyUnknown(); both plan again.
    void givePassword(const QString &password, bool keep);
    void trustHostKey(const QString &fingerprint);

Q_SIGNALS:
    void stateChanged(kakehashi::ui::PublishFlow::State state);
    void progressed(const kakehashi::Progress &progress);
    void planned();
    void published(const kakehashi::publish::Report &report);
    void failed(const kakehashi::Error &error);
    void passwordNeeded(const QString &why);
    void hostKeyUnknown(const kakehashi::Error &error);

private:
    using Planning =
        std::function<Result<PlannedPublish>(publish::Publisher &, const JobContext &)>;

    void setState(State state);
    Result<Planning> planning();
    Result<SiteToSend> siteToSend();
    void beginPlan(const publish::PublishParams &params);
    void send(const QStringList &confirmed);
    void takePlan(Result<PlannedPublish> planned);
    void takeReport(const Result<publish::Report> &report);
    Ulid noteDown(const publish::Report &report); ///< the entry in the history; null: none
    void stop(const Error &error);
    void preparePublisher();
    void dropPublisher();
    JobContext newContext();

    Session &m_session;
    AccessKeeper &m_access;
    SearchNotice *m_notice;
    State m_state = State::Idle;
    PublishChoice m_choice;
    QHash<Ulid, int> m_revisions; ///< of the chosen pages, as planned: typing goes on meanwhile
    publish::PublishParams m_params;
    PlannedPublish m_planned;
    CancelToken m_cancel;
    std::shared_ptr<publish::Publisher> m_publisher; ///< used on the worker only
    publish::PublishParams m_connectedWith;          ///< what the publisher was made with
    int m_run = 0; ///< news of an older run is not for us any more
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
