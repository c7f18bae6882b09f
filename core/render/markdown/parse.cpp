#include "render/markdown/parse.h"

#include "render/markdown/arena.h"
#include "render/markdown/emphasis.h"

#include <cmark-gfm-core-extensions.h>

#include <array>

namespace kakehashi::render {
namespace {

constexpr int deepestNesting = 100;

const std::array<cmark_syntax_extension *, 2> &extensions()
{
    static const std::array<cmark_syntax_extension *, 2> all = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return std::array<cmark_syntax_extension *, 2>{cmark_find_syntax_extension("table"),
                                                       cmark_find_syntax_extension("tasklist")};
    }();
    return all;
}

} // namespace

Document parseMarkdown(std::string_view text)
{
    const auto &attached = extensions();
    Document document;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, arenaMemory());
    for (cmark_syntax_extension *extension : attached)
        cmark_parser_attach_syntax_extension(parser, extension);
    const auto marked = withEmphasisMarks(text);
    const std::string_view fed = marked ? std::string_view(*marked) : text;
    cmark_parser_feed(parser, fed.data(), fed.size());
    document.set(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    cmark_consolidate_text_nodes(document.get());
    if (marked)
        removeEmphasisMarks(document.get());
    return document;
}

bool isTooDeep(std::string_view text)
{
    int marks = 0;
    int spaces = 0;
    bool atStart = true;
    for (const char c : text) {
        if (c == '\n') {
            atStart = true;
            marks = spaces = 0;
            continue;
        }
        if (!atStart)
            continue;
        const bool digit = c >= '0' && c <= '9';
        const bool mark = c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')';
        const bool space = c == ' ' || c == '\t';
        atStart = mark || digit || space;
        marks += mark ? 1 : 0;
        spaces += c == '\t' ? 4 : (space ? 1 : 0);
        // A rule or setext line is a run of one mark; containers have spaces between theirs,
        // except quotes. Hence the generous limit for marks alone.
        if ((c == '>' && marks > deepestNesting) || spaces > 4 * deepestNesting ||
            (mark && spaces > deepestNesting && marks > deepestNesting))
            return true;
    }
    return false;
}

} // namespace kakehashi::render
