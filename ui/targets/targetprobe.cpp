#include "ui/targets/targetprobe.h"

#include "publish/connection/askingconnector.h"
#include "ui/shell/background.h"
#include "ui/targets/access/codequestion.h"

namespace kakehashi::ui {

TargetProbe::TargetProbe(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

TargetProbe::~TargetProbe()
{
    m_cancel.cancel();
    m_worker.waitForDone();
}

void TargetProbe::start(const publish::PublishParams &params)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_running = true;
    const int run = ++m_run;
    const JobContext context{m_cancel, [this, run](const Progress &progress) {
                                 QMetaObject::invokeMethod(
                                     this,
                                     [this, run, progress] {
                                         if (run == m_run)
                                             Q_EMIT progressed(progress);
                                     },
                                     Qt::QueuedConnection);
                             }};
    runInBackground(
        m_worker, this,
        [params, context] {
            return publish::Publisher(params, publish::askingConnector(askInWindow()))
                .probe(context);
        },
        [this, run](const Result<publish::Probe> &probe) {
            if (run != m_run)
                return;
            m_running = false;
            if (probe)
                Q_EMIT finished(*probe);
            else
                Q_EMIT failed(probe.error());
        });
}

void TargetProbe::cancel()
{
    m_cancel.cancel();
}

} // namespace kakehashi::ui
