#include "takeover/hugo/links/linkplaces.h"

#include "takeover/hugo/links/markdownmask.h"

#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

constexpr qsizetype longestTitle = 1'000;
constexpr int deepestParentheses = 32; // CommonMark's own limit

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

class Finder
{
public:
    explicit Finder(const QString &text) : m_text(text) {}

    QList<LinkPlace> places;

    void markdown()
    {
        definitions();
        blocks();
        QList<qsizetype> open; // brackets of this paragraph
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u'\n' && at + 1 < m_text.size() && m_text.at(at + 1) == u'\n') {
                open.clear();
            } else if (c == u'<') {
                const qsizetype end = endOfTag(m_text, at);
                if (end > 0) {
                    attributes(at, end);
                    at = end - 1;
                }
            } else if (c == u'[') {
                open.append(at);
            } else if (c == u']' && !open.isEmpty()) {
                const qsizetype bracket = open.takeLast();
                if (at + 1 < m_text.size() && m_text.at(at + 1) == u'(')
                    target(at + 2, bracket > 0 && m_text.at(bracket - 1) == u'!');
            }
        }
    }

    void html()
    {
        for (qsizetype at = m_text.indexOf(u'<'); at >= 0;) {
            const qsizetype end = endOfTag(m_text, at);
            if (end > 0)
                attributes(at, end);
            at = m_text.indexOf(u'<', end > 0 ? end : at + 1);
        }
    }

private:
    /// Spaces and one line break, as they may stand between the parts of a link.
    qsizetype skipped(qsizetype at) const
    {
        bool broken = false;
        for (; at < m_text.size(); ++at) {
            if (m_text.at(at) == u'\n' && !broken)
                broken = true;
            else if (!isSpace(m_text.at(at)))
                break;
        }
        return at;
    }

    /// What begins at `at`: "<a b.md>" or "a.md", with balanced parentheses. Empty: no target.
    LinkPlace destination(qsizetype at) const
    {
        LinkPlace place;
        place.begin = at;
        if (at < m_text.size() && m_text.at(at) == u'<') {
            qsizetype end = at + 1;
            while (end < m_text.size() && m_text.at(end) != u'>' && m_text.at(end) != u'<' &&
                   m_text.at(end) != u'\n')
                ++end;
            place.begin = at + 1;
            if (end < m_text.size() && m_text.at(end) == u'>')
                place.length = end - place.begin;
            return place;
        }
        int depth = 0;
        qsizetype end = at;
        for (; end < m_text.size(); ++end) {
            const QChar c = m_text.at(end);
            if (c.unicode() <= 0x20 || c.unicode() == 0x7f)
                break;
            if (c == u'(' && ++depth > deepestParentheses)
                return place;
            if (c == u')' && --depth < 0)
                break;
        }
        if (depth <= 0)
            place.length = end - at;
        return place;
    }

    /// Whether a title or nothing stands at `at`, and then `closing`.
    bool endsWith(qsizetype at, QChar closing) const
    {
        at = skipped(at);
        if (at < m_text.size() && m_text.at(at) == closing)
            return true;
        if (at >= m_text.size() || !QStringLiteral("\"'(").contains(m_text.at(at)))
            return false;
        const QChar quote = m_text.at(at) == u'(' ? QChar(u')') : m_text.at(at);
        const qsizetype end = QStringView(m_text).mid(0, at + longestTitle).indexOf(quote, at + 1);
        if (end < 0)
            return false;
        at = skipped(end + 1);
        return at < m_text.size() && m_text.at(at) == closing;
    }

    void target(qsizetype at, bool isPicture)
    {
        LinkPlace place = destination(skipped(at));
        const qsizetype after = place.begin + place.length;
        const bool isAngled = place.begin > 0 && m_text.at(place.begin - 1) == u'<';
        if (place.length == 0 || !endsWith(isAngled ? after + 1 : after, u')'))
            return;
        place.isPicture = isPicture;
        places.append(place);
    }

    /// `[a]: b.md "title"`, alone on its line. A footnote begins with "[^", and what follows it is
    /// text; so is what follows a bracket within a paragraph.
    void definitions()
    {
        static const QRegularExpression form(
            QStringLiteral("^[ >]{0,12}(?:[-*+] +|\\d{1,9}[.)] +)?\\[(?!\\^)[^\\]\\[\\n]{1,999}\\]:"
                           "[ \\t]*\\n?[ \\t]*(?:<([^<>\\n]+)>|([^\\s<]\\S*))"
                           "[ \\t]*(?:\\n?[ \\t]*(?:\"[^\"\\n]*\"|'[^'\\n]*'|\\([^)\\n]*\\)))?"
                           "[ \\t]*$"),
            QRegularExpression::MultilineOption);
        for (auto each = form.globalMatch(m_text); each.hasNext();) {
            const auto match = each.next();
            LinkPlace place;
            const int group = match.lastCapturedIndex();
            place.begin = match.capturedStart(group);
            place.length = match.capturedLength(group);
            if (!isWithinParagraph(match.capturedStart()))
                places.append(place);
        }
    }

    /// A definition cannot break into a paragraph: the line before is empty, a definition itself
    /// or no text at all.
    bool isWithinParagraph(qsizetype at) const
    {
        if (at < 2)
            return false;
        const qsizetype start = m_text.lastIndexOf(u'\n', at - 2) + 1;
        const QString before = m_text.mid(start, at - 1 - start).trimmed();
        static const QRegularExpression other(
            QStringLiteral("^(?:$|#{1,6}\\s|\\[|>|<|:::|[-*_=]{3,}$|\\x{FFFC}|\"|'|\\()"));
        return !other.match(before).hasMatch();
    }

    /// `::: figure {src=media:a.jpg}`: blocks name media with no other sign.
    void blocks()
    {
        static const QRegularExpression form(QStringLiteral("=[ \\t]*\"?(media:[a-z0-9._-]+)"));
        for (qsizetype at = m_text.indexOf(QLatin1String(":::")); at >= 0;
             at = m_text.indexOf(QLatin1String(":::"), at)) {
            qsizetype end = m_text.indexOf(u'\n', at);
            end = end < 0 ? m_text.size() : end;
            const QString line = m_text.mid(at, end - at);
            for (auto each = form.globalMatch(line); each.hasNext();) {
                const auto match = each.next();
                LinkPlace place;
                place.begin = at + match.capturedStart(1);
                place.length = match.capturedLength(1);
                place.isBlock = true;
                places.append(place);
            }
            at = end;
        }
    }

    void attributes(qsizetype begin, qsizetype end)
    {
        static const QRegularExpression form(
            QStringLiteral("\\s(href|src|poster)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"),
            QRegularExpression::CaseInsensitiveOption);
        const QString tag = m_text.mid(begin, end - begin);
        for (auto each = form.globalMatch(tag); each.hasNext();) {
            const auto match = each.next();
            const int group = match.lastCapturedIndex();
            LinkPlace place;
            place.begin = begin + match.capturedStart(group);
            place.length = match.capturedLength(group);
            place.isHtml = true;
            place.isPicture =
                match.captured(1).compare(QLatin1String("href"), Qt::CaseInsensitive) != 0;
            if (place.length > 0)
                places.append(place);
        }
    }

    const QString m_text; ///< masked
};

} // namespace

QList<LinkPlace> linkPlaces(const QString &body, content::BodyFormat format)
{
    const bool isMarkdown = format == content::BodyFormat::Markdown;
    Finder finder(isMarkdown ? maskedMarkdown(body) : maskedHtml(body));
    if (isMarkdown)
        finder.markdown();
    else
        finder.html();
    QList<LinkPlace> &places = finder.places;
    std::stable_sort(
        places.begin(), places.end(),
        [](const LinkPlace &left, const LinkPlace &right) { return left.begin < right.begin; });
    // One that lies within another was found twice.
    QList<LinkPlace> apart;
    for (const LinkPlace &place : std::as_const(places)) {
        if (apart.isEmpty() || place.begin >= apart.last().begin + apart.last().length)
            apart.append(place);
    }
    return apart;
}

} // namespace kakehashi::takeover
