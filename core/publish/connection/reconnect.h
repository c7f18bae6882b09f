#pragma once

#include "publish/connection/timing.h"

namespace kakehashi::publish {

/// The waits between attempts to get a lost connection back: 1, 2, 4 … 60 s, each a little longer
/// or shorter so that a whole office does not come back at one moment. Given up when nothing moved
/// for `limit` (publishing.md 5, line 22).
class Reconnect
{
public:
    Reconnect(Timing timing, std::chrono::milliseconds limit)
        : m_timing(std::move(timing)), m_limit(limit)
    {}

    enum class Next { Try, GiveUp, Cancelled };
    /// Waits for the next attempt and says so, second by second.
    Next wait(const JobContext &context);

    /// Something was achieved: the next loss is the first again.
    void moved() { m_attempts = 0; }

    int losses() const { return m_losses; } ///< that were followed by another attempt

private:
    std::chrono::milliseconds nextDelay() const;

    Timing m_timing;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_since{0};
    int m_attempts = 0;
    int m_losses = 0;
};

} // namespace kakehashi::publish
