#pragma once

#include "check/source/sourcetext.h"

namespace kakehashi::check {

/// Hides what is no prose within one line of Markdown: code spans, tags, addresses of links, bare
/// addresses, heading ids, table bars. `text` is written to, `source` is read; both as long.
class InlineProse
{
public:
    InlineProse(QString &text, const QString &source) : m_text(text), m_source(source) {}

    void hide(Range range);
    void line(Range line);
    /// `::: name {key="value"}`: only values that visitors read stay visible.
    void blockFence(Range line);
    std::vector<SourceLink> takeLinks() { return std::move(m_links); }

private:
    qsizetype codeSpan(qsizetype at, qsizetype end);
    qsizetype tag(qsizetype at, qsizetype end);
    qsizetype linkTarget(qsizetype bracket, qsizetype end);
    qsizetype address(qsizetype at, qsizetype end);
    qsizetype bar(qsizetype at, qsizetype begin, qsizetype end);
    qsizetype step(qsizetype at, Range line);

    QString &m_text;
    const QString &m_source;
    std::vector<qsizetype> m_brackets;
    std::vector<SourceLink> m_links;
};

} // namespace kakehashi::check
