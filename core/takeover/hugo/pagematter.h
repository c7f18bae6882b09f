#pragma once

#include "takeover/hugo/matter/matter.h"
#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// Puts the values of front matter where they belong in the page, one key after another; a key that
/// is not known becomes a field. Invalid with file and line for a value that is none.
Result<void> takeMatter(const Matter &matter, bool isOwnExport, SourcePage &page);

} // namespace kakehashi::takeover
