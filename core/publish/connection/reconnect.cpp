#include "publish/connection/reconnect.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Reconnect)
};

using std::chrono::milliseconds;
using std::chrono::seconds;

} // namespace

milliseconds Reconnect::nextDelay() const
{
    constexpr seconds longest(60);
    constexpr int doublings = 6;
    const seconds plain = std::min(longest, seconds(1 << std::min(m_attempts, doublings)));
    const int fifth = static_cast<int>(milliseconds(plain).count() / 5);
    return plain + milliseconds(QRandomGenerator::global()->bounded(-fifth, fifth + 1));
}

Reconnect::Next Reconnect::wait(const JobContext &context)
{
    if (m_attempts == 0) {
        m_since = m_timing.now();
        ++m_losses;
    }
    const milliseconds left = m_limit - (m_timing.now() - m_since);
    if (left <= milliseconds(0))
        return Next::GiveUp;
    milliseconds delay = std::min(left, nextDelay());
    ++m_attempts;
    while (delay > milliseconds(0)) {
        const milliseconds step = std::min<milliseconds>(delay, seconds(1));
        Progress now;
        now.phase = Text::tr("Connection lost, trying again in %n s", nullptr,
                             static_cast<int>((delay.count() + 999) / 1000));
        context.report(now);
        if (!m_timing.wait(step, context.cancel))
            return Next::Cancelled;
        delay -= step;
    }
    Progress now;
    now.phase = Text::tr("Connecting again");
    context.report(now);
    return Next::Try;
}

} // namespace kakehashi::publish
