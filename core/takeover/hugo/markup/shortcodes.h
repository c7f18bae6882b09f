#pragma once

#include "takeover/hugo/links/linkmap.h"

namespace kakehashi::takeover {

/// The body with Hugo's shortcodes turned into our blocks: figure, youtube, ref, relref, highlight,
/// details, and the notices that many themes have. Another one stays where it is, for everybody to
/// see, and is an issue of the page with its line in the file.
QString withoutShortcodes(const QString &body, const LinkMap &links, SourcePage &page);

} // namespace kakehashi::takeover
