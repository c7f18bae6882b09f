#pragma once

#include "delivery/visitors/visitorlook.h"

#include <QObject>
#include <QThreadPool>

namespace kakehashi::ui {

/// Looks at the site as visitors do after a publish, on a worker. GUI thread.
class VisitorNotice final : public QObject
{
    Q_OBJECT

public:
    explicit VisitorNotice(QObject *parent);
    ~VisitorNotice() override; ///< stops what runs and waits for it (about 100 ms)

    void afterPublish(const publish::Target &target, const publish::Plan &plan);

Q_SIGNALS:
    void started();
    /// `before`: the generation that taking the publish back leads to; 0: none.
    void finished(const kakehashi::delivery::VisitorLook &look, qint64 before);

private:
    CancelToken m_cancel;
    int m_run = 0; ///< what an older publish showed is nobody's news any more
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
