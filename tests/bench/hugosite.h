#pragma once

#include "base/result.h"
#include "render/snapshot.h"

namespace kakehashi::bench {

enum class HugoTemplates {
    Bare,  ///< title, menu and text; a list with paging, RSS and sitemap
    Alike, ///< what ours write: sharing, schema.org, contact, neighbours, a file for the search
};

/// The pages as a Hugo site with the templates of tests/bench/hugo.
Result<void> writeHugoSite(const render::SiteSnapshot &snapshot, HugoTemplates templates,
                           const QString &folder);

} // namespace kakehashi::bench
