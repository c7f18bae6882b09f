#include "render/html.h"
#include "render/markdown/inlinetext.h"
#include "render/markdown/markdownwriter.h"

#include <algorithm>
#include <cstdlib>

namespace kakehashi::render {
namespace {

/// A run of exactly one or two tildes, GFM's mark for deleted text.
struct Tildes
{
    size_t at = std::string_view::npos;
    size_t length = 0;
    bool opens = false;
    bool closes = false;
};

bool isSpaceOrPunctuation(char c)
{
    return c == ' ' || c == '\n' || (c > ' ' && c < '0') || (c > '9' && c < 'A') ||
           (c > 'Z' && c < 'a') || c > 'z';
}

/// One tilde counts only at the edges of words: 「10~20」 is a range, not deleted text.
Tildes nextTildes(std::string_view text, size_t from)
{
    for (size_t at = text.find('~', from); at != std::string_view::npos;) {
        const size_t end = std::min(text.find_first_not_of('~', at), text.size());
        const size_t length = end - at;
        if (length <= 2) {
            const char before = at > 0 ? text[at - 1] : '\n';
            const char after = end < text.size() ? text[end] : '\n';
            const bool edgeBefore = at == 0 || isSpaceOrPunctuation(before);
            const bool edgeAfter = end == text.size() || isSpaceOrPunctuation(after);
            const bool spaceAfter = end < text.size() && (after == ' ' || after == '\n');
            const bool spaceBefore = at > 0 && (before == ' ' || before == '\n');
            return {at, length, !spaceAfter && (length == 2 || edgeBefore),
                    !spaceBefore && (length == 2 || edgeAfter)};
        }
        at = text.find('~', end);
    }
    return {};
}

bool closesLater(cmark_node *node, std::string_view rest, size_t length)
{
    for (;;) {
        for (Tildes run = nextTildes(rest, 0); run.length > 0;
             run = nextTildes(rest, run.at + run.length))
            if (run.closes && run.length == length)
                return true;
        do
            node = cmark_node_next(node);
        while (node && cmark_node_get_type(node) != CMARK_NODE_TEXT);
        if (!node)
            return false;
        rest = literalOf(node);
    }
}

} // namespace

void MarkdownWriter::text(cmark_node *node)
{
    const std::string_view literal = literalOf(node);
    cmark_node *parent = cmark_node_parent(node);
    size_t from = 0;
    for (Tildes run = nextTildes(literal, 0); run.length > 0;
         run = nextTildes(literal, run.at + run.length)) {
        const bool closes = m_struck == run.length && run.closes && m_struckIn == parent;
        const bool opens = m_struck == 0 && run.opens && m_unclosed[run.length - 1] != parent &&
                           closesLater(node, literal.substr(run.at + run.length), run.length);
        // Without this memory a line of tildes would be searched to its end from each of them.
        if (run.opens && !opens && m_struck == 0)
            m_unclosed[run.length - 1] = parent;
        if (!closes && !opens)
            continue;
        linkedText(literal.substr(from, run.at - from));
        if (closes) {
            closeTag(strikeName);
        } else {
            m_openTags.push_back({strikeName});
            m_out->append("<del>");
            m_struck = run.length;
            m_struckIn = parent;
        }
        from = run.at + run.length;
    }
    linkedText(literal.substr(from));
}

void MarkdownWriter::linkedText(std::string_view text)
{
    size_t from = 0;
    if (m_links.empty() && m_openAnchors == 0)
        for (Autolink found = nextAutolink(text, 0); found.begin != std::string_view::npos;
             found = nextAutolink(text, from)) {
            appendEscaped(*m_out, text.substr(from, found.begin - from));
            const Link link = m_body.link(found.href, m_line);
            const std::string_view words = text.substr(found.begin, found.end - found.begin);
            openAnchor(link, {});
            appendEscaped(*m_out, words);
            m_out->append(linkNote(link, words)).append("</a>");
            from = found.end;
        }
    appendEscaped(*m_out, text.substr(from));
}

void MarkdownWriter::openAnchor(const Link &link, std::string_view title)
{
    m_out->append("<a href=\"");
    appendHref(*m_out, link.href);
    *m_out += '"';
    if (!title.empty())
        appendAttribute(*m_out, "title", title);
    if (link.external)
        m_out->append(" class=\"external\" rel=\"noopener\"");
    *m_out += '>';
}

void MarkdownWriter::softBreak(cmark_node *node)
{
    // GFM's marks of struck text are still letters here.
    std::string_view before = lettersBefore(node);
    before = before.substr(0, before.find_last_not_of('~') + 1);
    std::string_view after = lettersAfter(node);
    after.remove_prefix(std::min(after.find_first_not_of('~'), after.size()));
    if (!joinsWithoutSpace(before, after))
        *m_out += '\n';
}

void MarkdownWriter::openLink(cmark_node *node)
{
    const char *url = cmark_node_get_url(node);
    const char *title = cmark_node_get_title(node);
    OpenLink open{m_body.link(url ? url : "", sourceLine(node)), 0, false};
    open.dropped = m_openAnchors > 0 || (open.link.href.empty() && url && *url);
    if (!open.dropped)
        openAnchor(open.link, title ? title : "");
    open.start = m_out->size();
    m_links.push_back(std::move(open));
    beginInline();
}

void MarkdownWriter::closeLink()
{
    endInline();
    const OpenLink open = std::move(m_links.back());
    m_links.pop_back();
    if (open.dropped)
        return;
    m_out->append(linkNote(open.link, std::string_view(*m_out).substr(open.start)));
    m_out->append("</a>");
}

void MarkdownWriter::image(cmark_node *node)
{
    const char *given = cmark_node_get_url(node);
    const std::string_view url = given ? given : "";
    const std::string alt = wordsOf(node);
    if (url.substr(0, 6) == "media:" || url.substr(0, 7) == "/media/") {
        const std::string_view name = url.substr(url.front() == '/' ? 7 : 6);
        if (const content::MediaAsset *asset = m_body.media(name, sourceLine(node)))
            m_body.writePicture(*asset, alt, sourceLine(node), *m_out);
        else
            appendEscaped(*m_out, alt);
        return;
    }
    const Link link = m_body.link(url, sourceLine(node));
    if (link.href.empty() && !url.empty()) {
        appendEscaped(*m_out, alt);
        return;
    }
    m_out->append("<img src=\"");
    appendHref(*m_out, link.href);
    *m_out += '"';
    appendAttribute(*m_out, "alt", alt);
    if (const char *title = cmark_node_get_title(node); title && *title)
        appendAttribute(*m_out, "title", title);
    m_out->append(" />");
}

void MarkdownWriter::footnoteReference(cmark_node *node)
{
    const size_t index = static_cast<size_t>(std::atoi(std::string(literalOf(node)).c_str()));
    if (index == 0 || index > m_footnoteLabels.size())
        return;
    const int place = m_body.nextNumber();
    const int number = m_body.footnoteNumber(m_footnoteLabels[index - 1], place);
    m_out->append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(std::to_string(number));
    m_out->append("\" id=\"fnref-").append(std::to_string(place)).append("\">");
    m_out->append(m_body.word(BodyWord::Footnote));
    m_out->append(std::to_string(number)).append("</a></sup>");
}

void MarkdownWriter::openInline(std::string_view tag)
{
    m_out->append("<").append(tag).append(">");
    beginInline();
}

void MarkdownWriter::closeInline(std::string_view tag)
{
    endInline();
    m_out->append("</").append(tag).append(">");
}

void MarkdownWriter::endInline()
{
    closeTagsDownTo(m_inlineStarts.back());
    m_inlineStarts.pop_back();
}

} // namespace kakehashi::render
