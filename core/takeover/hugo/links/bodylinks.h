#pragma once

#include "takeover/hugo/links/linkmap.h"

namespace kakehashi::takeover {

/// The body with its links and pictures led to where they are now; code stays as it is. A link
/// that leads nowhere stays too and is an issue of the page, with its line in the file.
QString withOurLinks(const QString &body, const LinkMap &links, SourcePage &page);

} // namespace kakehashi::takeover
