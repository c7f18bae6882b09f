#pragma once

#include "content/page/page.h"

namespace kakehashi::content {

/// The content as it may be stored: title, summary and what search engines are told as one line
/// each, everything without characters that no page can show (base/cleantext.h).
PageContent cleaned(PageContent content);

} // namespace kakehashi::content
