#pragma once

#include "base/result.h"

#include <QElapsedTimer>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace kakehashi {

/// A shared flag: the window sets it, the job polls it at each costly step. Any thread.
class CancelToken
{
public:
    CancelToken() : m_flag(std::make_shared<std::atomic_bool>(false)) {}
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_flag;
};

/// One look at long work: n of m, bytes, rate and time left. -1 means not known yet.
struct Progress
{
    QString phase; ///< in the user's language, e.g. 「送信」
    QString item = {};
    qint64 done = 0;
    qint64 total = -1;
    qint64 bytesDone = 0;
    qint64 bytesTotal = -1;
    double bytesPerSecond = 0;
    qint64 secondsLeft = -1;
};

using ProgressSink = std::function<void(const Progress &)>;

/// What a job is handed by whoever started it. The sink is called on the job's thread.
struct JobContext
{
    CancelToken cancel = {};
    ProgressSink progress = {};

    void report(const Progress &now) const
    {
        if (progress)
            progress(now);
    }
};

/// Counts steps and bytes and reports at most ten times a second, with rate and time left.
class ProgressMeter
{
public:
    ProgressMeter(const JobContext &context, QString phase, qint64 total, qint64 bytesTotal = -1);
    void advance(qint64 steps, qint64 bytes = 0, const QString &item = {});
    void finish();

private:
    void send(bool evenIfRecent);

    const JobContext &m_context;
    Progress m_now;
    QElapsedTimer m_running;
    qint64 m_lastSent = -1000;
};

/// The failure with which a cancelled job ends; callers that asked for it show nothing.
tl::unexpected<Error> cancelled();

} // namespace kakehashi
