#pragma once

#include "check/finding.h"
#include "content/page/page.h"

namespace kakehashi::check {

/// The text with the fix made. Unchanged when it no longer says what the fix was made for: the
/// person may have typed on since the check.
QString applyFix(const QString &text, const Fix &fix);

/// All fixes at once. Of two that overlap the first one in the text is made; those that no longer
/// fit are left out.
content::PageContent applyFixes(content::PageContent content, const QList<Fix> &fixes);

} // namespace kakehashi::check
