#pragma once

#include "deliveryverb.h"

namespace kakehashi::cli {

/// `publish`, and with a generation `publish rollback`: the conductor's face on a terminal.
int runPublish(const PublishOptions &options, const Output &out);

} // namespace kakehashi::cli
