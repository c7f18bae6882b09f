#include "render/markdown/markdownwriter.h"

#include "render/html.h"

#include <QCoreApplication>

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

bool isTight(cmark_node *paragraph)
{
    cmark_node *parent = cmark_node_parent(paragraph);
    cmark_node *list = parent ? cmark_node_parent(parent) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list) != 0;
}

} // namespace

MarkdownWriter::MarkdownWriter(BodyWriter &body, int firstLine, std::string &out)
    : m_body(body), m_whole(out), m_out(&out), m_firstLine(firstLine)
{}

void MarkdownWriter::write(cmark_node *document, std::string_view text)
{
    collectFootnotes(document, text);
    cmark_iter *each = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(each); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(each)) {
        cmark_node *node = cmark_iter_get_node(each);
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
            if (cmark_node *last = htmlInline(node); last != node)
                cmark_iter_reset(each, last, CMARK_EVENT_ENTER);
        } else if (event == CMARK_EVENT_ENTER) {
            enter(node);
            // The words of a picture are its alternative text.
            if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
                cmark_iter_reset(each, node, CMARK_EVENT_EXIT);
        } else {
            leave(node);
        }
    }
    cmark_iter_free(each);
}

void MarkdownWriter::enter(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        text(node);
        break;
    case CMARK_NODE_SOFTBREAK:
        softBreak(node);
        break;
    case CMARK_NODE_LINEBREAK:
        m_out->append("<br />\n");
        break;
    case CMARK_NODE_CODE:
        m_out->append("<code>");
        appendEscaped(*m_out, literalOf(node));
        m_out->append("</code>");
        break;
    case CMARK_NODE_STRONG:
        openInline("strong");
        break;
    case CMARK_NODE_EMPH:
        openInline("em");
        break;
    case CMARK_NODE_LINK:
        openLink(node);
        break;
    case CMARK_NODE_IMAGE:
        image(node);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        footnoteReference(node);
        break;
    default:
        enterBlock(node);
    }
}

void MarkdownWriter::enterBlock(cmark_node *node)
{
    m_line = sourceLine(node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        openTag("blockquote", node);
        m_out->append("\n");
        m_body.tornHtml().enter();
        break;
    case CMARK_NODE_LIST:
        openList(node);
        break;
    case CMARK_NODE_ITEM:
        openItem(node);
        break;
    case CMARK_NODE_HEADING:
        openHeading(node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        codeBlock(node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        lineStart();
        m_body.writeHtmlPiece(literalOf(node), sourceLine(node), *m_out);
        lineStart();
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        lineStart();
        m_out->append("<hr");
        appendMarks(node);
        m_out->append(" />\n");
        break;
    case CMARK_NODE_PARAGRAPH:
        m_holder = isTight(node) ? Holder::Item : Holder::Paragraph;
        if (m_holder == Holder::Paragraph)
            beginPiece(m_body.marks(sourceLine(node), sourceEndLine(node)));
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        m_footnoteHtml.clear();
        m_out = &m_footnoteHtml;
        m_body.tornHtml().enter();
        break;
    default:
        enterExtension(node);
    }
}

void MarkdownWriter::leave(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG:
        closeInline("strong");
        break;
    case CMARK_NODE_EMPH:
        closeInline("em");
        break;
    case CMARK_NODE_LINK:
        closeLink();
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        m_body.tornHtml().leave(*m_out, m_body);
        lineStart();
        m_out->append("</blockquote>\n");
        break;
    case CMARK_NODE_LIST:
        m_out->append(cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n");
        break;
    case CMARK_NODE_ITEM:
        m_body.tornHtml().leave(*m_out, m_body);
        m_out->append("</li>\n");
        break;
    case CMARK_NODE_HEADING:
        closeHeading(node);
        break;
    case CMARK_NODE_PARAGRAPH:
        closeParagraph();
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: {
        m_body.tornHtml().leave(*m_out, m_body);
        m_out = &m_whole;
        m_body.setFootnote(m_footnoteLabels[m_footnotesWritten++], std::move(m_footnoteHtml));
        break;
    }
    default:
        leaveExtension(node);
    }
}

void MarkdownWriter::lineStart()
{
    if (!m_out->empty() && m_out->back() != '\n')
        *m_out += '\n';
}

int MarkdownWriter::sourceLine(cmark_node *node) const
{
    return m_firstLine + lineOf(node) - 1;
}

int MarkdownWriter::sourceEndLine(cmark_node *node) const
{
    return std::max(sourceLine(node), m_firstLine + cmark_node_get_end_line(node) - 1);
}

void MarkdownWriter::appendMarks(cmark_node *node)
{
    if (m_body.index().options().preview)
        m_out->append(m_body.marks(sourceLine(node), sourceEndLine(node)));
}

void MarkdownWriter::openTag(std::string_view tag, cmark_node *node)
{
    lineStart();
    m_out->append("<").append(tag);
    appendMarks(node);
    *m_out += '>';
}

void MarkdownWriter::openList(cmark_node *node)
{
    lineStart();
    const bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
    m_out->append(bullets ? "<ul" : "<ol");
    const int start = cmark_node_get_list_start(node);
    if (!bullets && start != 1)
        appendAttribute(*m_out, "start", std::to_string(start));
    appendMarks(node);
    m_out->append(">\n");
}

void MarkdownWriter::openItem(cmark_node *node)
{
    openTag("li", node);
    m_body.tornHtml().enter();
    if (cmark_node_get_type_string(node) != std::string_view("tasklist"))
        return;
    m_out->append(cmark_gfm_extensions_get_tasklist_item_checked(node)
                      ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                      : "<input type=\"checkbox\" disabled=\"\" /> ");
}

/// cmark puts the footnotes that are used at the end, in the order of their numbers, but does not
/// tell their names. They are read from the line on which each begins.
void MarkdownWriter::collectFootnotes(cmark_node *document, std::string_view text)
{
    size_t at = 0;
    int line = 1;
    std::map<int, std::string> labels;
    std::vector<int> lines;
    for (cmark_node *node = cmark_node_last_child(document);
         node && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
         node = cmark_node_previous(node))
        lines.insert(lines.begin(), cmark_node_get_start_line(node));
    for (const int wanted : std::set<int>(lines.begin(), lines.end())) {
        for (; line < wanted && at < text.size(); ++line)
            at = std::min(text.find('\n', at), text.size() - 1) + 1;
        const size_t begin = text.find("[^", at);
        const size_t end = std::min(text.find(']', begin), text.size());
        if (begin < end)
            labels[wanted] = text.substr(begin + 2, end - begin - 2);
    }
    for (const int wanted : lines)
        m_footnoteLabels.push_back(labels[wanted]);
}

void MarkdownWriter::openHeading(cmark_node *)
{
    lineStart();
    m_headingStart = m_out->size();
}

void MarkdownWriter::closeHeading(cmark_node *node)
{
    closeTagsDownTo(0);
    std::string html = m_out->substr(m_headingStart);
    m_out->resize(m_headingStart);
    writeHeading(cmark_node_get_heading_level(node), std::move(html), sourceLine(node),
                 sourceEndLine(node));
}

void MarkdownWriter::writeHeading(int level, std::string html, int line, int endLine)
{
    if (level == 1) {
        level = 2;
        m_body.report(Severity::Should, "heading-one",
                      Text::tr("The page's title is its only first-level heading. Use ## here."),
                      line);
    }
    const std::string wantedId = takeWantedId(html);
    const std::string words = escaped(plainText(html));
    const std::string id = m_body.headings().add(level, words, wantedId);
    const char digit = static_cast<char>('0' + level);
    m_out->append("<h").append(1, digit);
    appendAttribute(*m_out, "id", id);
    m_out->append(m_body.marks(line, endLine));
    m_out->append(">").append(html).append("</h").append(1, digit).append(">\n");
}

void MarkdownWriter::codeBlock(cmark_node *node)
{
    openTag("pre", node);
    const char *info = cmark_node_get_fence_info(node);
    const std::string_view language =
        info ? std::string_view(info).substr(0, std::strcspn(info, " \t\r\n")) : std::string_view();
    m_out->append("<code");
    if (!language.empty())
        appendAttribute(*m_out, "class", "language-" + std::string(language));
    m_out->append(">");
    appendEscaped(*m_out, literalOf(node));
    m_out->append("</code></pre>\n");
}

} // namespace kakehashi::render
