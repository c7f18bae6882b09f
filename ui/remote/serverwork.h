#pragma once

#include "publish/connection/askingconnector.h"
#include "ui/shell/background.h"
#include "ui/targets/access/codequestion.h"

#include <QObject>

#include <functional>

namespace kakehashi::ui {

class AccessKeeper;
class Session;

/// Where this site's publishes leave their traces on this machine.
QString journalFolder(Session &session);

/// Looks after what was published: one job at a time with a connected Publisher on a worker of its
/// own, the questions about passwords and host keys included. GUI thread.
class ServerWork final : public QObject
{
    Q_OBJECT

public:
    ServerWork(Session &session, AccessKeeper &access, QObject *parent);
    ~ServerWork() override; ///< stops what runs and waits for it (about 100 ms)

    /// `job` runs on the worker and holds values only; `done` runs here when it succeeded. Another
    /// job that still runs is stopped and forgotten.
    template <typename T>
    void run(const publish::Target &target,
             std::function<Result<T>(publish::Publisher &, const JobContext &)> job,
             std::function<void(const T &)> done)
    {
        begin(target, [this, job = std::move(job), done = std::move(done)](
                          const publish::PublishParams &params, const JobContext &context) {
            runInBackground(
                m_worker, this,
                [params, context, job] {
                    publish::Publisher publisher(params, publish::askingConnector(askInWindow()));
                    return job(publisher, context);
                },
                [this, done, run = m_run](const Result<T> &result) {
                    if (finish(run, result ? nullptr : &result.error()))
                        done(*result);
                });
        });
    }

    bool isRunning() const { return m_running; }
    const publish::Target &target() const { return m_target; }
    void cancel(); ///< answered by failed(Cancelled), within 200 ms

    /// Answers to passwordNeeded() and hostKeyUnknown(); both start the job again.
    void givePassword(const QString &password, bool keep);
    void trustHostKey(const QString &fingerprint);

Q_SIGNALS:
    void progressed(const kakehashi::Progress &progress);
    void failed(const kakehashi::Error &error);
    void passwordNeeded(const QString &why);
    void hostKeyUnknown(const kakehashi::Error &error);

private:
    using Start = std::function<void(const publish::PublishParams &, const JobContext &)>;

    void begin(const publish::Target &target, Start start);
    void prepare();
    bool finish(int run, const Error *error); ///< true: the result is wanted
    JobContext newContext();

    Session &m_session;
    AccessKeeper &m_access;
    publish::Target m_target;
    Start m_start;
    CancelToken m_cancel;
    bool m_running = false;
    bool m_isAsking = false; ///< the keychain, which may ask a person
    int m_run = 0;           ///< news of an older run is not for us any more
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
