#pragma once

#include "content/page/page.h"

#include <optional>

namespace kakehashi::content {

/// The content as it may be stored: title and what search engines are told as one line each,
/// everything without characters that no page can show (base/cleantext.h).
PageContent cleaned(PageContent content);

/// The first character of title, summary, body or the search engines' words that cleaned() leaves
/// out. Fields are not looked at.
std::optional<char32_t> unfitIn(const PageContent &content);

} // namespace kakehashi::content
