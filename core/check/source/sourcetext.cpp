#include "check/source/sourcetext.h"

#include "check/source/prose.h"

#include <algorithm>

namespace kakehashi::check {

SourceText::SourceText(QString part, QString text, Syntax syntax)
    : m_part(std::move(part)), m_text(std::move(text)), m_prose(m_text)
{
    if (syntax == Syntax::Markdown)
        m_links = hideMarkdown(m_prose);
    else if (syntax == Syntax::Html)
        hideHtml(m_prose);
    m_lineStarts.push_back(0);
    for (qsizetype at = m_text.indexOf(u'\n'); at >= 0; at = m_text.indexOf(u'\n', at + 1))
        m_lineStarts.push_back(at + 1);
}

int SourceText::lineAt(qsizetype offset) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    return static_cast<int>(after - m_lineStarts.begin());
}

Place SourceText::place(Range range) const
{
    Place place;
    place.line = lineAt(range.begin);
    const qsizetype start = m_lineStarts[static_cast<size_t>(place.line) - 1];
    place.column = static_cast<int>(range.begin - start) + 1;
    place.length = static_cast<int>(range.length);
    return place;
}

Range SourceText::lines(int line, int lastLine) const
{
    const int count = static_cast<int>(m_lineStarts.size());
    const int first = std::clamp(line, 1, count);
    const int last = std::clamp(lastLine, first, count);
    const qsizetype begin = m_lineStarts[static_cast<size_t>(first) - 1];
    const qsizetype end =
        last == count ? m_text.size() : m_lineStarts[static_cast<size_t>(last)] - 1;
    return {begin, end - begin};
}

std::optional<Range> SourceText::findOnce(const QString &words, int line, int lastLine) const
{
    if (words.isEmpty())
        return {};
    const Range within = lines(line, lastLine);
    const qsizetype first = view(within).indexOf(words);
    if (first < 0 || view(within).indexOf(words, first + 1) >= 0)
        return {};
    return Range{within.begin + first, words.size()};
}

} // namespace kakehashi::check
