#pragma once

#include "base/job.h"
#include "ui/shell/background.h"
#include "workspace/parts/stores.h"

#include <QObject>

namespace kakehashi::ui {

/// One long job at a time on the open site, on a worker with a connection of its own. GUI thread.
class SiteJob final : public QObject
{
    Q_OBJECT

public:
    SiteJob(QString siteFolder, QObject *parent) : QObject(parent), m_folder(std::move(siteFolder))
    {
        m_worker.setMaxThreadCount(1);
    }
    ~SiteJob() override { m_cancel.cancel(); } ///< the pool waits for the job's next step

    /// `job` runs on the worker and holds values only; `done` runs here with its result.
    template <typename T>
    void run(std::function<Result<T>(const workspace::SiteStores &, const JobContext &)> job,
             std::function<void(const Result<T> &)> done)
    {
        m_cancel = CancelToken();
        runInBackground(
            m_worker, this,
            [folder = m_folder, context = newContext(), job = std::move(job)]() -> Result<T> {
                auto own = workspace::OwnStores::open(folder);
                if (!own)
                    return passOn(own);
                return job((*own)->stores(), context);
            },
            std::move(done));
    }

    void cancel() { m_cancel.cancel(); }

Q_SIGNALS:
    void progressed(const kakehashi::Progress &progress);

private:
    JobContext newContext()
    {
        // The sink is called on the worker; a posted call ends with this object.
        return {m_cancel, [this](const Progress &progress) {
                    QMetaObject::invokeMethod(
                        this, [this, progress] { Q_EMIT progressed(progress); },
                        Qt::QueuedConnection);
                }};
    }

    QString m_folder;
    CancelToken m_cancel;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
