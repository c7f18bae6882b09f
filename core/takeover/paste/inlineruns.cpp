#include "takeover/paste/inlineruns.h"

#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

bool isJapanese(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) ||
           (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef);
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\u00a0';
}

bool isInvisible(QChar c)
{
    return c == u'\u200b' || c == u'\ufeff' || c == u'\u00ad' || c == u'\u2060' ||
           (c.category() == QChar::Other_Control && !isBlank(c));
}

/// Runs of white space become one space, or nothing for a line end between Japanese letters.
QString collapsed(const QString &text, QChar before)
{
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        if (!isBlank(text.at(at))) {
            if (!isInvisible(text.at(at)))
                out += text.at(at);
            ++at;
            continue;
        }
        bool hasLineEnd = false;
        for (; at < text.size() && isBlank(text.at(at)); ++at)
            hasLineEnd = hasLineEnd || text.at(at) == u'\n' || text.at(at) == u'\r';
        const QChar left = out.isEmpty() ? before : out.back();
        const bool inJapanese =
            hasLineEnd && isJapanese(left) && at < text.size() && isJapanese(text.at(at));
        if (!inJapanese)
            out += u' ';
    }
    return out;
}

QString safeTarget(const QString &link)
{
    QString target;
    for (const QChar c : link) {
        if (c == u' ' || c == u'(' || c == u')' || c == u'<' || c == u'>' || c == u'\\' ||
            c == u'|' || c.category() == QChar::Other_Control)
            target += QStringLiteral("%%1").arg(c.unicode(), 2, 16, QLatin1Char('0')).toUpper();
        else
            target += c;
    }
    return target;
}

QString codeSpan(const QString &text)
{
    qsizetype longest = 0; // the marks around it are longer than any run within
    for (qsizetype at = 0, run = 0; at < text.size(); ++at) {
        run = text.at(at) == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const bool touches = text.startsWith(u'`') || text.endsWith(u'`');
    const QString air = touches ? QStringLiteral(" ") : QString();
    return fence + air + text + air + fence;
}

/// Marks stand at the letters: the spaces at the ends go outside.
QString marked(const QString &inner, const QString &open, const QString &close)
{
    qsizetype from = 0;
    qsizetype to = inner.size();
    while (from < to && inner.at(from).isSpace())
        ++from;
    while (to > from && inner.at(to - 1).isSpace())
        --to;
    if (from == to)
        return inner;
    return inner.first(from) + open + inner.mid(from, to - from) + close + inner.mid(to);
}

} // namespace

QString escapedInline(const QString &text, bool inCell)
{
    static const QRegularExpression entity(QStringLiteral("\\A&(#[0-9]+|#[xX][0-9a-fA-F]+|"
                                                          "[A-Za-z][A-Za-z0-9]*);"));
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar();
        const QChar before = at > 0 ? text.at(at - 1) : QChar();
        bool guard = c == u'\\' || c == u'`' || c == u'*' || c == u'[' || c == u'~';
        guard = guard || (c == u'_' && !(before.isLetterOrNumber() && next.isLetterOrNumber()));
        guard = guard || (c == u'<' && (next.isLetter() || next == u'/' || next == u'!' ||
                                        next == u'?' || next.isNull()));
        guard = guard || (c == u'&' && entity.match(text.mid(at, 40)).hasMatch());
        guard = guard || (c == u'|' && inCell);
        if (guard)
            out += u'\\';
        out += c;
    }
    return out;
}

QString escapedLineStart(const QString &line)
{
    static const QRegularExpression number(QStringLiteral("\\A([0-9]{1,9})([.)])(?=\\s|\\z)"));
    static const QRegularExpression sign(
        QStringLiteral("\\A([-+](?=\\s|\\z)|#{1,6}(?=\\s|\\z)|>|:{3,}|-{2,}\\s*\\z|=+\\s*\\z)"));
    if (const auto match = number.match(line); match.hasMatch())
        return match.captured(1) + u'\\' + line.mid(match.capturedLength(1));
    return sign.match(line).hasMatch() ? QString(u'\\' + line) : line;
}

void InlineRuns::addText(const QString &text, const InlineStyle &style)
{
    const QChar before = m_runs.isEmpty() || m_runs.constLast().text.isEmpty()
                             ? QChar()
                             : m_runs.constLast().text.back();
    QString words = collapsed(text, before);
    if (words.startsWith(u' ') && endsWithSpace())
        words.remove(0, 1);
    if (words.isEmpty())
        return;
    // A space alone is neither bold nor a link.
    const bool isSpace = words == QLatin1String(" ");
    if (!m_runs.isEmpty() && m_runs.constLast().kind == Run::Kind::Text &&
        (m_runs.constLast().style == style || (isSpace && !m_runs.constLast().style.code))) {
        m_runs.last().text += words;
        return;
    }
    m_runs.append({Run::Kind::Text, words, isSpace ? InlineStyle() : style});
}

void InlineRuns::addBreak()
{
    m_runs.append({Run::Kind::Break, {}, {}});
}

void InlineRuns::addRaw(const QString &markdown)
{
    m_runs.append({Run::Kind::Raw, markdown, {}});
}

void InlineRuns::append(const InlineRuns &other)
{
    if (!isEmpty() && !other.isEmpty() && !endsWithSpace())
        addText(QStringLiteral(" "), {});
    m_runs += other.m_runs;
}

bool InlineRuns::endsWithSpace() const
{
    if (m_runs.isEmpty() || m_runs.constLast().kind == Run::Kind::Break)
        return true;
    return m_runs.constLast().kind == Run::Kind::Text && m_runs.constLast().text.endsWith(u' ');
}

bool InlineRuns::isEmpty() const
{
    return std::none_of(m_runs.cbegin(), m_runs.cend(), [](const Run &run) {
        return run.kind == Run::Kind::Raw ||
               (run.kind == Run::Kind::Text && !run.text.trimmed().isEmpty());
    });
}

bool InlineRuns::isRich() const
{
    return std::any_of(m_runs.cbegin(), m_runs.cend(), [](const Run &run) {
        return run.kind == Run::Kind::Raw || run.style != InlineStyle();
    });
}

void InlineRuns::dropBold()
{
    QList<Run> runs;
    runs.swap(m_runs);
    for (Run &run : runs) {
        run.style.bold = false;
        const bool joins = !m_runs.isEmpty() && run.kind == Run::Kind::Text &&
                           m_runs.constLast().kind == Run::Kind::Text &&
                           m_runs.constLast().style == run.style;
        if (joins)
            m_runs.last().text += run.text;
        else
            m_runs.append(run);
    }
}

QList<InlineRuns::Run> InlineRuns::trimmed() const
{
    QList<Run> runs = m_runs;
    const auto isAir = [](const Run &run) {
        return run.kind == Run::Kind::Break ||
               (run.kind == Run::Kind::Text && run.text.trimmed().isEmpty());
    };
    while (!runs.isEmpty() && isAir(runs.constFirst()))
        runs.removeFirst();
    while (!runs.isEmpty() && isAir(runs.constLast()))
        runs.removeLast();
    return runs;
}

QString InlineRuns::leaf(const Run &run, Context context)
{
    const bool inCell = context == Context::Cell;
    if (run.kind == Run::Kind::Raw)
        return run.text;
    if (run.kind == Run::Kind::Break)
        return context == Context::Paragraph ? QStringLiteral("\\\n")
               : inCell                      ? QStringLiteral("<br>")
                                             : QStringLiteral(" ");
    if (run.style.code)
        return codeSpan(inCell ? QString(run.text).replace(u'|', QStringLiteral("\\|")) : run.text);
    return escapedInline(run.text, inCell);
}

/// What neighbours share on a level: a link, then bold, and so on.
QString InlineRuns::markOf(const Run &run, int level)
{
    switch (level) {
    case 0:
        return run.style.link;
    case 1:
        return run.style.bold ? QStringLiteral("**") : QString();
    case 2:
        return run.style.italic ? QStringLiteral("*") : QString();
    case 3:
        return run.style.struck ? QStringLiteral("~~") : QString();
    default:
        return run.style.tag;
    }
}

QString InlineRuns::group(const QList<Run> &runs, Context context, int level)
{
    constexpr int levels = 5;
    QString out;
    for (qsizetype at = 0; at < runs.size();) {
        if (level == levels) {
            out += leaf(runs.at(at++), context);
            continue;
        }
        const QString mark = markOf(runs.at(at), level);
        qsizetype end = at + 1;
        while (end < runs.size() && markOf(runs.at(end), level) == mark)
            ++end;
        const QString inner = group(runs.mid(at, end - at), context, level + 1);
        if (mark.isEmpty())
            out += inner;
        else if (level == 0)
            out += marked(inner, QStringLiteral("["), u"](" + safeTarget(mark) + u')');
        else if (level == levels - 1)
            out += marked(inner, u'<' + mark + u'>', u"</" + mark + u'>');
        else
            out += marked(inner, mark, mark);
        at = end;
    }
    return out;
}

QString InlineRuns::toMarkdown(Context context) const
{
    QString text = group(trimmed(), context, 0).trimmed();
    if (context != Context::Paragraph)
        return text;
    static const QRegularExpression emptyLines(QStringLiteral("\\s*(\\\\\n\\s*){2,}"));
    text.replace(emptyLines, QStringLiteral("\n\n"));
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = escapedLineStart(line.trimmed());
    return lines.join(u'\n');
}

} // namespace kakehashi::takeover
