#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>

namespace kakehashi::render {

/// Invisible marks where cmark reads a text otherwise than its writer meant; nothing when the text
/// has no such place.
///
/// - CommonMark takes `**` between a letter and punctuation for plain asterisks, as in
///   「県**(本館)**は」 and 「**注意！**ここ」, because it expects a space there, which Japanese
///   has not. Where one of the two is Japanese, a mark makes it emphasis, whatever the punctuation
///   is: a bracket, a quotation mark, the beginning or end of a link, of code, of a picture.
/// - `__` within a word is text to CommonMark; beside Japanese, where words have no spaces between
///   them, it is emphasis as `**` is.
/// - cmark-gfm loses text behind a `[^` whose bracket closes on a later line: it counts columns
///   across lines. A mark behind the bracket makes it plain text, which it is: no definition of a
///   footnote has such a name.
std::optional<std::string> withMarks(std::string_view text);

/// Takes the marks out of the parsed text again.
void removeMarks(cmark_node *document);

} // namespace kakehashi::render
