#pragma once

#include "base/result.h"
#include "statistics/series.h"

#include <QStringView>

namespace kakehashi::statistics {

/// A figure as it stands in the cell where it is edited: every digit that is stored, a point, no
/// grouping, whatever the locale. Empty for one that is not known. readFigure() gives it back.
QString editText(const std::optional<double> &value);

/// What a person typed as a figure: "9,174", 「９，１７４」, "-5.5", 「△1,234」 and 「▲1,234」 as
/// offices write what is below zero. Nothing for an empty text and for a dash alone: not known.
/// A dash of any kind is a sign only directly before digits. Invalid, with what to write instead,
/// for everything else, such as a comma that groups no thousands or more digits than a figure
/// keeps (15).
Result<std::optional<double>> readFigure(const QString &text);

/// What makes a figure look like a slip of the hand beside another of its series.
enum class Doubt {
    None,
    Sign,    ///< one is below zero, the other above
    TooHigh, ///< about ten times the other, or more
    TooLow,  ///< about a tenth of the other, or less
};
Doubt doubtOf(double value, double other);

/// The figure that one of `date` is best compared with: the last known before it, else the first
/// known after it. `observations`: oldest first.
const Observation *neighbourOf(const QList<Observation> &observations, const QDate &date);

} // namespace kakehashi::statistics
