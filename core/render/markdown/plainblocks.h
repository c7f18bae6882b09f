#pragma once

#include <string_view>
#include <vector>

namespace kakehashi::render {

/// A stretch of a text that is read by itself.
struct Stretch
{
    enum class Kind {
        Markdown,  ///< for cmark
        Paragraph, ///< lines of words, `**` within them and links to short addresses
        Heading,   ///< `#`s, a space and such words
        List,      ///< lines of `- ` and such words
        Table      ///< rows of such words between `|`, as many in each
    };
    Kind kind = Kind::Markdown;
    std::string_view text; ///< without the line break at its end, unless it is for cmark
    int line = 1;          ///< of its beginning, in the text
};

/// Most of what people write is plain paragraphs, headings, lists and tables. They are found here
/// and need no parser; what lies between them, and all of a text whose parts may refer to each
/// other, is left to cmark. Written block by block, the result is the same as cmark's of the whole
/// (tests/render/test_plainblocks.cpp holds the two against each other). UTF-8; any thread.
std::vector<Stretch> stretchesOf(std::string_view text);

/// The link that plain words begin with: `[label](target)`.
struct PlainLink
{
    std::string_view label;
    std::string_view target;
    size_t size = 0; ///< of the whole; 0 when there is none
};

PlainLink linkAt(std::string_view words);

/// What stands between the `|` of a line of a plain table, without the spaces around it.
std::vector<std::string_view> cellsOf(std::string_view line);

} // namespace kakehashi::render
