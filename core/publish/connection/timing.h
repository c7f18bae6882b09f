#pragma once

#include "base/job.h"

#include <chrono>
#include <functional>

namespace kakehashi::publish {

/// Time as publishing takes it. Tests put their own here and need not wait.
struct Timing
{
    using Milliseconds = std::chrono::milliseconds;

    /// Never set back, unlike a clock on the wall; may stand still while the machine sleeps.
    std::function<Milliseconds()> now;
    /// On a worker's thread. False: cut short, because the job was cancelled.
    std::function<bool(Milliseconds, const CancelToken &)> wait;

    static Timing real();
};

} // namespace kakehashi::publish
