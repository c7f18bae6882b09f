#pragma once

#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// Hugo knows translations by their files' names (about.en.md) or by a key that they share; we by
/// the path of the original, which is the one in the site's language. The pages have their paths.
void joinTranslations(QList<SourcePage> &pages);

} // namespace kakehashi::takeover
