#include "base/encoding.h"
#include "render/body/htmlbody.h"
#include "render/html.h"
#include "render/markdown/markdownwriter.h"
#include "security/htmlallowlist.h"
#include "security/htmltags.h"

#include <QCoreApplication>

#include <algorithm>

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
            openHtmlTag(tag, line);
        } else if (tag.kind == HtmlToken::Kind::Close) {
            if (!closeTag(name))
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

void MarkdownWriter::openHtmlTag(const HtmlToken &tag, int line)
{
    const bool isAnchor = tag.name == "a";
    if (isAnchor && (!m_links.empty() || m_openAnchors > 0))
        return; // no link within a link
    Issues issues;
    const QByteArray clean = security::cleanTag(tag, issues);
    for (const Issue &issue : issues)
        m_body.report(issue.severity, "html-dropped", issue.text, line);
    const bool isWhole = tag.kind == HtmlToken::Kind::Whole;
    if (clean.isEmpty() || (!isWhole && m_openTags.size() >= mostOpen))
        return;
    OpenTag open{tag.name.toStdString()};
    open.link = writeTag(viewOf(clean), {}, line, m_body, *m_out);
    open.start = m_out->size();
    m_openAnchors += isAnchor ? 1 : 0;
    m_openTags.push_back(std::move(open));
    if (!isWhole)
        return;
    if (security::isVoidElement(tag.name))
        m_openTags.pop_back();
    else
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
    m_out->append("</").append(writtenName(last.name)).append(">");
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
