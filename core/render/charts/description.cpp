#include "render/charts/chart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kakehashi::render {
namespace {

using Known = KnownValue;

std::vector<Known> knownValues(const ChartSeries &series)
{
    std::vector<Known> known;
    for (size_t i = 0; i < series.values.size(); ++i) {
        if (const std::optional<double> &value = series.values.at(i))
            known.push_back({i, *value});
    }
    return known;
}

std::string kindText(Chart::Kind kind)
{
    switch (kind) {
    case Chart::Kind::Line:
        return "折れ線グラフ。";
    case Chart::Kind::Bar:
        return "棒グラフ。";
    case Chart::Kind::Stacked:
        return "積み上げ棒グラフ。";
    case Chart::Kind::Progress:
        break;
    }
    return "目標までの進み具合を示す図。";
}

std::string valueAt(const Chart &chart, const Known &known)
{
    return chart.labels.at(known.at) + "は" + chartNumber(chart, known.value) + chart.unit;
}

void describe(const Chart &chart, const ChartSeries &series, std::string &out)
{
    const std::vector<Known> known = knownValues(series);
    if (chart.series.size() > 1)
        out += series.name + "：";
    if (known.empty()) {
        out += "数値はありません。";
        return;
    }
    out += valueAt(chart, known.front());
    if (known.size() > 1)
        out += "、" + valueAt(chart, known.back());
    const auto less = [](const Known &a, const Known &b) { return a.value < b.value; };
    const auto [least, most] = std::minmax_element(known.cbegin(), known.cend(), less);
    if (known.size() > 2 && least->value < most->value)
        out += "。最小は" + chart.labels.at(least->at) + "の" + chartNumber(chart, least->value) +
               chart.unit + "、最大は" + chart.labels.at(most->at) + "の" +
               chartNumber(chart, most->value) + chart.unit;
    out += "です。";
}

} // namespace

std::string chartNumber(const Chart &chart, double value)
{
    // The same everywhere, whatever the workstation's own settings are.
    static const QLocale locale(QLocale::Japanese, QLocale::Japan);
    return locale.toString(value, 'f', chart.decimals).toStdString();
}

std::optional<double> chartProgress(const Chart &chart)
{
    if (chart.series.empty() || !chart.target)
        return {};
    const std::vector<Known> known = knownValues(chart.series.front());
    if (known.size() < 2 || known.front().value == *chart.target)
        return {};
    return (known.back().value - known.front().value) / (*chart.target - known.front().value);
}

std::optional<std::pair<KnownValue, KnownValue>> chartEnds(const Chart &chart)
{
    if (chart.series.empty())
        return {};
    const std::vector<Known> known = knownValues(chart.series.front());
    if (known.empty())
        return {};
    return std::pair(known.front(), known.back());
}

std::string chartWay(const Chart &chart)
{
    std::string text;
    if (const auto ends = chartEnds(chart)) {
        const auto &[first, last] = *ends;
        if (first.at != last.at)
            text = chart.labels.at(first.at) + "の" + chartNumber(chart, first.value) + chart.unit +
                   "から、";
        text += valueAt(chart, last) + (text.empty() ? "です。" : "になりました。");
    }
    if (chart.target)
        text += chart.targetLabel + "の目標は" + chartNumber(chart, *chart.target) + chart.unit +
                "です。";
    return text;
}

std::string chartDescription(const Chart &chart)
{
    std::string text = kindText(chart.kind);
    for (const ChartSeries &series : chart.series)
        describe(chart, series, text);
    if (chart.target)
        text += chart.targetLabel + "の目標は" + chartNumber(chart, *chart.target) + chart.unit +
                "です。";
    if (const auto progress = chartProgress(chart); progress && chart.kind == Chart::Kind::Progress)
        text += "目標までの" + std::to_string(std::lround(*progress * 100)) + "％まで進みました。";
    return text;
}

} // namespace kakehashi::render
