#include "render/html.h"
#include "render/markdown/markdownwriter.h"

#include <cmark-gfm-core-extensions.h>

namespace kakehashi::render {

void MarkdownWriter::enterExtension(cmark_node *node)
{
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") {
        openTable(node);
    } else if (type == "table_header" || type == "table_row") {
        m_inTableHead = type == "table_header";
        cmark_node *before = cmark_node_previous(node);
        openRow(sourceLine(node), sourceEndLine(node),
                before && cmark_gfm_extensions_get_table_row_is_header(before) != 0);
    } else if (type == "table_cell") {
        cmark_node *table = cmark_node_parent(cmark_node_parent(node));
        const bool known = m_column < cmark_gfm_extensions_get_table_columns(table);
        openCell(known ? char(cmark_gfm_extensions_get_table_alignments(table)[m_column]) : '\0');
    }
}

void MarkdownWriter::leaveExtension(cmark_node *node)
{
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") {
        cmark_node *last = cmark_node_last_child(node);
        closeTable(last && cmark_gfm_extensions_get_table_row_is_header(last) == 0);
    } else if (type == "table_header" || type == "table_row") {
        closeRow();
    } else if (type == "table_cell") {
        closeTagsDownTo(0);
        closeCell();
    }
}

void MarkdownWriter::openTable(cmark_node *table)
{
    const BodyWriter::TableSettings settings = m_body.takeTableSettings();
    m_rowHeaders = settings.rowHeaders;
    lineStart();
    m_out->append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
    appendAttribute(*m_out, "aria-label",
                    settings.caption.empty() ? m_body.word(BodyWord::Table) : settings.caption);
    size_t rows = 0;
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row))
        rows += cmark_gfm_extensions_get_table_row_is_header(row) == 0 ? 1 : 0;
    m_out->append(tableSize(cmark_gfm_extensions_get_table_columns(table), rows));
    m_out->append(m_body.marks(sourceLine(table), sourceEndLine(table))).append("><table>\n");
    if (!settings.caption.empty())
        m_out->append("<caption>").append(escaped(settings.caption)).append("</caption>\n");
}

void MarkdownWriter::openRow(int line, int endLine, bool isFirst)
{
    m_column = 0;
    lineStart();
    if (m_inTableHead)
        m_out->append("<thead>\n");
    else if (isFirst)
        m_out->append("<tbody>\n");
    m_out->append("<tr").append(m_body.marks(line, endLine)).append(">");
}

void MarkdownWriter::closeRow()
{
    m_out->append(m_inTableHead ? "\n</tr>\n</thead>\n" : "\n</tr>\n");
    m_inTableHead = false;
}

void MarkdownWriter::closeTable(bool hasRows)
{
    m_out->append(hasRows ? "</tbody>\n</table></div>\n" : "</table></div>\n");
}

/// `alignment` as cmark has it: the side's first letter.
void MarkdownWriter::openCell(char alignment)
{
    lineStart();
    const bool rowHead = m_rowHeaders && m_column == 0 && !m_inTableHead;
    m_out->append(m_inTableHead ? "<th scope=\"col\"" : (rowHead ? "<th scope=\"row\"" : "<td"));
    if (alignment == 'c')
        m_out->append(" class=\"center\"");
    else if (alignment == 'r')
        m_out->append(" class=\"num\"");
    *m_out += '>';
    ++m_column;
    m_holder = Holder::Cell;
}

void MarkdownWriter::closeCell()
{
    m_out->append(m_inTableHead || (m_rowHeaders && m_column == 1) ? "</th>" : "</td>");
    m_holder = Holder::Phrase;
}

} // namespace kakehashi::render
