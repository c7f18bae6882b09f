#pragma once

#include <QList>
#include <QString>

namespace kakehashi::takeover {

/// The cells of a table as they are read, merged ones spread over all places that they cover, so
/// that a table of Markdown, which knows no merging, says the same in each.
class PastedTable
{
public:
    struct Cell
    {
        QString text; ///< Markdown on one line
        int columns = 1;
        int rows = 1;
        bool isRight = false;
    };

    void beginRow();
    void addCell(const Cell &cell);
    /// Without the empty rows and columns at the end. Empty for a table without text.
    QString toMarkdown() const;
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int columnCount() const;
    bool isCut() const { return m_isCut; } ///< it was larger than a page can hold

private:
    struct Place
    {
        QString text = {};
        bool isRight = false;
    };
    struct Reaching ///< a cell that reaches down into the next rows
    {
        Place place = {};
        int rows = 0;
    };
    /// Without the empty rows at both ends, each with so many places.
    QList<QList<Place>> filledRows(int columns) const;
    void fillFromAbove();
    void put(const Place &place);

    QList<QList<Place>> m_rows;
    QList<Reaching> m_above; ///< by column
    int m_cells = 0;
    bool m_isCut = false;
};

} // namespace kakehashi::takeover
