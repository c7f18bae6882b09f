#pragma once

#include "render/snapshot.h"

namespace kakehashi::bench {

/// A site of `count` topics, each 3 KB of Japanese Markdown with headings, a list, a table and
/// links, over ten years, below a home page, a list and a menu. The same pages every time.
render::SnapshotPtr madeSite(int count);

} // namespace kakehashi::bench
