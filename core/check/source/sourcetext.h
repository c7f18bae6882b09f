#pragma once

#include "base/issue.h"

#include <QString>

#include <optional>
#include <vector>

namespace kakehashi::check {

enum class Syntax { Plain, Markdown, Html };

/// A piece of a text, in UTF-16 code units.
struct Range
{
    qsizetype begin = 0;
    qsizetype length = 0;

    qsizetype end() const { return begin + length; }
};

/// `[text](target)` or `![text](target)` as it stands in Markdown.
struct SourceLink
{
    Range text;
    Range target;
    bool isPicture = false;
};

/// One of a page's texts, with what of it visitors read as prose and where its lines begin.
class SourceText
{
public:
    /// Stands in prose() for what is no prose: code, addresses, tags, marks. Patterns that do not
    /// name it cannot match across it.
    static constexpr QChar hidden{0xFFFC};

    SourceText(QString part, QString text, Syntax syntax);

    const QString &part() const { return m_part; }
    const QString &text() const { return m_text; }
    /// As long as text(), so that places in the one are places in the other.
    const QString &prose() const { return m_prose; }
    const std::vector<SourceLink> &links() const { return m_links; }
    QStringView view(Range range) const
    {
        return QStringView(m_text).mid(range.begin, range.length);
    }

    /// Line and column of a piece, both from 1. The page's path is left empty.
    Place place(Range range) const;
    int lineAt(qsizetype offset) const;
    /// From the beginning of `line` to the end of `lastLine`, both from 1.
    Range lines(int line, int lastLine) const;
    /// The only place of `words` within these lines; nothing when there is none or more than one.
    std::optional<Range> findOnce(const QString &words, int line, int lastLine) const;

private:
    QString m_part;
    QString m_text;
    QString m_prose;
    std::vector<SourceLink> m_links;
    std::vector<qsizetype> m_lineStarts;
};

} // namespace kakehashi::check
