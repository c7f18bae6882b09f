#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>

namespace kakehashi::render {

/// CommonMark takes `**` between Japanese punctuation and a letter for plain asterisks, as in
/// 「**県民会議（仮）**は」, because it expects a space there. An invisible mark between the two
/// makes it emphasis. Nothing when the text has no such place.
std::optional<std::string> withEmphasisMarks(std::string_view text);

/// Takes the marks out of the parsed text again.
void removeEmphasisMarks(cmark_node *document);

} // namespace kakehashi::render
