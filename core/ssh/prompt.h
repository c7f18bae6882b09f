#pragma once

#include "base/job.h"
#include "base/result.h"
#include "ssh/credentials.h"

#include <functional>

namespace kakehashi::ssh {

/// What a server asks for besides the password while somebody logs in, such as a one-time code.
struct Prompt
{
    QString host;         ///< as Endpoint::hostAndPort()
    QString text;         ///< the server's words, safe to show; may be empty
    bool isShown = false; ///< what is typed may be seen
};

/// Asks a person and waits for the answer, on the thread that logs in. Cancelled where the person
/// does not want to, or when the token is; AuthenticationFailed where nobody is there.
using Asker = std::function<Result<Secret>(const Prompt &, const CancelToken &)>;

} // namespace kakehashi::ssh
