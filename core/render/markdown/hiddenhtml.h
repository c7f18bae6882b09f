#pragma once

#include <string>
#include <string_view>

namespace kakehashi::render {

/// The text without what a comment, script or style hides that begins in a piece of HTML and goes
/// on behind a blank line, where Markdown ends the piece. Line breaks stay. Empty when nothing is
/// hidden so.
std::string withoutHiddenHtml(std::string_view text);

} // namespace kakehashi::render
