#pragma once

#include "render/site/siteindex.h"

#include <memory>

namespace kakehashi::render {

/// The page that visitors search on, at "/search/"; the site makes it itself.
std::unique_ptr<PageValue> makeSearchPage();

/// Its kind, which no person chooses.
content::Kind searchKind();

/// allPages: every open page below the one that stands for its first path segment, for visitors
/// without JavaScript: {title url count hasItems items[{title url}]}. Pages of a kind that a list
/// page pages through are left to it when they are many; `count` then tells how many.
Data allPagesData(const SiteIndex &index);

} // namespace kakehashi::render
