#include "takeover/hugo/links/codelines.h"

#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

constexpr qsizetype codeIndent = 4;

/// Columns of white space at the start; a tab goes to the next column that is a multiple of 4.
qsizetype indentOf(QStringView line)
{
    qsizetype column = 0;
    for (const QChar c : line) {
        if (c == u'\t')
            column += codeIndent - column % codeIndent;
        else if (c == u' ')
            ++column;
        else
            break;
    }
    return column;
}

qsizetype runOf(QStringView text, QChar mark)
{
    qsizetype length = 0;
    while (length < text.size() && text.at(length) == mark)
        ++length;
    return length;
}

bool isQuote(QStringView line)
{
    return line.trimmed().startsWith(u'>');
}

/// A list's item, or a footnote: what follows indented belongs to it.
bool opensList(const QString &line)
{
    static const QRegularExpression item(
        QStringLiteral("^[ >]*(?:[-*+]|\\d{1,9}[.)]|\\[\\^[^\\]\\s]+\\]:)(?:\\s|$)"));
    return item.match(line).hasMatch();
}

} // namespace

bool CodeLines::isFenceEnd(QStringView rest) const
{
    const QStringView text = rest.trimmed();
    return runOf(text, m_mark) >= m_marks && runOf(text, m_mark) == text.size();
}

/// Within quotes and lists too: "> ```", "- ~~~ toml".
bool CodeLines::opensFence(const QString &line)
{
    static const QRegularExpression fence(
        QStringLiteral("^[ \\t]*((?:>[ \\t]*)*)(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*"
                       "(`{3,}(?=[^`]*$)|~{3,})"));
    const auto match = fence.match(line);
    if (!match.hasMatch())
        return false;
    m_mark = match.capturedView(2).front();
    m_marks = match.capturedLength(2);
    m_isQuoted = match.capturedLength(1) > 0;
    m_isInList = m_isInList || opensList(line);
    return true;
}

bool CodeLines::covers(const QString &line)
{
    if (!m_mark.isNull()) {
        if (!m_isQuoted || isQuote(line)) {
            QStringView rest(line);
            while (m_isQuoted && isQuote(rest))
                rest = rest.trimmed().mid(1);
            if (isFenceEnd(rest))
                m_mark = QChar();
            return true;
        }
        m_mark = QChar(); // the quote is over, and its code with it
    }
    const bool isBlank = line.trimmed().isEmpty();
    const bool isDeep = indentOf(line) >= codeIndent;
    const bool wasIndented = std::exchange(m_isIndented, false);
    if (isBlank) {
        m_isIndented = wasIndented;
        m_isAfterBlank = true;
        return false;
    }
    const bool isFresh = std::exchange(m_isAfterBlank, false);
    if (isDeep && !m_isInList && (isFresh || wasIndented)) {
        m_isIndented = true;
        return true;
    }
    if ((!isDeep || m_isInList) && opensFence(line))
        return true;
    if (opensList(line))
        m_isInList = true;
    else if (isFresh && indentOf(line) == 0)
        m_isInList = false;
    // An indented line after a heading is code as after a blank one.
    static const QRegularExpression heading(QStringLiteral("^ {0,3}#{1,6}(?:\\s|$)"));
    m_isAfterBlank = heading.match(line).hasMatch();
    return false;
}

} // namespace kakehashi::takeover
