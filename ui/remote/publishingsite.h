#pragma once

#include "publish/signature/paramsfor.h"

namespace kakehashi::ui {

class Session;

/// The open site, as publishing has to know it.
Result<publish::PublishingSite> publishingSite(Session &session);

} // namespace kakehashi::ui
