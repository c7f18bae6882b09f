#pragma once

#include "store/migration.h"

namespace kakehashi::content {

/// Tables of site, pages, revisions, drafts, menus, media and redirects.
store::MigrationSet migrations();

} // namespace kakehashi::content
