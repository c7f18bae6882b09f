#pragma once

#include "publish/remotefiles.h"

namespace kakehashi::publish {

/// Does one operation on this machine's files, with the outcomes that RemoteFiles promises.
Outcome runLocally(const Operation &operation);

} // namespace kakehashi::publish
