#pragma once

#include "render/charts/chart.h"
#include "statistics/series.h"

namespace kakehashi::render {

using SeriesList = std::vector<const statistics::SeriesData *>;

/// The newest `months` of the periods that any of the series knows; all when 0. Oldest first.
QList<QDate> datesOf(const SeriesList &list, int months);

/// The observation of that period, or an unknown value.
statistics::Observation observationAt(const statistics::SeriesData &data, const QDate &date);

/// `list` is not empty and all of one period. `era`: 令和, otherwise the western year.
Chart chartOf(const SeriesList &list, const QList<QDate> &dates, Chart::Kind kind, bool era);

} // namespace kakehashi::render
