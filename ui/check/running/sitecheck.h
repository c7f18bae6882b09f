#pragma once

#include "base/job.h"
#include "check/check.h"
#include "check/gate/gate.h"

#include <QObject>
#include <QThreadPool>

namespace kakehashi::ui {

class Session;

/// The whole site as staff see it, checked.
struct CheckedSite
{
    render::SnapshotPtr snapshot;
    check::RuleBook::Ptr rules; ///< as the site decided
    check::SiteReport report;
    check::Gate gate;
    QDateTime at = {}; ///< of the snapshot, UTC
};

/// Checks the whole site on a worker, one check at a time.
class SiteCheck final : public QObject
{
    Q_OBJECT

public:
    SiteCheck(Session &session, QObject *parent);
    ~SiteCheck() override; ///< stops what runs and waits for it

    bool isRunning() const { return m_running; }
    void start(); ///< nothing while one is running
    void cancel() { m_cancel.cancel(); }
    /// Judges the last result anew: exceptions were made or revoked.
    Result<check::Gate> judge(const CheckedSite &checked) const;
    /// Puts what other sites answered, whenever they were asked, into the report.
    Result<void> addOutside(CheckedSite &checked) const;

Q_SIGNALS:
    void started();
    void progressed(const kakehashi::Progress &progress);
    void finished(const kakehashi::ui::CheckedSite &checked);
    void failed(const kakehashi::Error &error); ///< Cancelled, too

private:
    void check(const Result<render::SnapshotPtr> &site);

    Session &m_session;
    CancelToken m_cancel;
    bool m_running = false;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
