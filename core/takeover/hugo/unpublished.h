#pragma once

#include "takeover/hugo/sourcepage.h"

namespace kakehashi::takeover {

/// What visitors of the former site could not see stays a draft, whatever the import approves, and
/// the page's notes and issues say why: words of its front matter or of a section above it, a
/// folder of drafts, a date that cannot be read. A date to come becomes the day on which the page
/// opens.
void hideUnpublished(QList<SourcePage> &pages, const SiteConfig &config, const QDateTime &now);

} // namespace kakehashi::takeover
