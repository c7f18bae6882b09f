#include "publish/connection/timing.h"

#include <algorithm>
#include <thread>

namespace kakehashi::publish {
namespace {

using std::chrono::steady_clock;

bool sleepFor(Timing::Milliseconds time, const CancelToken &cancel)
{
    constexpr Timing::Milliseconds slice(50); // a Cancel is answered within 200 ms
    const auto end = steady_clock::now() + time;
    for (auto now = steady_clock::now(); now < end; now = steady_clock::now()) {
        if (cancel.isCancelled())
            return false;
        std::this_thread::sleep_for(std::min<steady_clock::duration>(slice, end - now));
    }
    return !cancel.isCancelled();
}

} // namespace

Timing Timing::real()
{
    const auto now = [] {
        return std::chrono::duration_cast<Milliseconds>(steady_clock::now().time_since_epoch());
    };
    return {now, sleepFor};
}

} // namespace kakehashi::publish
