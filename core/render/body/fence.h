#pragma once

#include "render/body/blocktree.h"

#include <optional>

namespace kakehashi::render {

/// A line of three or more colons: the beginning or the end of a named block.
struct Fence
{
    int colons = 0;
    bool closes = false;
    std::string_view name = {}; ///< empty for a plain closing fence
    std::vector<BlockAttribute> attributes = {};
    bool malformed = false; ///< the text after the name is no {attribute list}
};

/// Reads a line without its end. Nothing when it is no fence (or is indented by four: code).
std::optional<Fence> readFence(std::string_view line);

/// Follows ``` and ~~~ through the lines, also indented (in lists) and quoted.
class CodeFence
{
public:
    /// True when the line belongs to a code block, its fences included.
    bool covers(std::string_view line);

private:
    char m_mark = 0;
    size_t m_length = 0;
};

} // namespace kakehashi::render
