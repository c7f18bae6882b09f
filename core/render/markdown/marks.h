#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>

namespace kakehashi::render {

/// Invisible marks where cmark reads a text otherwise than its writer meant; nothing when the text
/// has no such place.
///
/// - CommonMark takes `**` between Japanese punctuation and a letter for plain asterisks, as in
///   「**県民会議（仮）**は」, because it expects a space there. A mark between the two makes it
///   emphasis.
/// - cmark-gfm loses text behind a `[^` whose bracket closes on a later line: it counts columns
///   across lines. A mark behind the bracket makes it plain text, which it is: no definition of a
///   footnote has such a name.
std::optional<std::string> withMarks(std::string_view text);

/// Takes the marks out of the parsed text again.
void removeMarks(cmark_node *document);

} // namespace kakehashi::render
