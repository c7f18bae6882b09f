#pragma once

#include "base/job.h"
#include "notify/searchengines.h"

#include <QObject>
#include <QThreadPool>

namespace kakehashi::ui {

class Session;

/// Tells search engines which pages a publish changed, on a worker, when the site wants it. GUI
/// thread. Nothing it meets makes the publish fail: all is told in words.
class SearchNotice final : public QObject
{
    Q_OBJECT

public:
    SearchNotice(Session &session, QObject *parent);
    ~SearchNotice() override; ///< stops what runs and waits for it (about 100 ms)

    /// The changed addresses wait in the outbox already.
    void afterPublish(const publish::Target &target);
    void sendWaiting(); ///< what earlier could not be told
    void cancel() { m_cancel.cancel(); }
    bool isRunning() const { return m_running > 0; }

Q_SIGNALS:
    void started();
    /// `text` is empty when there was nothing to tell; `waiting` addresses are left.
    void finished(const QString &text, int waiting);

private:
    void run();

    Session &m_session;
    CancelToken m_cancel;
    int m_running = 0;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
