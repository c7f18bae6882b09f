#pragma once

#include "base/job.h"
#include "base/result.h"
#include "ssh/link/platform.h"
#include "ssh/transport.h"

#include <vector>

namespace kakehashi::ssh {

struct SocketAddress
{
    sockaddr_storage storage = {};
    socklen_t length = 0;
};

/// The addresses of a host in the system's order of preference. The system's own look-up cannot
/// be interrupted, so it runs on a thread that is left behind when the token or deadline is hit.
Result<std::vector<SocketAddress>> resolve(const QString &host, quint16 port, SteadyTime deadline,
                                           const CancelToken &cancel);

} // namespace kakehashi::ssh
