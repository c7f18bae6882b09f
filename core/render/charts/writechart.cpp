#include "render/charts/plot.h"
#include "render/html.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kakehashi::render {
namespace {

using Kind = Chart::Kind;

struct Range
{
    double least = 0;
    double greatest = 0;
};

double totalAt(const Chart &chart, size_t slot)
{
    double total = 0;
    for (const ChartSeries &series : chart.series)
        total += series.values.at(slot).value_or(0);
    return total;
}

Range rangeOf(const Chart &chart)
{
    std::vector<double> all;
    for (size_t i = 0; i < chart.labels.size(); ++i) {
        if (chart.kind == Kind::Stacked)
            all.push_back(totalAt(chart, i));
        for (const ChartSeries &series : chart.series) {
            if (chart.kind != Kind::Stacked && series.values.at(i))
                all.push_back(*series.values.at(i));
        }
    }
    if (chart.target)
        all.push_back(*chart.target);
    if (all.empty())
        return {};
    const auto [least, greatest] = std::minmax_element(all.cbegin(), all.cend());
    return {*least, *greatest};
}

constexpr double progressHeight = 76; ///< bar, and letters under it that a phone shows large

std::string patternId(const Chart &chart, size_t series)
{
    return "chart" + std::to_string(chart.number) + "-p" + std::to_string(series % 4 + 1);
}

/// Hatching that tells the second to fourth colour apart for those who see no colours.
void writePatterns(const Chart &chart, std::string &out)
{
    constexpr std::array<std::string_view, 3> strokes{"M0 8L8 0", "M0 0L8 8", "M0 4H8"};
    out.append("<defs>");
    for (size_t i = 1; i < std::min<size_t>(chart.series.size(), 4); ++i)
        out.append("<pattern id=\"")
            .append(patternId(chart, i))
            .append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                    "<path class=\"chart__hatch\" d=\"")
            .append(strokes.at(i - 1))
            .append("\"/></pattern>");
    out.append("</defs>");
}

void writeBar(const Chart &chart, size_t series, bool preliminary, svg::Point corner, double width,
              double height, std::string &out)
{
    std::string cssClass = seriesClass("bar", series);
    if (preliminary)
        cssClass += " chart__preliminary";
    svg::rect(out, cssClass, corner, width, height);
    if (series > 0)
        svg::rect(out, "chart__pattern", corner, width, height,
                  "url(#" + patternId(chart, series) + ")");
}

void writeStack(const Chart &chart, const Plot &plot, size_t slot, std::string &out)
{
    const double width = plot.slotWidth() * 0.64;
    double below = 0;
    for (size_t s = 0; s < chart.series.size(); ++s) {
        const double value = chart.series.at(s).values.at(slot).value_or(0);
        if (value <= 0)
            continue;
        const double top = plot.y(below + value);
        writeBar(chart, s, chart.series.at(s).preliminary.at(slot), {plot.x(slot) - width / 2, top},
                 width, plot.y(below) - top, out);
        below += value;
    }
}

void writeGroup(const Chart &chart, const Plot &plot, size_t slot, std::string &out)
{
    const double count = static_cast<double>(chart.series.size());
    const double width = plot.slotWidth() * 0.64 / count;
    for (size_t s = 0; s < chart.series.size(); ++s) {
        const std::optional<double> &value = chart.series.at(s).values.at(slot);
        if (!value)
            continue;
        const double left = plot.x(slot) + width * (static_cast<double>(s) - count / 2);
        const double top = std::min(plot.y(*value), plot.baseline());
        writeBar(chart, s, chart.series.at(s).preliminary.at(slot), {left, top}, width,
                 std::abs(plot.y(*value) - plot.baseline()), out);
    }
}

/// First and newest value; the others are read from the table.
void writeEndValues(const Chart &chart, const Plot &plot, std::string &out)
{
    if (chart.series.size() != 1 || chart.labels.empty())
        return;
    const std::vector<std::optional<double>> &values = chart.series.front().values;
    const auto write = [&](size_t slot, double x, std::string_view anchor) {
        if (values.at(slot))
            svg::text(out, "chart__value", {x, plot.y(*values.at(slot)) - 10}, anchor,
                      chartNumber(chart, *values.at(slot)));
    };
    const size_t last = values.size() - 1;
    // Above a bar there is room to both sides; a line begins and ends at the edges.
    const bool bars = chart.kind != Kind::Line;
    write(0, bars ? plot.x(0) : plot.x(0) - plot.slotWidth() / 2, bars ? "middle" : "start");
    if (last > 0)
        write(last, bars ? plot.x(last) : plot.x(last) + plot.slotWidth() / 2,
              bars ? "middle" : "end");
}

void writeTargetBar(const Chart &chart, const Plot &plot, size_t slot, std::string &out)
{
    const double width = plot.slotWidth() * 0.64;
    const double top = plot.y(*chart.target);
    svg::rect(out, "chart__target-bar", {plot.x(slot) - width / 2, top}, width,
              plot.baseline() - top);
    // Two short lines: on a phone one long one would run over the last bar.
    const double lettersOnPhones = 26;
    svg::text(out, "chart__value", {Plot::width, top - 10 - lettersOnPhones}, "end", "目標");
    svg::text(out, "chart__value", {Plot::width, top - 10}, "end",
              chartNumber(chart, *chart.target));
    svg::text(out, "chart__tick", {Plot::width, plot.y(0) + 26}, "end", chart.targetShortLabel);
}

void writeBars(const Chart &chart, const Plot &plot, std::string &out)
{
    writePatterns(chart, out);
    for (size_t i = 0; i < chart.labels.size(); ++i) {
        if (chart.kind == Kind::Stacked)
            writeStack(chart, plot, i, out);
        else
            writeGroup(chart, plot, i, out);
    }
    writeEndValues(chart, plot, out);
    if (chart.target)
        writeTargetBar(chart, plot, chart.labels.size() + 1, out);
}

/// A value that is not known interrupts the line instead of pretending a way across.
void writePath(const ChartSeries &series, const Plot &plot, size_t index, std::string &out)
{
    out.append("<path class=\"").append(seriesClass("line", index)).append("\" d=\"");
    bool pen = false;
    for (size_t i = 0; i < series.values.size(); ++i) {
        const std::optional<double> &value = series.values.at(i);
        if (!value) {
            pen = false;
            continue;
        }
        out.append(pen ? "L" : "M");
        svg::number(out, plot.x(i));
        out.append(" ");
        svg::number(out, plot.y(*value));
        pen = true;
    }
    out.append("\"/>");
}

void writeLines(const Chart &chart, const Plot &plot, std::string &out)
{
    if (chart.target) {
        const double y = plot.y(*chart.target);
        svg::line(out, "chart__target", {plot.x(0), y}, {Plot::width, y});
        svg::text(out, "chart__value", {Plot::width, y - 8}, "end",
                  chart.targetLabel + "目標 " + chartNumber(chart, *chart.target));
    }
    for (size_t s = 0; s < chart.series.size(); ++s) {
        const ChartSeries &series = chart.series.at(s);
        writePath(series, plot, s, out);
        for (size_t i = 0; i < series.values.size(); ++i) {
            if (!series.values.at(i))
                continue;
            std::string cssClass = seriesClass("dot", s);
            if (series.preliminary.at(i))
                cssClass += " chart__preliminary";
            svg::marker(out, cssClass, {plot.x(i), plot.y(*series.values.at(i))}, s);
        }
    }
    writeEndValues(chart, plot, out);
}

void writeProgress(const Chart &chart, std::string &out)
{
    constexpr double height = 40;
    const double share = std::clamp(chartProgress(chart).value_or(0), 0.0, 1.0);
    svg::rect(out, "chart__track", {1, 4}, Plot::width - 2, height);
    svg::rect(out, seriesClass("bar", 0), {1, 4}, (Plot::width - 2) * share, height);
    for (int quarter = 1; quarter < 4; ++quarter) {
        const double x = Plot::width * quarter / 4;
        svg::line(out, "chart__grid", {x, 4}, {x, 4 + height});
    }
    if (const auto ends = chartEnds(chart))
        svg::text(out, "chart__tick", {1, progressHeight - 8}, "start",
                  chartNumber(chart, ends->first.value));
    if (chart.target)
        svg::text(out, "chart__tick", {Plot::width - 1, progressHeight - 8}, "end",
                  "目標 " + chartNumber(chart, *chart.target));
}

void openSvg(const Chart &chart, double height, std::string &out)
{
    const std::string id = "chart" + std::to_string(chart.number);
    out.append("<svg class=\"chart\" viewBox=\"0 0 640 ");
    svg::number(out, height);
    out.append("\" role=\"img\" aria-labelledby=\"").append(id).append("-t ").append(id);
    out.append("-d\"><title id=\"").append(id).append("-t\">");
    appendEscaped(out, chart.title);
    out.append("</title><desc id=\"").append(id).append("-d\">");
    appendEscaped(out, chartDescription(chart));
    out.append("</desc>");
}

} // namespace

void writeChart(const Chart &chart, std::string &out)
{
    if (chart.kind == Kind::Progress) {
        openSvg(chart, progressHeight, out);
        writeProgress(chart, out);
        out.append("</svg>\n");
        return;
    }
    openSvg(chart, Plot::height, out);
    const Range range = rangeOf(chart);
    const bool bars = chart.kind != Kind::Line;
    const Scale scale = scaleFor(range.least, range.greatest,
                                 bars || chart.fromZero || isNearZero(range.least, range.greatest));
    // A target stands apart from the years that were counted.
    const size_t slots = chart.labels.size() + (bars && chart.target ? 2 : 0);
    const Plot plot(chart, scale, slots);
    plot.writeGrid(out);
    if (bars)
        writeBars(chart, plot, out);
    else
        writeLines(chart, plot, out);
    plot.writeLabels(out);
    out.append("</svg>\n");
}

void writeLegend(const Chart &chart, std::string &out)
{
    if (chart.series.size() < 2)
        return;
    out.append("<ul class=\"chart-legend\">");
    for (size_t s = 0; s < chart.series.size(); ++s) {
        out.append(
            "<li><svg class=\"chart-legend__key\" viewBox=\"0 0 24 16\" aria-hidden=\"true\">");
        if (chart.kind == Kind::Line) {
            svg::line(out, seriesClass("line", s), {0, 8}, {24, 8});
            svg::marker(out, seriesClass("dot", s), {12, 8}, s);
        } else {
            writeBar(chart, s, false, {2, 1}, 20, 14, out);
        }
        out.append("</svg>");
        appendEscaped(out, chart.series.at(s).name);
        out.append("</li>");
    }
    out.append("</ul>\n");
}

} // namespace kakehashi::render
