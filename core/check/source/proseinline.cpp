#include "check/source/proseinline.h"

#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::check {
namespace {

// Longer tags and addresses are none that a person wrote; the bounds keep the scan linear.
constexpr qsizetype longestTag = 1000;
constexpr qsizetype longestTarget = 1000;
constexpr int deepestParentheses = 32;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Visible ASCII that may stand in an address; Japanese text goes on without a space.
bool isAddressPart(QChar c)
{
    return c > u' ' && c < QChar(0x7F) && c != u'<' && c != u'>' && c != u'"' && c != u')' &&
           c != u'|';
}

} // namespace

void InlineProse::hide(Range range)
{
    for (qsizetype i = range.begin; i < range.end(); ++i)
        m_text[i] = SourceText::hidden;
}

void InlineProse::line(Range line)
{
    qsizetype end = line.end();
    while (end > line.begin &&
           (m_source[end - 1] == u' ' || m_source[end - 1] == u'\t' || m_source[end - 1] == u'\r'))
        --end;
    hide({end, line.end() - end});
    m_brackets.clear();
    const Range words{line.begin, end - line.begin};
    for (qsizetype at = words.begin; at < words.end();)
        at = step(at, words);
}

qsizetype InlineProse::step(qsizetype at, Range line)
{
    const qsizetype end = line.end();
    const QChar c = m_source[at];
    const QChar next = at + 1 < end ? m_source[at + 1] : QChar();
    switch (c.unicode()) {
    case u'\\':
        if (next.unicode() > u' ' && next.unicode() < 0x7F && !next.isLetterOrNumber()) {
            hide({at, 1});
            return at + 2;
        }
        return at + 1;
    case u'`':
        return codeSpan(at, end);
    case u'<':
        return tag(at, end);
    case u'|':
        return bar(at, line.begin, end);
    case u'[':
        m_brackets.push_back(at);
        return at + 1;
    case u']':
        return linkTarget(at, end);
    case u'h':
        return address(at, end);
    case u'{':
        if (next == u'#') {
            const qsizetype close = m_source.indexOf(u'}', at);
            if (close >= 0 && close < end) {
                hide({at, close + 1 - at});
                return close + 1;
            }
        }
        return at + 1;
    default:
        return at + 1;
    }
}

qsizetype InlineProse::codeSpan(qsizetype at, qsizetype end)
{
    const auto runAt = [this, end](qsizetype from) {
        qsizetype stop = from;
        while (stop < end && m_source[stop] == u'`')
            ++stop;
        return stop - from;
    };
    const qsizetype length = runAt(at);
    for (qsizetype i = at + length; i < end;) {
        if (m_source[i] != u'`') {
            ++i;
            continue;
        }
        const qsizetype run = runAt(i);
        if (run == length) {
            hide({at, i + run - at});
            return i + run;
        }
        i += run;
    }
    return at + length;
}

qsizetype InlineProse::tag(qsizetype at, qsizetype end)
{
    const QChar next = at + 1 < end ? m_source[at + 1] : QChar();
    if (!isAsciiLetter(next) && next != u'/' && next != u'!')
        return at + 1;
    const qsizetype limit = std::min(end, at + longestTag);
    for (qsizetype i = at + 1; i < limit; ++i) {
        if (m_source[i] == u'>') {
            hide({at, i + 1 - at});
            return i + 1;
        }
    }
    return at + 1;
}

qsizetype InlineProse::bar(qsizetype at, qsizetype begin, qsizetype end)
{
    // With the spaces that pad the cell.
    qsizetype first = at;
    while (first > begin && m_source[first - 1] == u' ')
        --first;
    qsizetype last = at + 1;
    while (last < end && m_source[last] == u' ')
        ++last;
    hide({first, last - first});
    return last;
}

qsizetype InlineProse::address(qsizetype at, qsizetype end)
{
    const QStringView rest = QStringView(m_source).mid(at, std::min<qsizetype>(8, end - at));
    if (!rest.startsWith(QLatin1String("http://")) && !rest.startsWith(QLatin1String("https://")))
        return at + 1;
    qsizetype last = at;
    while (last < end && isAddressPart(m_source[last]))
        ++last;
    hide({at, last - at});
    return last;
}

qsizetype InlineProse::linkTarget(qsizetype bracket, qsizetype end)
{
    if (m_brackets.empty())
        return bracket + 1;
    const qsizetype open = m_brackets.back();
    m_brackets.pop_back();
    if (bracket + 1 >= end || m_source[bracket + 1] != u'(')
        return bracket + 1;
    const qsizetype begin = bracket + 2;
    const qsizetype limit = std::min(end, begin + longestTarget);
    qsizetype stop = begin;
    int depth = 0;
    for (; stop < limit && m_source[stop] != u' '; ++stop) {
        if (m_source[stop] == u'(' && ++depth > deepestParentheses)
            return bracket + 1;
        if (m_source[stop] == u')' && --depth < 0)
            break;
    }
    if (stop >= limit)
        return bracket + 1;
    qsizetype close = stop;
    if (m_source[stop] == u' ') {
        // A title follows; visitors read it, so only what is around it is hidden.
        close = m_source.indexOf(QLatin1String("\")"), stop);
        if (close < 0 || close >= limit || stop + 1 >= close || m_source[stop + 1] != u'"')
            return bracket + 1;
        hide({stop, 2});
        hide({close, 1});
        ++close;
    }
    hide({bracket, stop - bracket});
    hide({close, 1});
    const bool isPicture = open > 0 && m_source[open - 1] == u'!';
    hide({isPicture ? open - 1 : open, isPicture ? 2 : 1});
    m_links.push_back({{open + 1, bracket - open - 1}, {begin, stop - begin}, isPicture});
    return close + 1;
}

void InlineProse::blockFence(Range line)
{
    static const QRegularExpression values(QStringLiteral(
        R"re(\b(?:title|caption|alt|label|summary|note)=(?:"([^"]*)"|([^\s"}]+)))re"));
    const QString text = m_source.mid(line.begin, line.length);
    hide(line);
    for (auto each = values.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        const int group = match.capturedStart(1) >= 0 ? 1 : 2;
        for (qsizetype i = match.capturedStart(group); i < match.capturedEnd(group); ++i)
            m_text[line.begin + i] = text[i];
    }
}

} // namespace kakehashi::check
