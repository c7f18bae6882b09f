#include "base/job.h"

#include <QCoreApplication>

#include <cmath>

namespace kakehashi {
namespace {

constexpr qint64 reportEveryMs = 100;

} // namespace

ProgressMeter::ProgressMeter(const JobContext &context, QString phase, qint64 total,
                             qint64 bytesTotal)
    : m_context(context)
{
    m_now.phase = std::move(phase);
    m_now.total = total;
    m_now.bytesTotal = bytesTotal;
    m_running.start();
    send(true);
}

void ProgressMeter::advance(qint64 steps, qint64 bytes, const QString &item)
{
    m_now.done += steps;
    m_now.bytesDone += bytes;
    if (!item.isEmpty())
        m_now.item = item;
    send(false);
}

void ProgressMeter::finish()
{
    send(true);
}

void ProgressMeter::send(bool evenIfRecent)
{
    const qint64 ms = m_running.elapsed();
    if (!evenIfRecent && ms - m_lastSent < reportEveryMs)
        return;
    m_lastSent = ms;
    const double seconds = static_cast<double>(ms) / 1000.0;
    if (seconds > 0.2)
        m_now.bytesPerSecond = static_cast<double>(m_now.bytesDone) / seconds;
    const bool byBytes = m_now.bytesTotal > 0;
    const double done = static_cast<double>(byBytes ? m_now.bytesDone : m_now.done);
    const double total = static_cast<double>(byBytes ? m_now.bytesTotal : m_now.total);
    if (done > 0 && total > 0 && seconds > 0.5)
        m_now.secondsLeft = std::llround(seconds * (total - done) / done);
    m_context.report(m_now);
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled,
                QCoreApplication::translate("kakehashi::Job", "Stopped at your request."));
}

} // namespace kakehashi
