#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <utility>

#include <ctime>
#include <sys/resource.h>

namespace kakehashi::test {

/// How long the event loop of this thread was not to be reached: a 5 ms timer measures its gaps.
/// Where the machine gave the thread's turn to others meanwhile, what the thread itself worked
/// counts instead, so that a busy machine is not taken for a slow window (told apart on Linux
/// only).
class LoopProbe
{
public:
    LoopProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_before = now();
        m_last.start();
        m_timer.start(period);
    }
    LoopProbe(const LoopProbe &) = delete;
    LoopProbe &operator=(const LoopProbe &) = delete;

    /// Milliseconds; since the last call.
    qint64 longestStall()
    {
        tick();
        return std::exchange(m_longest, 0);
    }

private:
    static constexpr int period = 5;

    struct Spent
    {
        qint64 milliseconds = 0; ///< of processor time
        long preempted = 0;
    };

    static Spent now()
    {
        timespec worked{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
        rusage usage{};
#ifdef RUSAGE_THREAD
        getrusage(RUSAGE_THREAD, &usage);
#endif
        return {worked.tv_sec * 1000 + worked.tv_nsec / 1'000'000, usage.ru_nivcsw};
    }

    void tick()
    {
        const Spent spent = now();
        const qint64 gap = m_last.restart() - period;
        const bool shared = spent.preempted > m_before.preempted;
        const qint64 worked = spent.milliseconds - m_before.milliseconds;
        m_longest = std::max(m_longest, shared ? worked : gap);
        m_before = spent;
    }

    QTimer m_timer;
    QElapsedTimer m_last;
    Spent m_before;
    qint64 m_longest = 0;
};

} // namespace kakehashi::test
