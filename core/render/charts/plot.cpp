#include "render/charts/plot.h"

#include <algorithm>
#include <cmath>

namespace kakehashi::render {
namespace {

constexpr double top = 36; // room for a value above the highest bar
constexpr double bottom = 296;
constexpr double digitWidth = 13.5; // of the phone's letters
constexpr double labelWidth = 64;   // 「12月」「2021」 in the phone's letters
constexpr double groupWidth = 140;  // 「令和8年」 in the same

} // namespace

Plot::Plot(const Chart &chart, const Scale &scale, size_t slots)
    : m_chart(chart), m_scale(scale), m_slots(std::max<size_t>(slots, 1))
{
    size_t longest = 0;
    for (const double line : scale.lines())
        longest = std::max(longest, chartNumber(chart, line).size());
    m_left = static_cast<double>(longest) * digitWidth + 12;
}

double Plot::slotWidth() const
{
    return (width - m_left) / static_cast<double>(m_slots);
}

double Plot::x(size_t slot) const
{
    return m_left + slotWidth() * (static_cast<double>(slot) + 0.5);
}

double Plot::y(double value) const
{
    return bottom - m_scale.share(value) * (bottom - top);
}

void Plot::writeGrid(std::string &out) const
{
    for (const double line : m_scale.lines()) {
        const bool isBase = line == m_scale.low;
        svg::line(out, isBase ? "chart__axis" : "chart__grid", {m_left, y(line)}, {width, y(line)});
        svg::text(out, "chart__tick", {m_left - 8, y(line) + 5}, "end", chartNumber(m_chart, line));
    }
}

/// As many as fit in the phone's larger letters; the last one is always there.
void Plot::writeLabels(std::string &out) const
{
    const size_t count = m_chart.shortLabels.size();
    const auto every = static_cast<size_t>(std::ceil(labelWidth / slotWidth()));
    for (size_t i = 0; i < count; ++i) {
        if ((count - 1 - i) % every == 0)
            svg::text(out, "chart__tick", {x(i), bottom + 26}, "middle", m_chart.shortLabels.at(i));
    }
    writeGroupLabels(out);
}

void Plot::writeGroupLabels(std::string &out) const
{
    double free = 0;
    for (size_t i = 0; i < m_chart.groupLabels.size(); ++i) {
        const std::string &label = m_chart.groupLabels.at(i);
        const double start = x(i) - slotWidth() / 2;
        if (label.empty() || start < free)
            continue;
        const bool isCut = start + groupWidth > width;
        if (isCut && free > width - groupWidth)
            continue;
        svg::text(out, "chart__tick", {isCut ? width : start, bottom + 54}, isCut ? "end" : "start",
                  label);
        free = start + groupWidth;
    }
}

std::string seriesClass(std::string_view part, size_t series)
{
    return "chart__" + std::string(part) + " chart__s" + std::to_string(series % 4 + 1);
}

} // namespace kakehashi::render
