#pragma once

#include "notify/sending.h"

namespace kakehashi::ui {

class Session;

/// notify::settleSending for the site that is open.
Result<bool> settleSending(Session &session, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads);

} // namespace kakehashi::ui
