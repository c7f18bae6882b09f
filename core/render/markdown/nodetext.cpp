#include "render/markdown/nodetext.h"

namespace kakehashi::render {
namespace {

bool isInline(cmark_node *node)
{
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

using Step = cmark_node *(*)(cmark_node *node);

bool hasNoWidth(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    const char *literal = cmark_node_get_literal(node);
    const std::string_view html = literal ? literal : "";
    if (type == CMARK_NODE_HTML_INLINE)
        return html.substr(0, 3) != "<br" && html.substr(0, 4) != "<img";
    return type == CMARK_NODE_FOOTNOTE_REFERENCE || type == CMARK_NODE_EMPH ||
           type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
           (type == CMARK_NODE_TEXT && html.empty());
}

/// The nearest text in one direction: `next` among siblings, `first` of what a node holds.
std::string_view nearestLetters(cmark_node *node, Step next, Step first)
{
    for (;;) {
        cmark_node *beside = next(node);
        if (!beside) {
            node = cmark_node_parent(node);
            if (!node || !isInline(node))
                return {};
            continue;
        }
        node = beside;
        while (cmark_node_get_type(node) != CMARK_NODE_IMAGE && first(node))
            node = first(node);
        const cmark_node_type type = cmark_node_get_type(node);
        if ((type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) && !hasNoWidth(node))
            return literalOf(node);
        if (!hasNoWidth(node))
            return {};
    }
}

} // namespace

std::string_view lettersBefore(cmark_node *node)
{
    return nearestLetters(node, cmark_node_previous, cmark_node_last_child);
}

std::string_view lettersAfter(cmark_node *node)
{
    return nearestLetters(node, cmark_node_next, cmark_node_first_child);
}

std::string_view literalOf(cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);
    return literal ? std::string_view(literal) : std::string_view();
}

std::string wordsOf(cmark_node *node)
{
    std::string words;
    cmark_iter *each = cmark_iter_new(node);
    for (cmark_event_type event = cmark_iter_next(each); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(each)) {
        cmark_node *inner = cmark_iter_get_node(each);
        const cmark_node_type type = cmark_node_get_type(inner);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
            words += literalOf(inner);
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            words += ' ';
    }
    cmark_iter_free(each);
    return words;
}

std::vector<cmark_node *> nodesOf(cmark_node *root, cmark_node_type type)
{
    std::vector<cmark_node *> found;
    cmark_iter *each = cmark_iter_new(root);
    for (cmark_event_type event = cmark_iter_next(each); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(each)) {
        cmark_node *node = cmark_iter_get_node(each);
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == type)
            found.push_back(node);
    }
    cmark_iter_free(each);
    return found;
}

int lineOf(cmark_node *node)
{
    cmark_node *block = node;
    while (block && isInline(block))
        block = cmark_node_parent(block);
    if (!block)
        return 1;
    // The paragraph whose last line turned out to be a table's head gave its line to the table;
    // what it holds is counted from 0.
    const bool isBeforeTable = cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH &&
                               cmark_node_get_start_line(block) == 0 && cmark_node_next(block);
    if (isBeforeTable)
        return cmark_node_get_start_line(cmark_node_next(block)) + cmark_node_get_start_line(node);
    while (node && cmark_node_get_start_line(node) == 0)
        node = cmark_node_parent(node);
    return node ? cmark_node_get_start_line(node) : 1;
}

} // namespace kakehashi::render
