#pragma once

#include <string>
#include <string_view>

namespace kakehashi::render {

/// The lines of a body that define link targets and footnotes (`[name]: …`, `[^1]: …`), with the
/// indented lines that belong to footnotes. The parts of a body are parsed one by one, and these
/// may stand in any of them.
std::string definitionsOf(std::string_view body);

/// The text followed by the definitions, if it has brackets that could use them.
std::string withDefinitions(std::string_view text, const std::string &definitions);

} // namespace kakehashi::render
