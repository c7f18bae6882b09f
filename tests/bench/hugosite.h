#pragma once

#include "base/result.h"
#include "render/snapshot.h"

namespace kakehashi::bench {

/// The pages as a Hugo site with plain templates: menu, list with paging, RSS and sitemap.
Result<void> writeHugoSite(const render::SiteSnapshot &snapshot, const QString &folder);

} // namespace kakehashi::bench
