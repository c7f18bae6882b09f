#pragma once

#include "publish/publisher.h"

#include <QObject>
#include <QThreadPool>

namespace kakehashi::ui {

/// 「接続を試す」: connects and looks, on a worker of its own.
class TargetProbe final : public QObject
{
    Q_OBJECT

public:
    explicit TargetProbe(QObject *parent);
    ~TargetProbe() override;

    void start(const publish::PublishParams &params);
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const kakehashi::Progress &progress);
    void finished(const kakehashi::publish::Probe &probe);
    void failed(const kakehashi::Error &error);

private:
    bool m_running = false;
    int m_run = 0;
    CancelToken m_cancel;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
