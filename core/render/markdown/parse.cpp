#include "render/markdown/parse.h"

#include "base/utf8.h"
#include "render/markdown/arena.h"
#include "render/markdown/marks.h"
#include "render/markdown/nodetext.h"

#include <cmark-gfm-core-extensions.h>

#include <QString>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace kakehashi::render {
namespace {

constexpr int deepestNesting = 100;

/// Of one paragraph. cmark looks at all that are open for each link it finds.
constexpr int mostPictures = 3000;

/// Only what can take effect in this text: each extension looks at every line.
std::vector<cmark_syntax_extension *> extensionsFor(std::string_view text)
{
    static const auto all = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return std::pair{cmark_find_syntax_extension("table"),
                         cmark_find_syntax_extension("tasklist")};
    }();
    std::vector<cmark_syntax_extension *> found;
    if (text.find('|') != std::string_view::npos || text.find(':') != std::string_view::npos)
        found.push_back(all.first);
    if (text.find('[') != std::string_view::npos)
        found.push_back(all.second);
    return found;
}

bool hasTooManyPictures(std::string_view text)
{
    int pictures = 0;
    size_t paragraph = 0;
    for (size_t at = text.find("!["); at != std::string_view::npos; at = text.find("![", at + 2)) {
        if (text.substr(paragraph, at - paragraph).find("\n\n") != std::string_view::npos)
            pictures = 0;
        paragraph = at;
        if (++pictures > mostPictures)
            return true;
    }
    return false;
}

using Getter = const char *(*)(cmark_node *node);
using Setter = int (*)(cmark_node *node, const char *text);

void clean(cmark_node *node, Getter get, Setter set)
{
    const char *text = get(node);
    if (!text || !*text)
        return;
    std::string fit;
    appendUtf8(fit, QString::fromUtf8(text));
    if (fit != text)
        set(node, fit.c_str());
}

/// References such as &#11; and &#x202E; stand for what no published text may hold; cmark makes
/// bytes of &#xFFFE; that are no UTF-8 at all.
void cleanReferences(cmark_node *root)
{
    for (const cmark_node_type type : {CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE})
        for (cmark_node *node : nodesOf(root, type))
            clean(node, cmark_node_get_literal, cmark_node_set_literal);
    for (const cmark_node_type type : {CMARK_NODE_LINK, CMARK_NODE_IMAGE})
        for (cmark_node *node : nodesOf(root, type)) {
            clean(node, cmark_node_get_url, cmark_node_set_url);
            clean(node, cmark_node_get_title, cmark_node_set_title);
        }
    for (cmark_node *node : nodesOf(root, CMARK_NODE_CODE_BLOCK))
        clean(node, cmark_node_get_fence_info, cmark_node_set_fence_info);
}

} // namespace

Document parseMarkdown(std::string_view text)
{
    Document document;
    const bool hasFootnotes = text.find("[^") != std::string_view::npos;
    cmark_parser *parser = cmark_parser_new_with_mem(
        hasFootnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, arenaMemory());
    for (cmark_syntax_extension *extension : extensionsFor(text))
        cmark_parser_attach_syntax_extension(parser, extension);
    const auto marked = withMarks(text);
    const std::string_view fed = marked ? std::string_view(*marked) : text;
    cmark_parser_feed(parser, fed.data(), fed.size());
    document.set(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    if (marked)
        removeMarks(document.get());
    if (text.find("&#") != std::string_view::npos)
        cleanReferences(document.get());
    return document;
}

bool isTooDeep(std::string_view text)
{
    if (hasTooManyPictures(text))
        return true;
    for (size_t from = 0; from < text.size();) {
        int marks = 0;
        int spaces = 0;
        for (size_t at = from; at < text.size(); ++at) {
            const char c = text[at];
            const bool mark = c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')';
            const bool space = c == ' ' || c == '\t';
            if (!mark && !space && (c < '0' || c > '9'))
                break;
            marks += mark ? 1 : 0;
            spaces += c == '\t' ? 4 : (space ? 1 : 0);
            // A rule or setext line is a run of one mark; containers have spaces between theirs,
            // except quotes. Hence the generous limit for marks alone.
            if ((c == '>' && marks > deepestNesting) || spaces > 4 * deepestNesting ||
                (mark && spaces > deepestNesting && marks > deepestNesting))
                return true;
        }
        from = std::min(text.find('\n', from), text.size() - 1) + 1;
    }
    return false;
}

} // namespace kakehashi::render
