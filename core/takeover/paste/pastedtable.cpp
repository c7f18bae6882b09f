#include "takeover/paste/pastedtable.h"

#include <QStringList>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

// A sheet that was selected by its corner has a million rows: nobody reads such a page.
constexpr int mostColumns = 100;
constexpr int mostCells = 20'000;

QString rowText(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |");
}

} // namespace

void PastedTable::beginRow()
{
    if (!m_rows.isEmpty())
        fillFromAbove();
    m_rows.append(QList<Place>());
    fillFromAbove();
}

/// Places that merged cells of former rows cover.
void PastedTable::fillFromAbove()
{
    QList<Place> &row = m_rows.last();
    while (row.size() < m_above.size() && m_above.at(row.size()).rows > 0) {
        --m_above[row.size()].rows;
        put(m_above.at(row.size()).place);
    }
}

void PastedTable::put(const Place &place)
{
    if (m_rows.constLast().size() >= mostColumns || m_cells >= mostCells) {
        m_isCut = true;
        return;
    }
    m_rows.last().append(place);
    ++m_cells;
}

void PastedTable::addCell(const Cell &cell)
{
    if (m_rows.isEmpty())
        beginRow();
    const Place place{cell.text, cell.isRight};
    const int columns = std::clamp(cell.columns, 1, mostColumns);
    const int below = std::clamp(cell.rows, 1, mostCells) - 1;
    for (int i = 0; i < columns; ++i) {
        fillFromAbove();
        const qsizetype column = m_rows.constLast().size();
        if (column >= mostColumns) {
            m_isCut = true;
            return;
        }
        if (m_above.size() <= column)
            m_above.resize(column + 1);
        m_above[column] = {place, below};
        put(place);
    }
    fillFromAbove();
}

int PastedTable::columnCount() const
{
    qsizetype columns = 0;
    for (const QList<Place> &row : m_rows) {
        for (qsizetype i = row.size(); i > columns; --i) {
            if (!row.at(i - 1).text.isEmpty())
                columns = i;
        }
    }
    return static_cast<int>(columns);
}

QList<QList<PastedTable::Place>> PastedTable::filledRows(int columns) const
{
    QList<QList<Place>> rows = m_rows;
    for (QList<Place> &row : rows)
        row.resize(columns);
    const auto isEmpty = [](const QList<Place> &row) {
        return std::all_of(row.cbegin(), row.cend(),
                           [](const Place &place) { return place.text.isEmpty(); });
    };
    while (!rows.isEmpty() && isEmpty(rows.constLast()))
        rows.removeLast();
    while (!rows.isEmpty() && isEmpty(rows.constFirst()))
        rows.removeFirst();
    return rows;
}

QString PastedTable::toMarkdown() const
{
    const int columns = columnCount();
    const QList<QList<Place>> rows = filledRows(columns);
    if (rows.isEmpty() || columns == 0)
        return {};
    QStringList rules;
    for (int i = 0; i < columns; ++i) {
        // Figures stand at the right when all of them do; the head says nothing about that.
        const auto isRight = [i](const QList<Place> &row) { return row.at(i).isRight; };
        const auto isRightOrEmpty = [i](const QList<Place> &row) {
            return row.at(i).isRight || row.at(i).text.isEmpty();
        };
        const bool isNumeric = std::all_of(rows.cbegin() + 1, rows.cend(), isRightOrEmpty) &&
                               std::any_of(rows.cbegin() + 1, rows.cend(), isRight);
        rules << (isNumeric ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    QStringList lines;
    for (const QList<Place> &row : rows) {
        QStringList cells;
        for (const Place &place : row)
            cells << place.text;
        lines << rowText(cells);
        if (lines.size() == 1)
            lines << rowText(rules);
    }
    return lines.join(u'\n');
}

} // namespace kakehashi::takeover
