#include "render/site/parallel.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace kakehashi::render {
namespace {

class Run
{
public:
    Run(size_t count, const JobContext &context, const QString &phase,
        const std::function<Result<void>(size_t)> &job)
        : m_count(count)
        , m_context(context)
        , m_job(job)
        , m_meter(context, phase, static_cast<qint64>(count))
    {}

    void work()
    {
        for (size_t at = m_next++; at < m_count && !m_stopped; at = m_next++) {
            Result<void> done =
                m_context.cancel.isCancelled() ? Result<void>(cancelled()) : m_job(at);
            const QMutexLocker lock(&m_mutex);
            m_meter.advance(1);
            if (done || (m_failed && m_failedAt < at))
                continue;
            m_failed = done.error();
            m_failedAt = at;
            m_stopped = true;
        }
    }

    Result<void> outcome()
    {
        m_meter.finish();
        return m_failed ? Result<void>(tl::unexpected<Error>(*m_failed)) : Result<void>();
    }

private:
    const size_t m_count;
    const JobContext &m_context;
    const std::function<Result<void>(size_t)> &m_job;
    std::atomic_size_t m_next = 0;
    std::atomic_bool m_stopped = false;
    QMutex m_mutex;
    ProgressMeter m_meter;
    std::optional<Error> m_failed;
    size_t m_failedAt = 0;
};

} // namespace

Result<void> inParallel(size_t count, int threads, const JobContext &context, const QString &phase,
                        const std::function<Result<void>(size_t)> &job)
{
    Run run(count, context, phase, job);
    const auto wanted = static_cast<size_t>(threads > 0 ? threads : QThread::idealThreadCount());
    std::vector<std::thread> helpers;
    for (size_t more = 1; more < std::min(wanted, count); ++more)
        helpers.emplace_back([&run] { run.work(); });
    run.work();
    for (std::thread &helper : helpers)
        helper.join();
    return run.outcome();
}

} // namespace kakehashi::render
