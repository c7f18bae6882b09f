#pragma once

#include "render/markdown/arena.h"

#include <cmark-gfm.h>

#include <string_view>

namespace kakehashi::render {

/// A parsed text. Its nodes lie in an arena of the thread that parsed it and must not outlive or
/// leave it; documents end in the reverse order of their beginning.
class Document
{
public:
    cmark_node *get() const { return m_root; }
    void set(cmark_node *root) { m_root = root; }

private:
    ArenaScope m_arena;
    cmark_node *m_root = nullptr;
};

/// CommonMark with GFM tables, task lists and footnotes, of valid UTF-8. Any thread.
///
/// GFM's strikethrough and autolinks are not attached but done by MarkdownWriter: attaching an
/// inline extension makes cmark-gfm change a process-wide table of special characters for the time
/// of the parse, so that threads would see each other's pages change at random.
Document parseMarkdown(std::string_view text);

/// True when the text would make a tree so deep that browsers give up on the page, or that takes
/// long to make: lines with more than a hundred quote or list marks, or indented that deep, and
/// paragraphs with thousands of pictures' beginnings.
bool isTooDeep(std::string_view text);

} // namespace kakehashi::render
