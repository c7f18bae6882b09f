#pragma once

#include "takeover/hugo/matter/matter.h"
#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// Puts the values of front matter where they belong in the page, one key after another; a key that
/// is not known becomes a field, and a date that is none one of the page's bad dates.
void takeMatter(const Matter &matter, bool isOwnExport, SourcePage &page);

} // namespace kakehashi::takeover
