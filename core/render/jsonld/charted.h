#pragma once

#include "render/site/siteindex.h"

#include <QStringList>

#include <string>

namespace kakehashi::render {

/// Names of the series that the page's words chart, in their order.
QStringList chartedSeries(const PageValue &page);

/// The series that any open page charts: the others are not public.
QList<const statistics::SeriesData *> publicSeries(const SiteIndex &index);

/// "assets/data/members-individual.csv"
QString seriesCsvPath(const statistics::Series &series);

/// The figures as open data: UTF-8 with a mark for spreadsheets, RFC 4180.
std::string seriesCsv(const statistics::SeriesData &data);

} // namespace kakehashi::render
