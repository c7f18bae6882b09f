#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace kakehashi::tabular {

/// 0.25 is shown as 25 %.
struct Percent
{
    double share = 0;

    bool operator==(const Percent &) const = default;
};

struct Link
{
    QString text;
    QString url; ///< absolute; what no spreadsheet can open is written as plain text

    bool operator==(const Link &) const = default;
};

/// What a cell holds, typed: a spreadsheet sorts and adds what it knows to be a number or a date.
using Value = std::variant<std::monostate, QString, double, Percent, QDate, Link>;

/// What a cell's colours say besides its words; never the only bearer of a meaning.
enum class Tone { Plain, Strong, Quiet, Good, Caution, Bad };

struct Cell
{
    Value value = {};
    Tone tone = Tone::Plain;
};

struct Column
{
    QString title;
    double width = 12; ///< in half-width characters, as Excel counts
    int decimals = 0;  ///< of numbers and percentages
    /// What people may choose in this column's cells; offered as a list. 255 characters together.
    QStringList choices = {};
};

using Row = QList<Cell>;

/// One table with its head. Title and notes stand above it, as on a printed page.
struct Sheet
{
    QString name; ///< on the tab: made fit (31 characters, none of []:*?/\) when written
    QString title = {};
    QStringList notes = {};
    QList<Column> columns = {};
    QList<Row> rows = {};
    int frozenColumns = 0;   ///< that stay when the table is scrolled sideways
    bool hasFilter = true;   ///< arrows in the head
    bool isLandscape = true; ///< A4
    bool isUntitled = false; ///< columns without a head, as on a cover
};

struct Book
{
    QString title;
    QString author;
    QDateTime created; ///< the same book at the same time is the same bytes
    QList<Sheet> sheets;
};

} // namespace kakehashi::tabular
