#pragma once

#include "takeover/hugo/links/linkmap.h"

namespace kakehashi::takeover {

/// The page's body with its links and pictures led to where they are now; code, comments and
/// footnotes stay as they are. A link that leads nowhere stays as it was typed, too, and is an
/// issue of the page, with its line in the file.
QString withOurLinks(const LinkMap &links, SourcePage &page);

} // namespace kakehashi::takeover
