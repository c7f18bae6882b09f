#include "check/source/prose.h"

#include "check/source/proseinline.h"

namespace kakehashi::check {
namespace {

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

qsizetype runOf(QStringView line, qsizetype at, QChar mark)
{
    qsizetype end = at;
    while (end < line.size() && line[end] == mark)
        ++end;
    return end - at;
}

/// Goes through the lines and knows what kind of line each is; what stands in a line of prose is
/// left to InlineProse.
class BlockProse
{
public:
    explicit BlockProse(QString &text) : m_source(text), m_inline(text, m_source) {}

    std::vector<SourceLink> run()
    {
        for (qsizetype begin = 0; begin <= m_source.size();) {
            qsizetype end = m_source.indexOf(u'\n', begin);
            if (end < 0)
                end = m_source.size();
            line({begin, end - begin});
            begin = end + 1;
        }
        return m_inline.takeLinks();
    }

private:
    void line(Range whole)
    {
        const Range rest = withoutQuoteMarks(whole);
        const QStringView text = QStringView(m_source).mid(rest.begin, rest.length);
        if (inCode(text) || isIndentedCode(text))
            return m_inline.hide(rest);
        m_afterBlank = isBlank(text);
        if (m_afterBlank)
            return;
        const QStringView words = text.trimmed();
        if (words.startsWith(QLatin1String(":::")))
            return m_inline.blockFence(rest);
        if (isDefinition(words) || isTableRule(words))
            return m_inline.hide(rest);
        m_inline.line(withoutMarker(rest));
    }

    Range withoutQuoteMarks(Range line)
    {
        qsizetype at = line.begin;
        for (qsizetype i = line.begin; i < line.end(); ++i) {
            if (m_source[i] == u'>')
                at = i + 1;
            else if (m_source[i] != u' ')
                break;
        }
        m_inline.hide({line.begin, at - line.begin});
        return {at, line.end() - at};
    }

    bool inCode(QStringView line)
    {
        const QStringView words = line.trimmed();
        const QChar first = words.isEmpty() ? QChar() : words[0];
        const qsizetype run = runOf(words, 0, first);
        const bool isFence = (first == u'`' || first == u'~') && run >= 3;
        if (m_fence.isNull()) {
            if (!isFence || (first == u'`' && words.mid(run).contains(u'`')))
                return false;
            m_fence = first;
            m_fenceLength = run;
        } else if (first == m_fence && run >= m_fenceLength && run == words.size()) {
            m_fence = QChar();
        }
        m_afterBlank = false;
        return true;
    }

    bool isIndentedCode(QStringView line)
    {
        const bool indented =
            line.startsWith(QLatin1String("    ")) || line.startsWith(QLatin1Char('\t'));
        if (!indented || isBlank(line)) {
            m_indentedCode = m_indentedCode && isBlank(line);
            return false;
        }
        // Inside a list four spaces continue the item.
        m_indentedCode = !m_inList && (m_indentedCode || m_afterBlank);
        return m_indentedCode;
    }

    /// `[name]: address`, but not a footnote, whose text is prose.
    static bool isDefinition(QStringView words)
    {
        if (!words.startsWith(u'[') || words.startsWith(QLatin1String("[^")))
            return false;
        const qsizetype end = words.indexOf(u']');
        return end > 0 && end + 1 < words.size() && words[end + 1] == u':';
    }

    static bool isTableRule(QStringView words)
    {
        bool hasDash = false;
        for (const QChar c : words) {
            hasDash = hasDash || c == u'-';
            if (c != u'-' && c != u'|' && c != u':' && c != u' ' && c != u'\t')
                return false;
        }
        return hasDash;
    }

    /// Hides "## ", "- ", "1. ", "- [x] " and the space before.
    Range withoutMarker(Range line)
    {
        const QStringView text = QStringView(m_source).mid(line.begin, line.length);
        qsizetype at = 0;
        while (at < text.size() && (text[at] == u' ' || text[at] == u'\t'))
            ++at;
        const qsizetype indent = at;
        const qsizetype mark = markerAt(text, at);
        const bool isItem = mark > at && text[at] != u'#';
        if (mark > at)
            at = mark;
        if (isItem || indent == 0)
            m_inList = isItem;
        if (isItem && at + 3 < text.size() && text[at] == u'[' && text[at + 2] == u']')
            at += 4;
        m_inline.hide({line.begin, at});
        return {line.begin + at, line.length - at};
    }

    static qsizetype markerAt(QStringView text, qsizetype at)
    {
        qsizetype end = at;
        if (at < text.size() && text[at] == u'#') {
            end += runOf(text, at, u'#');
        } else if (at < text.size() && (text[at] == u'-' || text[at] == u'*' || text[at] == u'+')) {
            ++end;
        } else {
            while (end < text.size() && end - at < 9 && text[end] >= u'0' && text[end] <= u'9')
                ++end;
            if (end == at || end >= text.size() || (text[end] != u'.' && text[end] != u')'))
                return at;
            ++end;
        }
        if (end < text.size() && text[end] != u' ')
            return at;
        while (end < text.size() && text[end] == u' ')
            ++end;
        return end;
    }

    const QString m_source;
    InlineProse m_inline;
    QChar m_fence;
    qsizetype m_fenceLength = 0;
    bool m_afterBlank = true;
    bool m_indentedCode = false;
    bool m_inList = false;
};

} // namespace

std::vector<SourceLink> hideMarkdown(QString &text)
{
    return BlockProse(text).run();
}

} // namespace kakehashi::check
