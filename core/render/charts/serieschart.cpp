#include "render/charts/serieschart.h"

#include "base/text.h"
#include "render/blocks/seriestext.h"
#include "render/html.h"

#include <algorithm>
#include <set>

namespace kakehashi::render {
namespace {

using statistics::Observation;
using statistics::Period;
using statistics::Series;
using statistics::SeriesData;

/// 「3月」「2021」「令和3」
QString shortText(const Series &series, const QDate &date, bool era)
{
    if (series.period == Period::Month)
        return QString::number(date.month()) + u'月';
    QString text = periodText(series, date, era);
    return text.left(text.indexOf(u'年'));
}

/// Under the first month of each year the year; under the first year what kind of year it is.
QString groupText(const Series &series, const QList<QDate> &dates, qsizetype at, bool era)
{
    if (series.period != Period::Month)
        return at > 0 ? QString()
                      : (series.period == Period::FiscalYear ? QStringLiteral("（年度）")
                                                             : QStringLiteral("（年）"));
    const bool isFirst = at == 0 || dates.at(at - 1).year() != dates.at(at).year();
    if (!isFirst)
        return {};
    const QString whole = era ? eraDate(dates.at(at)) : westernDate(dates.at(at));
    return whole.left(whole.indexOf(u'年') + 1);
}

} // namespace

QList<QDate> datesOf(const SeriesList &list, int months)
{
    std::set<QDate> all;
    for (const SeriesData *data : list)
        for (const Observation &each : data->observations)
            all.insert(each.date);
    QList<QDate> dates(all.cbegin(), all.cend());
    if (months > 0 && !dates.isEmpty()) {
        const QDate after = dates.last().addMonths(-months);
        dates.removeIf([after](const QDate &date) { return date <= after; });
    }
    return dates;
}

Observation observationAt(const SeriesData &data, const QDate &date)
{
    const auto found =
        std::lower_bound(data.observations.cbegin(), data.observations.cend(), date,
                         [](const Observation &each, const QDate &day) { return each.date < day; });
    if (found != data.observations.cend() && found->date == date)
        return *found;
    Observation unknown;
    unknown.date = date;
    return unknown;
}

Chart chartOf(const SeriesList &list, const QList<QDate> &dates, Chart::Kind kind, bool era)
{
    const Series &first = list.front()->series;
    Chart chart;
    chart.kind = kind;
    chart.title = utf8(first.title);
    chart.unit = utf8(first.unit);
    chart.decimals = first.decimals;
    for (qsizetype i = 0; i < dates.size(); ++i) {
        chart.labels.push_back(utf8(periodText(first, dates.at(i), era)));
        chart.shortLabels.push_back(utf8(shortText(first, dates.at(i), era)));
        chart.groupLabels.push_back(utf8(groupText(first, dates, i, era)));
    }
    for (const SeriesData *data : list) {
        ChartSeries line;
        line.name = utf8(data->series.title);
        for (const QDate &date : dates) {
            const Observation found = observationAt(*data, date);
            line.values.push_back(found.value);
            line.preliminary.push_back(found.preliminary);
        }
        chart.series.push_back(std::move(line));
    }
    if (list.size() == 1 && first.target) {
        chart.target = first.target;
        chart.targetLabel =
            std::to_string(first.targetYear) + (first.period == Period::FiscalYear ? "年度" : "年");
        chart.targetShortLabel =
            std::to_string(first.targetYear) + (first.period == Period::Month ? "年" : "");
    }
    return chart;
}

} // namespace kakehashi::render
