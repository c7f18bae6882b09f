#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kakehashi::render {

/// One line, or one colour of the bars.
struct ChartSeries
{
    std::string name;                          ///< UTF-8, not escaped, as everything here
    std::vector<std::optional<double>> values; ///< one for each of Chart::labels
    std::vector<bool> preliminary;
};

/// What a chart shows, free of where the figures come from.
struct Chart
{
    enum class Kind { Line, Bar, Stacked, Progress };

    Kind kind = Kind::Line;
    std::string title;
    std::string unit;
    int decimals = 0;
    std::vector<std::string> labels;      ///< in full: 「令和8年3月」, for the description
    std::vector<std::string> shortLabels; ///< under the axis: 「3月」「2021」
    std::vector<std::string> groupLabels; ///< second row under the axis, empty where none begins
    std::vector<ChartSeries> series;
    std::optional<double> target;
    std::string targetLabel;      ///< 「2030年度」
    std::string targetShortLabel; ///< under the axis: 「2030」
    int number = 1;               ///< of this chart on its page, for ids
    bool fromZero = false;        ///< the axis begins there, as that of the chart beside it
};

/// What a person who cannot see the picture needs of it: from where to where, lowest, highest,
/// target. One paragraph, not escaped.
std::string chartDescription(const Chart &chart);

/// 「12,345」 with the chart's decimals.
std::string chartNumber(const Chart &chart, double value);

/// How far the newest value has come from the oldest to the target, 0 to 1 and beyond either end;
/// nothing without two values and a target.
std::optional<double> chartProgress(const Chart &chart);

struct KnownValue
{
    size_t at = 0; ///< which of Chart::labels
    double value = 0;
};

/// Oldest and newest known value of the first series; nothing when none is known.
std::optional<std::pair<KnownValue, KnownValue>> chartEnds(const Chart &chart);

/// The way to the target as a person says it: 「2013年度の22,520千tから、2022年度は16,760千tに
/// なりました。2030年度の目標は11,260千tです。」
std::string chartWay(const Chart &chart);

/// The chart as inline SVG with title and description (WCAG 2.2, 1.1.1), without style attributes
/// so that a strict content security policy holds. Colours, dashes and sizes are the theme's
/// (`.chart…`); shapes and hatching tell series apart without colour (1.4.1).
void writeChart(const Chart &chart, std::string &out);

/// Which line or bar is which; nothing for a single one.
void writeLegend(const Chart &chart, std::string &out);

} // namespace kakehashi::render
