#include "ui/publish/run/visitornotice.h"

#include "ui/shell/background.h"

namespace kakehashi::ui {

VisitorNotice::VisitorNotice(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

VisitorNotice::~VisitorNotice()
{
    m_cancel.cancel();
    m_worker.waitForDone();
}

void VisitorNotice::afterPublish(const publish::Target &target, const publish::Plan &plan)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    const int run = ++m_run;
    if (delivery::addressesToLookAt(target, plan).isEmpty())
        return;
    Q_EMIT started();
    runInBackground(
        m_worker, this,
        [target, plan, context = JobContext{m_cancel, {}}] {
            return delivery::lookAsVisitor(target, plan, context);
        },
        [this, run, before = plan.base.generation](const delivery::VisitorLook &look) {
            if (run == m_run)
                Q_EMIT finished(look, before);
        });
}

} // namespace kakehashi::ui
