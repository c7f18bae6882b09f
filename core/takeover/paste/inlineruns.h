#pragma once

#include <QList>
#include <QString>

namespace kakehashi::takeover {

/// How letters look, as far as Markdown can say it.
struct InlineStyle
{
    bool bold = false;
    bool italic = false;
    bool struck = false;
    bool code = false;
    QString tag = {};  ///< "sub" or "sup", which Markdown keeps as HTML
    QString link = {}; ///< where it leads; empty: nowhere

    bool operator==(const InlineStyle &) const = default;
};

/// The words of one paragraph, heading or cell. Equal neighbours join, so that the many pieces
/// into which office programs cut a sentence become one.
class InlineRuns
{
public:
    /// White space collapses as browsers do it; a line end between Japanese letters is none.
    void addText(const QString &text, const InlineStyle &style);
    void addBreak();
    /// Finished Markdown that stays as it is, such as a picture.
    void addRaw(const QString &markdown);
    void append(const InlineRuns &other); ///< with a space between where there is none

    bool isEmpty() const;
    bool isRich() const; ///< has emphasis, links or raw parts
    void dropBold();     ///< where everything is bold by itself, as in headings

    enum class Context { Paragraph, Cell, Heading };
    QString toMarkdown(Context context) const;

private:
    struct Run
    {
        enum class Kind { Text, Break, Raw };
        Kind kind = Kind::Text;
        QString text = {};
        InlineStyle style = {};
    };
    bool endsWithSpace() const;
    QList<Run> trimmed() const;
    static QString leaf(const Run &run, Context context);
    static QString markOf(const Run &run, int level);
    static QString group(const QList<Run> &runs, Context context, int level);

    QList<Run> m_runs;
};

/// Text as text: nothing in it is Markdown any more. Line starts are guarded by the caller.
QString escapedInline(const QString &text, bool inCell);
/// Guards a line that would begin a list, heading, quotation, block or rule.
QString escapedLineStart(const QString &line);

} // namespace kakehashi::takeover
