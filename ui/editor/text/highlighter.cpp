#include "ui/editor/text/highlighter.h"

#include "ui/style/style.h"

namespace kakehashi::ui {

namespace {

enum LineState { Normal = 0, InFence = 1 };

qsizetype indentOf(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && (text.at(at) == u' ' || text.at(at) == u'\t'))
        ++at;
    return at;
}

bool isFence(QStringView line)
{
    return line.startsWith(QLatin1String("```")) || line.startsWith(QLatin1String("~~~"));
}

/// Length of "- ", "* ", "+ " or "12. " at the start of a line, or 0.
qsizetype listMarker(QStringView line)
{
    if (line.size() >= 2 && QStringView(u"-*+").contains(line.front()) && line.at(1) == u' ')
        return 2;
    qsizetype digits = 0;
    while (digits < line.size() && line.at(digits).isDigit())
        ++digits;
    const bool isNumber = digits > 0 && digits + 1 < line.size() &&
                          (line.at(digits) == u'.' || line.at(digits) == u')') &&
                          line.at(digits + 1) == u' ';
    return isNumber ? digits + 2 : 0;
}

} // namespace

Highlighter::Highlighter(QTextDocument *document) : QSyntaxHighlighter(document)
{
    takeColors();
}

void Highlighter::takeColors()
{
    const style::Tokens &t = style::tokens();
    m_heading.setFontWeight(QFont::Bold);
    m_heading.setForeground(t.text);
    m_strong.setFontWeight(QFont::Bold);
    m_emphasis.setFontItalic(true);
    m_code.setForeground(t.success);
    m_link.setForeground(t.accent);
    m_mark.setForeground(t.muted);
    m_block.setForeground(t.warning);
    m_block.setFontWeight(QFont::DemiBold);
    m_html.setForeground(t.muted);
    rehighlight();
}

void Highlighter::format(qsizetype from, qsizetype count, const QTextCharFormat &format)
{
    setFormat(static_cast<int>(from), static_cast<int>(count), format);
}

void Highlighter::highlightBlock(const QString &text)
{
    const QStringView line = QStringView(text).mid(indentOf(text));
    const bool wasInFence = previousBlockState() == InFence;
    if (isFence(line)) {
        setCurrentBlockState(wasInFence ? Normal : InFence);
        format(0, text.size(), m_code);
        return;
    }
    setCurrentBlockState(wasInFence ? InFence : Normal);
    if (wasInFence) {
        format(0, text.size(), m_code);
        return;
    }
    if (!highlightWholeLine(text))
        highlightInline(text, 0);
}

bool Highlighter::highlightWholeLine(const QString &text)
{
    const qsizetype indent = indentOf(text);
    const QStringView line = QStringView(text).mid(indent);
    if (line.startsWith(QLatin1String(":::")) || line == QLatin1String("+++")) {
        format(0, text.size(), m_block);
        return true;
    }
    if (line.startsWith(u'#')) {
        const qsizetype level =
            std::find_if(line.cbegin(), line.cend(), [](QChar c) { return c != u'#'; }) -
            line.cbegin();
        if (level <= 6 && level < line.size() && line.at(level) == u' ') {
            format(0, text.size(), m_heading);
            format(indent, level, m_mark);
            return true;
        }
    }
    if (line.startsWith(u'>'))
        format(indent, 1, m_mark);
    if (const qsizetype marker = listMarker(line); marker > 0)
        format(indent, marker - 1, m_mark);
    return false;
}

void Highlighter::highlightInline(const QString &text, qsizetype from)
{
    qsizetype at = from;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c == u'\\') {
            at += 2;
        } else if (c == u'`' || c == u'*' || c == u'_' || c == u'~') {
            at = highlightDelimited(text, at);
        } else if (c == u'[' || (c == u'!' && at + 1 < text.size() && text.at(at + 1) == u'[')) {
            at = highlightLink(text, at);
        } else if (c == u'<') {
            const qsizetype end = text.indexOf(u'>', at);
            if (end > at)
                format(at, end - at + 1, m_html);
            at = std::max(at, end) + 1;
        } else {
            if (c == u'|')
                format(at, 1, m_mark);
            ++at;
        }
    }
}

qsizetype Highlighter::highlightDelimited(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    qsizetype run = 1;
    while (at + run < text.size() && text.at(at + run) == c)
        ++run;
    const bool insideWord = c == u'_' && at > 0 && text.at(at - 1).isLetterOrNumber();
    const qsizetype end = text.indexOf(QString(run, c), at + run);
    if (insideWord || run > 3 || end < 0 || end == at + run)
        return at + run;
    const QTextCharFormat &shape = c == u'`' ? m_code : run >= 2 ? m_strong : m_emphasis;
    format(at, end + run - at, shape);
    return end + run;
}

qsizetype Highlighter::highlightLink(const QString &text, qsizetype at)
{
    const qsizetype middle = text.indexOf(QLatin1String("]("), at);
    const qsizetype end = middle < 0 ? -1 : text.indexOf(u')', middle);
    if (end < 0)
        return at + 1;
    format(at, middle - at + 1, m_link);
    format(middle + 1, end - middle, m_mark);
    return end + 1;
}

} // namespace kakehashi::ui
