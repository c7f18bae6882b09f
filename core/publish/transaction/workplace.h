#pragma once

#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish {

/// What every part of a transaction works with.
struct Workplace
{
    RemoteFiles &files;
    ControlFolder control;
    const JobContext &context;
};

} // namespace kakehashi::publish
