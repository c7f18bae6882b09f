#pragma once

#include "publish/publisher.h"
#include "ssh/prompt.h"

namespace kakehashi::publish {

/// As standardConnector(), with somebody who answers what a server asks for besides the password.
Connector askingConnector(ssh::Asker ask);

} // namespace kakehashi::publish
