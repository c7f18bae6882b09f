#pragma once

#include "base/ulid.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kakehashi::statistics {

enum class Period { Month, Year, FiscalYear };

/// What is counted: 「県民会議の個人会員数」 in 人, by month.
struct Series
{
    Ulid id;
    QString name; ///< stable key used in pages: "members-individual"
    QString title;
    QString unit;
    Period period = Period::Month;
    int decimals = 0;
    QString source; ///< 「宮城県環境政策課調べ」
    QString note;
    std::optional<double> target = {};
    int targetYear = 0;

    bool operator==(const Series &) const = default;
};

/// One value. `date` is the first day of its period (of April for a fiscal year).
struct Observation
{
    QDate date;
    std::optional<double> value = {}; ///< nothing: not known (shown as 「－」)
    bool preliminary = false;         ///< 速報値
    QString note = {};

    bool operator==(const Observation &) const = default;
};

struct SeriesData
{
    Series series;
    QList<Observation> observations; ///< oldest first
};

} // namespace kakehashi::statistics
