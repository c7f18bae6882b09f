#include "takeover/paste/htmlnode.h"
#include "takeover/paste/pastedtable.h"
#include "takeover/paste/pastereader.h"

namespace kakehashi::takeover {
namespace {

int spanOf(const GumboNode &cell, const char *attribute)
{
    bool isNumber = false;
    const int span = attributeOf(cell, attribute).toInt(&isNumber);
    return isNumber && span > 0 ? span : 1;
}

bool isRight(const GumboNode &cell)
{
    return attributeOf(cell, "align").compare(QLatin1String("right"), Qt::CaseInsensitive) == 0 ||
           styleOf(cell, QLatin1String("text-align")) == QLatin1String("right") ||
           !attributeOf(cell, "sdval").isEmpty(); // a figure of LibreOffice
}

int countOf(const GumboNode &node, const char *name)
{
    int count = nameOf(node) == name ? 1 : 0;
    const GumboVector *children = childrenOf(node);
    for (unsigned i = 0; children && i < children->length; ++i)
        count += countOf(*childAt(*children, i), name);
    return count;
}

} // namespace

void PasteReader::table(const GumboNode &node)
{
    // A frame around other things: mail programs and old pages lay out by tables of one cell.
    if (countOf(node, "td") + countOf(node, "th") <= 1)
        return blocks(node);
    m_paste.isRich = true;
    PastedTable table;
    rows(node, table, false);
    if (table.isCut())
        lose(Loss::BigTable);
    addBlock(table.toMarkdown());
}

void PasteReader::rows(const GumboNode &node, PastedTable &table, bool inHead)
{
    const GumboVector *children = childrenOf(node);
    for (unsigned i = 0; children && i < children->length; ++i) {
        const GumboNode &child = *childAt(*children, i);
        const QByteArray name = nameOf(child);
        if (isSkipped(child, name))
            continue;
        if (name == "thead" || name == "tbody" || name == "tfoot") {
            rows(child, table, name == "thead");
        } else if (name == "caption") {
            InlineRuns runs;
            words(child, runs, {});
            addBlock(runs.toMarkdown(InlineRuns::Context::Paragraph));
        } else if (name == "tr") {
            table.beginRow();
            rows(child, table, inHead);
        } else if (name == "td" || name == "th") {
            const bool isHead = inHead || name == "th" || table.rowCount() <= 1;
            table.addCell({cellText(child, isHead), spanOf(child, "colspan"),
                           spanOf(child, "rowspan"), isRight(child)});
        }
    }
}

QString PasteReader::cellText(const GumboNode &cell, bool isHead)
{
    InlineRuns runs;
    cellRuns(cell, runs, {});
    if (isHead)
        runs.dropBold();
    return runs.toMarkdown(InlineRuns::Context::Cell);
}

/// Paragraphs, items and inner tables become lines of the one cell.
void PasteReader::cellRuns(const GumboNode &node, InlineRuns &runs, const InlineStyle &style)
{
    const GumboVector *children = childrenOf(node);
    for (unsigned i = 0; children && i < children->length; ++i) {
        const GumboNode &child = *childAt(*children, i);
        const QByteArray name = nameOf(child);
        if (isSkipped(child, name))
            continue;
        const bool isLine = name == "p" || name == "div" || name == "li" || name == "tr" ||
                            name == "h1" || name == "h2" || name == "h3" || name == "h4" ||
                            name == "blockquote" || name == "pre";
        const bool isGroup = name == "ul" || name == "ol" || name == "table" || name == "tbody" ||
                             name == "thead" || name == "td" || name == "th" || name == "center";
        if (!isLine && !isGroup) {
            words(child, runs, style);
            continue;
        }
        if (isLine && !runs.isEmpty())
            runs.addBreak();
        if (name == "li" || officeListItem(child))
            runs.addText(QStringLiteral("・"), {});
        cellRuns(child, runs, style);
        if (name == "td" || name == "th")
            runs.addText(QStringLiteral(" "), {});
    }
}

} // namespace kakehashi::takeover
