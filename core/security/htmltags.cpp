#include "security/htmltags.h"

#include "security/htmlallowlist.h"
#include "security/htmlsanitizer.h"
#include "security/htmlscan.h"

#include <gumbo.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::HtmlSanitizer)
};

constexpr qsizetype mostIssues = 100;

bool isIn(QByteArrayView name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *each) { return name == QByteArrayView(each); });
}

/// Whether the tag ends with "/>" as XML has it; in `<a href=/a/>` the "/" is the address's.
bool endsItself(QByteArrayView tag)
{
    if (tag.size() < 3 || tag[tag.size() - 2] != '/')
        return false;
    for (qsizetype at = tag.size() - 3; at > 0; --at) {
        if (tag[at] == '=')
            return false;
        if (QByteArrayView(" \t\r\n\f\"'").contains(tag[at]))
            break;
    }
    return true;
}

/// What these hold is no text of the page.
bool hidesContents(const QByteArray &name)
{
    return fateOf(name) == ElementFate::Discard && !isVoidElement(name);
}

/// A parser takes no tags within these.
bool holdsBareText(QByteArrayView name)
{
    return isIn(name,
                {"script", "style", "noembed", "noframes", "iframe", "textarea", "title", "xmp"});
}

bool isHtmlElement(const QByteArray &name)
{
    return gumbo_tagn_enum(name.constData(), static_cast<unsigned>(name.size())) !=
           GUMBO_TAG_UNKNOWN;
}

/// Reads the parts one after the other; names are looked for in a copy in lower case.
class Reader
{
public:
    explicit Reader(QByteArrayView utf8) : m_html(utf8.toByteArray()), m_lower(m_html.toLower()) {}

    HtmlTokens read()
    {
        qsizetype at = 0;
        while (at < m_html.size()) {
            qsizetype begin = m_lower.indexOf('<', at);
            begin = begin < 0 ? m_html.size() : begin;
            add(HtmlToken::Kind::Text, {}, at, begin);
            at = begin < m_html.size() ? tagOrOther(begin) : begin;
        }
        return std::move(m_found);
    }

private:
    void add(HtmlToken::Kind kind, const QByteArray &name, qsizetype from, qsizetype to)
    {
        if (to <= from)
            return;
        m_line +=
            static_cast<int>(std::count(m_html.begin() + m_counted, m_html.begin() + from, '\n'));
        m_counted = from;
        m_found.tokens.push_back({kind, name, m_html.mid(from, to - from), m_line});
    }

    void report(qsizetype at, const QString &text)
    {
        if (m_found.issues.size() >= mostIssues)
            return;
        Place place;
        place.line =
            m_line + 1 +
            static_cast<int>(std::count(m_html.begin() + m_counted, m_html.begin() + at, '\n'));
        m_found.issues.append({Severity::Should, QStringLiteral("html-dropped"), text, place});
    }

    /// Returns the place behind what begins with the "<" at `at`.
    qsizetype tagOrOther(qsizetype at)
    {
        const Tag tag = tagAt(m_lower, at);
        const bool isEnded = tag.end > at + 1 && m_html[tag.end - 1] == '>';
        if (tag.name.isEmpty())
            return other(at, tag.end);
        if (!isEnded) { // the rest of the part would become its attributes
            add(HtmlToken::Kind::Text, {}, at, m_html.size());
            return m_html.size();
        }
        return tag.closes ? close(at, tag) : open(at, tag);
    }

    qsizetype other(qsizetype at, qsizetype end)
    {
        const QByteArrayView what = QByteArrayView(m_html).sliced(at, end - at);
        if (what.size() == 1)
            add(HtmlToken::Kind::Text, {}, at, end);
        else if (what.startsWith("<!--") && !what.endsWith("-->") && !what.endsWith("--!>"))
            m_found.endsWithin = "<!--";
        return end;
    }

    qsizetype close(qsizetype at, const Tag &tag)
    {
        if (fateOf(tag.name) == ElementFate::Keep && !isVoidElement(tag.name))
            add(HtmlToken::Kind::Close, tag.name, at, tag.end);
        else if (!isHtmlElement(tag.name))
            add(HtmlToken::Kind::Unknown, tag.name, at, tag.end);
        return tag.end;
    }

    qsizetype open(qsizetype at, const Tag &tag)
    {
        const ElementFate fate = fateOf(tag.name);
        if (fate == ElementFate::Keep) {
            const bool isWhole =
                isVoidElement(tag.name) ||
                (endsItself(QByteArrayView(m_html).sliced(at, tag.end - at)) && !closesLater(tag));
            add(isWhole ? HtmlToken::Kind::Whole : HtmlToken::Kind::Open, tag.name, at, tag.end);
            return tag.end;
        }
        if (fate == ElementFate::Frame)
            add(HtmlToken::Kind::Whole, tag.name, at, tag.end);
        else if (!isHtmlElement(tag.name) && !hidesContents(tag.name)) {
            add(HtmlToken::Kind::Unknown, tag.name, at, tag.end);
            return tag.end;
        } else if (hidesContents(tag.name))
            report(at, Text::tr("<%1> is not allowed in pages and was left out.")
                           .arg(QString::fromUtf8(tag.name)));
        else
            report(at, Text::tr("<%1> is not allowed in pages; its text was kept.")
                           .arg(QString::fromUtf8(tag.name)));
        return contents(tag);
    }

    /// Returns the place from which on tags count again.
    qsizetype contents(const Tag &tag)
    {
        const bool hides = hidesContents(tag.name);
        const bool isBare = holdsBareText(tag.name);
        if ((!hides && !isBare) || isVoidElement(tag.name))
            return tag.end;
        const qsizetype end = endOf(tag);
        if (end < 0 && !hides)
            return tag.end;
        if (end < 0) {
            m_found.endsWithin = '<' + tag.name;
            return isBare ? m_html.size() : tag.end;
        }
        if (!hides && tag.name != "iframe")
            add(HtmlToken::Kind::Text, {}, tag.end, end);
        return tagAt(m_lower, end).end;
    }

    /// Where the element's end tag begins, or -1. One within another ends both: what is hidden is
    /// no text.
    qsizetype endOf(const Tag &tag)
    {
        if (m_endless.contains(tag.name))
            return -1;
        const QByteArray closing = "</" + tag.name;
        for (qsizetype at = m_lower.indexOf(closing, tag.end); at >= 0;
             at = m_lower.indexOf(closing, at + 1))
            if (tagAt(m_lower, at).name == tag.name)
                return at;
        m_endless.insert(tag.name);
        return -1;
    }

    /// To HTML the "/" of `<a href="x"/>` says nothing: what follows up to `</a>` is the link.
    bool closesLater(const Tag &tag)
    {
        qsizetype next = m_next.value(tag.name, -1);
        while (next >= 0 && next < tag.end)
            next = tagNamed(tag.name, next + 1);
        next = next < 0 ? tagNamed(tag.name, tag.end) : next;
        m_next.insert(tag.name, next);
        return next < m_html.size() && tagAt(m_lower, next).closes;
    }

    /// Where the next tag of this name begins, or the end.
    qsizetype tagNamed(const QByteArray &name, qsizetype from)
    {
        for (qsizetype at = m_lower.indexOf('<', from); at >= 0; at = m_lower.indexOf('<', at + 1))
            if (tagAt(m_lower, at).name == name)
                return at;
        return m_html.size();
    }

    QByteArray m_html;
    QByteArray m_lower;
    HtmlTokens m_found;
    QHash<QByteArray, qsizetype> m_next; ///< where a tag of the name was found
    QSet<QByteArray> m_endless;          ///< whose end tag does not come any more
    qsizetype m_counted = 0;             ///< up to which m_line is counted
    int m_line = 0;
};

} // namespace

HtmlTokens tokensOf(QByteArrayView utf8)
{
    return Reader(utf8).read();
}

bool endsBefore(QByteArrayView open, QByteArrayView next)
{
    if (open == "li")
        return next == "li";
    if (isIn(open, {"dt", "dd"}))
        return isIn(next, {"dt", "dd"});
    if (isIn(open, {"td", "th"}))
        return isIn(next, {"td", "th", "tr", "tbody", "thead", "tfoot"});
    if (open == "tr")
        return isIn(next, {"tr", "tbody", "thead", "tfoot"});
    if (isIn(open, {"tbody", "thead", "tfoot"}))
        return isIn(next, {"tbody", "thead", "tfoot"});
    return isIn(open, {"rt", "rp"}) && isIn(next, {"rt", "rp"});
}

bool isComplete(const HtmlTokens &part)
{
    if (!part.endsWithin.isEmpty())
        return false;
    QList<QByteArray> open;
    const auto mayStayOpen = [](const QByteArray &name) {
        return isIn(name, {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "rt",
                           "rp", "colgroup", "caption"});
    };
    for (const HtmlToken &token : part.tokens) {
        if (token.kind == HtmlToken::Kind::Open)
            open.append(token.name);
        if (token.kind != HtmlToken::Kind::Close)
            continue;
        while (!open.isEmpty() && open.last() != token.name && mayStayOpen(open.last()))
            open.removeLast();
        if (open.isEmpty() || open.last() != token.name)
            return false;
        open.removeLast();
    }
    return open.isEmpty();
}

QByteArray cleanText(const QByteArray &text)
{
    if (std::none_of(text.cbegin(), text.cend(), [](char c) {
            return c == '&' || c == '<' || c == '>' || (c >= 0 && c < ' ' && c != '\n') ||
                   c == 0x7f;
        }))
        return text;
    return sanitizeHtml(QByteArray(text).replace('<', "&lt;")).html;
}

} // namespace kakehashi::security
