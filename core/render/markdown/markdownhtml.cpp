#include "base/encoding.h"
#include "render/body/htmlbody.h"
#include "render/html.h"
#include "render/markdown/markdownwriter.h"
#include "security/htmlallowlist.h"
#include "security/htmltags.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kakehashi::render {
namespace {

using security::HtmlToken;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Nobody nests deeper; a line of tags must not be searched through.
constexpr size_t mostOpen = 100;

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

/// What holds words alone, though it is a block.
bool holdsWords(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> names{"p", "pre", "summary", "caption"};
    const bool isHeading = name.size() == 2 && name[0] == 'h' && name[1] != 'r';
    return isHeading || std::find(names.begin(), names.end(), name) != names.end();
}

/// To HTML the "/" of `<a href="x"/>` says nothing: what follows up to `</a>` is the link.
bool closesBeside(cmark_node *node, const HtmlToken &tag)
{
    if (security::isVoidElement(tag.name) || tag.name == "iframe")
        return false;
    const QByteArray opens = '<' + tag.name;
    const QByteArray closes = "</" + tag.name;
    const auto begins = [](const QByteArray &html, const QByteArray &sign) {
        const bool isLonger = html.size() > sign.size() &&
                              QChar::isLetterOrNumber(static_cast<uchar>(html[sign.size()]));
        return html.startsWith(sign) && !isLonger;
    };
    for (node = cmark_node_next(node); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE)
            continue;
        const QByteArray html = viewOf(literalOf(node)).toByteArray().toLower();
        if (begins(html, closes))
            return true;
        if (begins(html, opens))
            return false;
    }
    return false;
}

/// The tag that ends what is hidden (a script, a drawing) beside `node`, or nullptr.
cmark_node *endOfHidden(cmark_node *node, const QByteArray &sign)
{
    const QByteArray closing = "</" + sign.mid(1);
    for (node = cmark_node_next(node); node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
            viewOf(literalOf(node)).toByteArray().toLower().startsWith(closing))
            return node;
    return nullptr;
}

} // namespace

cmark_node *MarkdownWriter::htmlInline(cmark_node *node)
{
    const int line = sourceLine(node);
    const std::string_view html = literalOf(node);
    const security::HtmlTokens part = security::tokensOf(viewOf(html));
    for (const Issue &issue : part.issues)
        m_body.report(issue.severity, "html-dropped", issue.text, line);
    for (const HtmlToken &tag : part.tokens) {
        const std::string name = tag.name.toStdString();
        if (tag.kind == HtmlToken::Kind::Open || tag.kind == HtmlToken::Kind::Whole) {
            openHtmlTag(tag, tag.kind == HtmlToken::Kind::Whole && !closesBeside(node, tag), line);
        } else if (tag.kind == HtmlToken::Kind::Close) {
            if (!closeTag(name) && !closeTorn(name))
                m_body.report(
                    Severity::Should, "html-dropped",
                    Text::tr("</%1> ends nothing here and was left out.").arg(fromUtf8(name)),
                    line);
        } else {
            appendEscaped(*m_out, html);
            m_body.report(Severity::Should, "html-inline",
                          Text::tr("HTML has no tag %1; it is shown as text.")
                              .arg(leftOf(fromUtf8(html), 60)),
                          line);
        }
    }
    // Without this memory each of many would be searched to the paragraph's end.
    cmark_node *parent = cmark_node_parent(node);
    if (part.endsWithin.isEmpty() || part.endsWithin == "<!--" || m_endlessIn == parent)
        return node;
    cmark_node *end = endOfHidden(node, part.endsWithin);
    m_endlessIn = end ? m_endlessIn : parent;
    return end ? end : node;
}

/// A block ends the paragraph that it stands in, but not an emphasis, link or heading; what belongs
/// into a list or table stands in one.
bool MarkdownWriter::mayStand(const std::string &name) const
{
    const QByteArray element = QByteArray::fromStdString(name);
    if (!security::isBlockElement(element))
        return true;
    const std::string parent = m_openTags.empty() ? std::string() : m_openTags.back().name;
    if (!security::fitsInto(element, QByteArray::fromStdString(parent)))
        return false;
    const bool isAmongBlocks =
        std::all_of(m_openTags.begin(), m_openTags.end(), [](const OpenTag &open) {
            return open.isLeftOut || (open.isBlock && !holdsWords(open.name));
        });
    return m_holder != Holder::Phrase && m_inlineStarts.empty() && isAmongBlocks;
}

void MarkdownWriter::openHtmlTag(const HtmlToken &tag, bool isWhole, int line)
{
    const bool isAnchor = tag.name == "a";
    if (isAnchor && (!m_links.empty() || m_openAnchors > 0))
        return; // no link within a link
    Issues issues;
    const QByteArray clean = security::cleanTag(tag, issues);
    for (const Issue &issue : issues)
        m_body.report(issue.severity, "html-dropped", issue.text, line);
    if (clean.isEmpty() || (!isWhole && m_openTags.size() >= mostOpen))
        return;
    OpenTag open{tag.name.toStdString()};
    open.isBlock = security::isBlockElement(tag.name);
    open.isLeftOut = !mayStand(open.name);
    open.line = line;
    if (open.isLeftOut)
        m_body.report(Severity::Should, "html-dropped",
                      Text::tr("<%1> cannot stand within a line here; its text was kept.")
                          .arg(fromUtf8(open.name)),
                      line);
    if (open.isBlock && !open.isLeftOut && m_openTags.empty())
        endPiece();
    open.begin = m_out->size();
    if (!open.isLeftOut)
        open.link = writeTag(viewOf(clean), {}, line, m_body, *m_out);
    open.start = m_out->size();
    m_openAnchors += isAnchor ? 1 : 0;
    m_openTags.push_back(std::move(open));
    if (isWhole)
        closeLastTag();
}

void MarkdownWriter::closeTagsDownTo(size_t count)
{
    while (m_openTags.size() > count)
        closeLastTag();
}

void MarkdownWriter::closeLastTag()
{
    const OpenTag last = std::move(m_openTags.back());
    m_openTags.pop_back();
    if (last.name == strikeName) {
        m_struck = 0;
        m_out->append("</del>");
        return;
    }
    if (last.name == "a") {
        --m_openAnchors;
        m_out->append(linkNote(last.link, std::string_view(*m_out).substr(last.start)));
    }
    if (last.isLeftOut)
        return;
    if (!security::isVoidElement(QByteArray::fromStdString(last.name)))
        m_out->append("</").append(writtenName(last.name)).append(">");
    if (last.isBlock && m_openTags.empty() && m_holder == Holder::Paragraph)
        beginPiece({});
}

/// The end of an element that began before this paragraph.
bool MarkdownWriter::closeTorn(const std::string &name)
{
    const bool isInText = m_holder == Holder::Paragraph || m_holder == Holder::Item;
    if (!isInText || !m_inlineStarts.empty() || !m_body.tornHtml().isOpen(name))
        return false;
    closeTagsDownTo(0);
    endPiece();
    m_body.tornHtml().end(name, *m_out);
    if (m_holder == Holder::Paragraph)
        beginPiece({});
    return true;
}

/// Of a paragraph, which may be torn into several by blocks within it.
void MarkdownWriter::beginPiece(std::string_view marks)
{
    lineStart();
    m_pieceBegin = m_out->size();
    m_out->append("<p").append(marks).append(">");
    m_pieceText = m_out->size();
}

void MarkdownWriter::endPiece()
{
    if (m_holder != Holder::Paragraph)
        return;
    const size_t last = m_out->find_last_not_of(" \n");
    if (last != std::string::npos && last >= m_pieceText)
        m_out->append("</p>\n");
    else
        m_out->resize(m_pieceBegin);
}

/// A block that began in it goes on behind it, to where its end is typed.
void MarkdownWriter::closeParagraph()
{
    const auto words = std::find_if(m_openTags.begin(), m_openTags.end(), [](const OpenTag &open) {
        return !open.isBlock || open.isLeftOut || holdsWords(open.name);
    });
    const auto blocks = static_cast<size_t>(words - m_openTags.begin());
    closeTagsDownTo(blocks);
    if (blocks == 0)
        endPiece();
    for (const OpenTag &open : m_openTags)
        m_body.tornHtml().goOn(open.name, open.line, open.begin, open.start, *m_out);
    m_openTags.clear();
    m_holder = Holder::Phrase;
}

bool MarkdownWriter::closeTag(std::string_view tag)
{
    const size_t least = m_openTags.size() - std::min(m_openTags.size(), mostOpen);
    const size_t start = std::max(m_inlineStarts.empty() ? 0 : m_inlineStarts.back(), least);
    for (size_t at = m_openTags.size(); at > start; --at) {
        if (m_openTags[at - 1].name == tag) {
            closeTagsDownTo(at - 1);
            return true;
        }
    }
    return false;
}

} // namespace kakehashi::render
