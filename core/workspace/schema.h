#pragma once

#include "store/migration.h"

namespace kakehashi::workspace {

/// The whole schema of a site folder, module by module, lowest floor first.
store::MigrationSets schema();

} // namespace kakehashi::workspace
