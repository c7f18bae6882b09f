#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace kakehashi::ui {

/// Colours Markdown with named blocks, one line at a time and in one pass over it, so that a page
/// of thousands of lines does not slow typing. The state of a line is whether it is in a code
/// fence.
class Highlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit Highlighter(QTextDocument *document);
    void takeColors(); ///< after a change of appearance

protected:
    void highlightBlock(const QString &text) override;

private:
    bool highlightWholeLine(const QString &text);
    void highlightInline(const QString &text, qsizetype from);
    qsizetype highlightDelimited(const QString &text, qsizetype at);
    qsizetype highlightLink(const QString &text, qsizetype at);
    void format(qsizetype from, qsizetype count, const QTextCharFormat &format);

    QTextCharFormat m_heading;
    QTextCharFormat m_strong;
    QTextCharFormat m_emphasis;
    QTextCharFormat m_code;
    QTextCharFormat m_link;
    QTextCharFormat m_mark;  ///< list markers, table bars, quotes
    QTextCharFormat m_block; ///< ::: name {…}
    QTextCharFormat m_html;
};

} // namespace kakehashi::ui
