#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace kakehashi::render {

struct NodeDeleter
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

/// CommonMark with GFM tables, task lists and footnotes. Any thread.
///
/// GFM's strikethrough and autolinks are not attached but done by MarkdownWriter: attaching an
/// inline extension makes cmark-gfm change a process-wide table of special characters for the time
/// of the parse, so that threads would see each other's pages change at random.
Document parseMarkdown(std::string_view text);

/// True when the text would make a tree so deep that browsers give up on the page, or that takes
/// long to make: lines with more than a hundred quote or list marks, or indented that deep.
bool isTooDeep(std::string_view text);

} // namespace kakehashi::render
