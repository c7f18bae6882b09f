#include "security/htmlsanitizer.h"

#include "base/cleantext.h"
#include "base/encoding.h"
#include "security/htmlallowlist.h"
#include "security/htmltags.h"
#include "security/urlpolicy.h"

#include <gumbo.h>

#include <QCoreApplication>

#include <cstdlib>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::HtmlSanitizer)
};

constexpr int deepest = 128; // a step may be four levels of a table; threads have 512 KiB
constexpr qsizetype largest = 4'000'000;
constexpr qsizetype mostIssues = 100;
constexpr int mostPasses = 8;

void escapeInto(QByteArray &out, QByteArrayView text, bool attribute)
{
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"' && attribute)
            out += "&quot;";
        else
            out += c;
    }
}

/// What the parser made of references such as &#11; may be published as little as what was typed.
QByteArray fit(const char *text)
{
    return cleanedText(QString::fromUtf8(text)).toUtf8();
}

QByteArray nameOf(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, static_cast<qsizetype>(piece.length)).toLower();
}

/// One pass over one parsed tree.
class Writer
{
public:
    explicit Writer(bool collectIssues) : m_collect(collectIssues) {}

    void children(const GumboVector &nodes)
    {
        for (unsigned i = 0; i < nodes.length; ++i)
            node(*static_cast<const GumboNode *>(nodes.data[i]));
    }

    /// Only the tag that begins the element, as one of this name.
    void tag(const GumboElement &element, const QByteArray &name)
    {
        m_out += '<' + name;
        for (unsigned i = 0; i < element.attributes.length; ++i)
            attribute(element, name,
                      *static_cast<const GumboAttribute *>(element.attributes.data[i]));
        m_out += '>';
    }

    void frame(const GumboElement &element)
    {
        if (isFrameGood(element))
            tag(element, "iframe");
        else
            dropFrame(element);
    }

    SanitizedHtml take() { return {std::move(m_out), std::move(m_issues)}; }

private:
    void node(const GumboNode &node)
    {
        if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
            element(node.v.element);
        else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
            escapeInto(m_out, fit(node.v.text.text), false);
    }

    void element(const GumboElement &element)
    {
        const QByteArray name = nameOf(element);
        switch (fateOf(name)) {
        case ElementFate::Keep:
            return write(element, name);
        case ElementFate::Frame:
            return isFrameGood(element) ? write(element, name) : dropFrame(element);
        case ElementFate::Unwrap:
            report(element, Text::tr("<%1> is not allowed in pages; its text was kept.")
                                .arg(QString::fromUtf8(name)));
            return children(element.children);
        case ElementFate::Discard:
            return report(element, Text::tr("<%1> is not allowed in pages and was left out.")
                                       .arg(QString::fromUtf8(name)));
        }
    }

    void write(const GumboElement &element, const QByteArray &name)
    {
        tag(element, name);
        if (isVoidElement(name))
            return;
        // A parser drops the first line break in <pre>: one more keeps the one that is meant.
        if (name == "pre" && beginsWithLineBreak(element))
            m_out += '\n';
        if (name != "iframe")
            children(element.children);
        m_out += "</" + name + '>';
    }

    void attribute(const GumboElement &element, const QByteArray &name,
                   const GumboAttribute &attribute)
    {
        const QByteArray key = QByteArray(attribute.name).toLower();
        const AttributeFate fate = fateOf(name, key);
        if (fate == AttributeFate::DropSilently)
            return;
        if (fate == AttributeFate::Drop)
            return report(element, Text::tr("The attribute %1 of <%2> is not allowed.")
                                       .arg(QString::fromUtf8(key), QString::fromUtf8(name)));
        const QByteArray value = fit(attribute.value); // what is judged is what is written
        if (!isValueGood(fate, QString::fromUtf8(value)))
            return report(element, Text::tr("The address in %1 of <%2> is not allowed: %3")
                                       .arg(QString::fromUtf8(key), QString::fromUtf8(name),
                                            leftOf(QString::fromUtf8(value), 120).simplified()));
        m_out += ' ' + key + "=\"";
        escapeInto(m_out, value, true);
        m_out += '"';
    }

    static bool isValueGood(AttributeFate fate, const QString &value)
    {
        switch (fate) {
        case AttributeFate::Link:
            return isUrlAllowed(value, UrlUse::Link);
        case AttributeFate::Picture:
            return isUrlAllowed(value, UrlUse::Picture);
        case AttributeFate::Embed:
            return isUrlAllowed(value, UrlUse::Embed);
        case AttributeFate::PictureSet: {
            const QStringList candidates = value.split(QLatin1Char(','));
            return std::all_of(candidates.cbegin(), candidates.cend(), [](const QString &one) {
                const QString url = one.simplified().section(QLatin1Char(' '), 0, 0);
                return isUrlAllowed(url, UrlUse::Picture);
            });
        }
        default:
            return true;
        }
    }

    static bool isFrameGood(const GumboElement &element)
    {
        const GumboAttribute *source = gumbo_get_attribute(&element.attributes, "src");
        return source && isUrlAllowed(QString::fromUtf8(fit(source->value)), UrlUse::Embed);
    }

    void dropFrame(const GumboElement &element)
    {
        const GumboAttribute *source = gumbo_get_attribute(&element.attributes, "src");
        const QString url = source ? QString::fromUtf8(source->value) : QString();
        const auto checked = checkUrl(url, UrlUse::Embed);
        report(element, checked ? QString() : checked.error().text);
    }

    static bool beginsWithLineBreak(const GumboElement &element)
    {
        if (element.children.length == 0)
            return false;
        const auto &first = *static_cast<const GumboNode *>(element.children.data[0]);
        const bool isText = first.type == GUMBO_NODE_TEXT || first.type == GUMBO_NODE_WHITESPACE;
        return isText && first.v.text.text[0] == '\n';
    }

    void report(const GumboElement &element, const QString &text)
    {
        if (!m_collect || m_issues.size() >= mostIssues)
            return;
        Place place;
        place.line = static_cast<int>(element.start_pos.line);
        m_issues.append({Severity::Should, QStringLiteral("html-dropped"), text, place});
    }

    QByteArray m_out;
    Issues m_issues;
    bool m_collect;
};

GumboOptions fragmentOptions()
{
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    options.max_errors = 0;
    // gumbo leaves the document's mode of a fragment unset: by luck, a table closes a paragraph or
    // does not. Zero is the mode of a page with a doctype.
    options.allocator = [](void *, size_t size) { return std::calloc(1, size); };
    return options;
}

SanitizedHtml pass(QByteArrayView utf8, bool collectIssues)
{
    const GumboOptions options = fragmentOptions();
    GumboOutput *parsed =
        gumbo_parse_with_options(&options, utf8.data(), static_cast<size_t>(utf8.size()));
    Writer writer(collectIssues);
    writer.children(parsed->root->v.element.children);
    gumbo_destroy_output(&options, parsed);
    return writer.take();
}

/// What a parser makes of characters: line breaks alike, none that HTML forbids.
QByteArray asParserReads(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        const bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\f') ||
                             (code >= 0x7f && code < 0xa0);
        if (control || (code >= 0xfdd0 && code <= 0xfdef) || code >= 0xfffe)
            c = QChar::ReplacementCharacter;
    }
    return text.toUtf8();
}

SanitizedHtml asPlainText(QByteArrayView utf8, const QString &reason)
{
    SanitizedHtml plain;
    escapeInto(plain.html, asParserReads(utf8), false);
    Place place;
    place.line = 1;
    plain.issues.append({Severity::Must, QStringLiteral("html-unreadable"), reason, place});
    return plain;
}

} // namespace

SanitizedHtml sanitizeHtml(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return {};
    if (utf8.size() > largest)
        return asPlainText(utf8, Text::tr("This HTML is larger than 4 MB and is shown as text. "
                                          "Split the page."));
    if (nestingBound(utf8) > deepest)
        return asPlainText(utf8, Text::tr("Elements in this HTML are nested deeper than %1 and it "
                                          "is shown as text. End tags are probably missing.")
                                     .arg(deepest));
    SanitizedHtml first = pass(utf8, true);
    // Unwrapping can leave a tree that reads differently when parsed again (a <p> in a <p>), and
    // such a difference is what mutation attacks live on: only a fixed point is handed out.
    for (int i = 0; i < mostPasses; ++i) {
        QByteArray again = pass(first.html, false).html;
        if (again == first.html)
            return first;
        first.html = std::move(again);
    }
    return asPlainText(utf8, Text::tr("This HTML is too tangled to be cleaned and is shown as "
                                      "text. Write it anew."));
}

QByteArray cleanTag(const HtmlToken &tag, Issues &issues)
{
    const bool isBare = tag.source.size() == tag.name.size() + 2;
    if (isBare && fateOf(tag.name) == ElementFate::Keep)
        return '<' + tag.name + '>';
    // Read as a <span>, which may stand anywhere: a <td> alone would be dropped.
    const QByteArray html = "<span" + tag.source.mid(1 + tag.name.size());
    const GumboOptions options = fragmentOptions();
    GumboOutput *parsed =
        gumbo_parse_with_options(&options, html.constData(), static_cast<size_t>(html.size()));
    const GumboVector &nodes = parsed->root->v.element.children;
    const auto *first = nodes.length > 0 ? static_cast<const GumboNode *>(nodes.data[0]) : nullptr;
    Writer writer(true);
    if (first && first->type == GUMBO_NODE_ELEMENT) {
        const GumboElement &element = first->v.element;
        if (fateOf(tag.name) != ElementFate::Frame)
            writer.tag(element, tag.name);
        else
            writer.frame(element);
    }
    gumbo_destroy_output(&options, parsed);
    SanitizedHtml clean = writer.take();
    for (Issue &issue : clean.issues)
        issue.place.line = tag.line + 1;
    issues.append(clean.issues);
    return clean.html;
}

} // namespace kakehashi::security
