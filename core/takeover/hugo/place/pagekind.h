#pragma once

#include "content/kind.h"
#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// Gives a placed page its kind: what the file says if we know it, else what its folder is called.
void setKind(SourcePage &page, const QList<content::Kind> &kinds);

} // namespace kakehashi::takeover
