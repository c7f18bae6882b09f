#pragma once

#include "publish/connection/timing.h"
#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish {

/// What every part of a transaction works with.
struct Workplace
{
    RemoteFiles &files;
    ControlFolder control;
    const JobContext &context;
    Timing timing = Timing::real();
};

} // namespace kakehashi::publish
