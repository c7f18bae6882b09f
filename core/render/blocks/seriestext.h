#pragma once

#include "statistics/series.h"

namespace kakehashi::render {

/// 「令和8年3月」「2026年3月」「2021年度」 for the period that the date begins.
QString periodText(const statistics::Series &series, const QDate &date, bool era);

/// 「9,174」 with the series' decimals; 「－」 when the value is not known.
QString valueText(const statistics::Series &series, const statistics::Observation &observation);

} // namespace kakehashi::render
