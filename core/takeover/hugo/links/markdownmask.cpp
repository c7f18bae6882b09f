#include "takeover/hugo/links/markdownmask.h"

#include "takeover/hugo/links/codelines.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

constexpr qsizetype longestTag = 4'000;
constexpr qsizetype longestShortcode = 4'000;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isPunctuation(QChar c)
{
    return c.unicode() < 0x7f && c > u' ' && !isAsciiLetter(c) && !(c >= u'0' && c <= u'9');
}

/// Where words come next, asked with rising positions: each place is looked for once.
class Next
{
public:
    Next(const QString &text, QString words) : m_text(text), m_words(std::move(words)) {}

    /// -1 when there is none from `at` on.
    qsizetype from(qsizetype at)
    {
        if (m_found != none && m_found < at)
            m_found = m_text.indexOf(m_words, at, Qt::CaseInsensitive);
        return m_found;
    }

private:
    static constexpr qsizetype none = -1;

    const QString &m_text;
    QString m_words;
    qsizetype m_found = -2; ///< not looked for yet
};

/// The runs of backticks of one paragraph.
class Backticks
{
public:
    Backticks(const QString &text, qsizetype begin, qsizetype end)
    {
        for (qsizetype at = begin; at < end; ++at) {
            const qsizetype start = at;
            while (at < end && text.at(at) == u'`')
                ++at;
            if (at > start)
                m_runs[at - start].append(start);
        }
    }

    /// The run of this length that begins at or after `at`; -1: none.
    qsizetype next(qsizetype length, qsizetype at)
    {
        const auto runs = m_runs.constFind(length);
        if (runs == m_runs.cend())
            return -1;
        const auto found = std::lower_bound(runs->cbegin(), runs->cend(), at);
        return found == runs->cend() ? -1 : *found;
    }

private:
    QHash<qsizetype, QList<qsizetype>> m_runs; ///< length → where
};

class Mask
{
public:
    Mask(const QString &text, bool isMarkdown)
        : m_text(text)
        , m_masked(text)
        , m_isMarkdown(isMarkdown)
        , m_commentEnd(text, QStringLiteral("-->"))
        , m_shortcodeEnd(text, QStringLiteral("}}"))
        , m_scriptEnd(text, QStringLiteral("</script"))
        , m_styleEnd(text, QStringLiteral("</style"))
        , m_preEnd(text, QStringLiteral("</pre"))
    {}

    QString made()
    {
        if (m_isMarkdown)
            hideCodeLines();
        qsizetype at = 0;
        while (at < m_text.size()) {
            const qsizetype end = m_isMarkdown ? endOfParagraph(at) : m_text.size();
            at = paragraph(at, end);
        }
        return m_masked;
    }

private:
    void hide(qsizetype begin, qsizetype end)
    {
        for (qsizetype at = begin; at < end; ++at)
            if (m_text.at(at) != u'\n')
                m_masked[at] = maskMark;
    }

    /// A comment or a script over several lines may hold what looks like a fence.
    void hideCodeLines()
    {
        CodeLines code;
        for (qsizetype begin = 0; begin < m_text.size();) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            end = end < 0 ? m_text.size() : end;
            const QString line = m_text.mid(begin, end - begin);
            if (code.covers(line)) {
                hide(begin, end);
            } else if (const qsizetype close = endOfHtmlBlock(line, begin); close > end) {
                code.skipped();
                const qsizetype next = m_text.indexOf(u'\n', close);
                end = next < 0 ? m_text.size() : next;
            }
            begin = end + 1;
        }
    }

    /// Where a block that begins with this line and holds no Markdown ends; -1: it begins none.
    qsizetype endOfHtmlBlock(const QString &line, qsizetype begin)
    {
        static const QRegularExpression start(
            QStringLiteral("^ {0,3}<(!--|script|style|pre|textarea)(?=[\\s>-]|$)"),
            QRegularExpression::CaseInsensitiveOption);
        const auto match = start.match(line);
        if (!match.hasMatch())
            return -1;
        const QString name = match.captured(1).toLower();
        const qsizetype close =
            m_text.indexOf(name == QLatin1String("!--") ? QStringLiteral("-->")
                                                        : QString(QStringLiteral("</") + name),
                           begin + match.capturedEnd(), Qt::CaseInsensitive);
        return close < 0 ? m_text.size() : close;
    }

    qsizetype endOfParagraph(qsizetype at) const
    {
        for (qsizetype end = m_text.indexOf(u'\n', at); end >= 0;
             end = m_text.indexOf(u'\n', end + 1)) {
            qsizetype next = end + 1;
            while (next < m_text.size() && (m_text.at(next) == u' ' || m_text.at(next) == u'\t'))
                ++next;
            if (next >= m_text.size() || m_text.at(next) == u'\n')
                return end + 1;
        }
        return m_text.size();
    }

    /// Returns where the next one begins: behind `end` when a comment leads there.
    qsizetype paragraph(qsizetype at, qsizetype end)
    {
        Backticks ticks(m_masked, at, end);
        while (at < end) {
            const QChar c = m_masked.at(at);
            if (c == u'\\' && m_isMarkdown && at + 1 < end && isPunctuation(m_masked.at(at + 1))) {
                hide(at, at + 2);
                at += 2;
            } else if (c == u'`' && m_isMarkdown) {
                at = codeSpan(at, end, ticks);
            } else if (c == u'<') {
                at = element(at, end);
            } else if (c == u'{' && at + 1 < end && m_text.at(at + 1) == u'{') {
                at = shortcode(at);
            } else {
                ++at;
            }
        }
        return at;
    }

    qsizetype codeSpan(qsizetype at, qsizetype end, Backticks &ticks)
    {
        qsizetype after = at;
        while (after < end && m_masked.at(after) == u'`')
            ++after;
        const qsizetype close = ticks.next(after - at, after);
        if (close < 0)
            return after;
        hide(at, close + (after - at));
        return close + (after - at);
    }

    qsizetype shortcode(qsizetype at)
    {
        const qsizetype close = m_shortcodeEnd.from(at);
        const qsizetype line = m_text.indexOf(u'\n', at);
        const bool isOpen = close < 0 || close - at > longestShortcode;
        const qsizetype end = isOpen ? (line < 0 ? m_text.size() : line) : close + 2;
        hide(at, end);
        return end;
    }

    bool startsLine(qsizetype at) const
    {
        while (at > 0 && (m_text.at(at - 1) == u' ' || m_text.at(at - 1) == u'\t'))
            --at;
        return at == 0 || m_text.at(at - 1) == u'\n';
    }

    qsizetype comment(qsizetype at, qsizetype paragraphEnd)
    {
        const qsizetype close = m_commentEnd.from(at + 2); // "<!-->" is a whole one
        const qsizetype end = close < 0 ? m_text.size() : close + 3;
        if (end > paragraphEnd && m_isMarkdown && !startsLine(at))
            return at + 1; // as it stands, that is text
        hide(at, end);
        return end;
    }

    qsizetype element(qsizetype at, qsizetype paragraphEnd)
    {
        const QStringView from = QStringView(m_text).mid(at);
        if (from.startsWith(QLatin1String("<!--")))
            return comment(at, paragraphEnd);
        const qsizetype end = endOfTag(m_text, at);
        if (end < 0)
            return at + 1;
        if (isNamed(from, QLatin1String("script")))
            return hidden(end, m_scriptEnd);
        if (isNamed(from, QLatin1String("style")))
            return hidden(end, m_styleEnd);
        if (isNamed(from, QLatin1String("pre")) && m_isMarkdown)
            hideMarks(end, m_preEnd.from(end));
        return end;
    }

    static bool isNamed(QStringView tag, QLatin1String name)
    {
        const qsizetype after = name.size() + 1;
        return tag.mid(1).startsWith(name, Qt::CaseInsensitive) && tag.size() > after &&
               !tag.at(after).isLetterOrNumber();
    }

    qsizetype hidden(qsizetype begin, Next &closing)
    {
        const qsizetype close = closing.from(begin);
        const qsizetype end = close < 0 ? m_text.size() : close;
        hide(begin, end);
        return end;
    }

    /// Within <pre> there is no Markdown, but there are links.
    void hideMarks(qsizetype begin, qsizetype end)
    {
        for (qsizetype at = begin; at < end; ++at) {
            const QChar c = m_text.at(at);
            if (c == u'[' || c == u']' || c == u'`' || c == u'\\')
                m_masked[at] = maskMark;
        }
    }

    const QString &m_text;
    QString m_masked;
    bool m_isMarkdown;
    Next m_commentEnd;
    Next m_shortcodeEnd;
    Next m_scriptEnd;
    Next m_styleEnd;
    Next m_preEnd;
};

} // namespace

qsizetype endOfTag(const QString &text, qsizetype at)
{
    qsizetype end = at + 1;
    if (end < text.size() && text.at(end) == u'/')
        ++end;
    if (end >= text.size() || !isAsciiLetter(text.at(end)))
        return -1;
    QChar quote;
    const qsizetype limit = std::min(text.size(), at + longestTag);
    for (; end < limit; ++end) {
        const QChar c = text.at(end);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if ((c == u'"' || c == u'\'') && text.at(end - 1) == u'=')
            quote = c;
        else if (c == u'>')
            return end + 1;
        else if (c == u'<')
            return -1;
    }
    return -1;
}

QString maskedMarkdown(const QString &text)
{
    return Mask(text, true).made();
}

QString maskedHtml(const QString &text)
{
    return Mask(text, false).made();
}

} // namespace kakehashi::takeover
