#include "check/rules/structure/structurerules.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

bool isLayout(const Element &table)
{
    const std::string_view role = table.value("role");
    return role == "presentation" || role == "none";
}

/// Cells of the table itself, not of one inside it.
std::vector<Element> cellsOf(const Element &table, std::string_view name)
{
    std::vector<Element> cells = table.descendants(name);
    std::erase_if(cells,
                  [&table](const Element &cell) { return !(cell.closest("table") == table); });
    return cells;
}

/// Its own caption, or that of the figure around it.
QString captionOf(const Element &table)
{
    auto captions = table.descendants("caption");
    if (const Element figure = table.closest("figure"); captions.empty() && figure)
        captions = figure.descendants("figcaption");
    return captions.empty() ? QString() : captions.front().text();
}

QString nameOf(const Element &table)
{
    const QString caption = captionOf(table);
    if (!caption.isEmpty())
        return excerpt(caption);
    return excerpt(table.text().left(60));
}

/// A region around the table (to scroll it) may name it, but not by 「表」.
bool isNamed(const PageView &page, const Element &table)
{
    for (Element at = table; at; at = at.parent()) {
        const QString label = toText(at.value("aria-label")).simplified().toLower();
        if (at.has("aria-labelledby") ||
            (!label.isEmpty() && !page.book.words().altTexts.contains(label)))
            return true;
        if (at.is("section") || at.is("article") || at.is("main"))
            break;
    }
    return false;
}

bool isInTable(const Element &table)
{
    const Element above = table.parent();
    return above && above.closest("table");
}

std::vector<Element> dataTables(const PageView &page)
{
    std::vector<Element> tables = page.document.all("table");
    std::erase_if(tables, isLayout);
    return tables;
}

} // namespace

/// Without heads a screen reader reads bare cells (WCAG 1.3.1, H51).
void tableHeader(const PageView &page, Report &report)
{
    for (const Element &table : dataTables(page)) {
        const auto heads = cellsOf(table, "th");
        const bool named = std::any_of(heads.begin(), heads.end(),
                                       [](const Element &head) { return !head.text().isEmpty(); });
        if (!named)
            report.at(table, StructureRules::tr("The table \"%1\" has no head cells with words.")
                                 .arg(nameOf(table)));
    }
}

/// Heads of both rows and columns: scope tells which is which (H63).
void tableScope(const PageView &page, Report &report)
{
    for (const Element &table : dataTables(page)) {
        const auto heads = cellsOf(table, "th");
        const auto unclear = std::count_if(heads.begin(), heads.end(), [](const Element &head) {
            return !head.has("scope") && !head.text().isEmpty();
        });
        const bool byIds = std::any_of(heads.begin(), heads.end(),
                                       [](const Element &head) { return head.has("id"); });
        if (unclear > 0 && !byIds)
            report.at(table, StructureRules::tr("%n head cell(s) of the table \"%1\" do not say "
                                                "whether they head a row or a column (scope).",
                                                nullptr, static_cast<int>(unclear))
                                 .arg(nameOf(table)));
    }
}

void tableCaption(const PageView &page, Report &report)
{
    for (const Element &table : dataTables(page)) {
        if (captionOf(table).isEmpty() && !isNamed(page, table))
            report.at(table, StructureRules::tr("The table \"%1\" has no caption. Put it into "
                                                "::: table {caption=\"…\"}.")
                                 .arg(nameOf(table)));
    }
}

/// What a person must look at: merged cells, tables in tables, tables of one row or column.
void tableShape(const PageView &page, Report &report)
{
    for (const Element &table : dataTables(page)) {
        const auto heads = cellsOf(table, "th");
        auto cells = cellsOf(table, "td");
        cells.insert(cells.end(), heads.begin(), heads.end());
        const bool merged = std::any_of(cells.begin(), cells.end(), [](const Element &cell) {
            return cell.has("rowspan") || cell.has("colspan");
        });
        if (merged)
            report.at(table, StructureRules::tr("The table \"%1\" has merged cells. Is it "
                                                "understood when read cell by cell?")
                                 .arg(nameOf(table)));
        if (isInTable(table))
            report.at(table,
                      StructureRules::tr("A table stands inside a table. Is it for layout?"));
        if (cellsOf(table, "tr").size() <= 1)
            report.at(table, StructureRules::tr("The table \"%1\" has one row. Is it for layout?")
                                 .arg(nameOf(table)));
    }
}

} // namespace kakehashi::check
