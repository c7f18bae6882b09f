#pragma once

#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// Reports, with their lines, notes that nothing refers to and marks that have no note.
void tellOfFootnotes(SourcePage &page);

} // namespace kakehashi::takeover
