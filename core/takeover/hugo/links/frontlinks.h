#pragma once

#include "content/kind.h"
#include "takeover/hugo/links/linkmap.h"

namespace kakehashi::takeover {

/// Leads the page's picture, and those of its fields that hold addresses or media, to where they
/// are now. What leads nowhere stays as it was typed and is an issue with its line in the file; a
/// picture stays among the page's fields, to be found again.
void leadFrontMatter(const LinkMap &links, const content::Kind &kind, bool isOwnExport,
                     SourcePage &page);

} // namespace kakehashi::takeover
