// Whether the line of a connection is alive, whatever the server works at meanwhile.
#include "ssh/link/connection.h"

#include <algorithm>
#include <utility>

namespace kakehashi::ssh {

using std::chrono::steady_clock;

/// Often enough that a dead line is found in little more than the time of silence.
unsigned int Connection::keepAliveSeconds() const
{
    return static_cast<unsigned int>(std::clamp<qint64>(m_timeouts.silence.count() / 3000, 2, 15));
}

void Connection::keepAlive()
{
    const int before = m_packetsSent;
    int seconds = 0;
    libssh2_keepalive_send(m_session, &seconds);
    if (m_packetsSent > before && !unansweredSince())
        m_askedAt = steady_clock::now();
}

/// There is room again only because the other end's system has confirmed something: a slow line, on
/// which the question waits behind what is being sent, is not a dead one.
void Connection::noteTaken()
{
    if (std::exchange(m_isFull, false))
        m_lastTaken = steady_clock::now();
}

std::optional<SteadyTime> Connection::unansweredSince() const
{
    const bool isAnswered = m_askedAt && std::max(m_lastHeard, m_lastTaken) >= *m_askedAt;
    return isAnswered ? std::nullopt : m_askedAt;
}

} // namespace kakehashi::ssh
