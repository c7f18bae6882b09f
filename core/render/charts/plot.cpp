#include "render/charts/plot.h"

#include <algorithm>

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
    const auto every = std::max<size_t>(1, static_cast<size_t>(labelWidth / slotWidth() + 0.99));
    double free = 0;
    for (size_t i = 0; i < count; ++i) {
        if ((count - 1 - i) % every == 0)
            svg::text(out, "chart__tick", {x(i), bottom + 26}, "middle", m_chart.shortLabels.at(i));
        const bool begins = !m_chart.groupLabels.at(i).empty();
        const auto next = std::find_if(m_chart.groupLabels.cbegin() + static_cast<long>(i) + 1,
                                       m_chart.groupLabels.cend(),
                                       [](const std::string &label) { return !label.empty(); });
        const double room =
            static_cast<double>(next - m_chart.groupLabels.cbegin() - static_cast<long>(i)) *
            slotWidth();
        if (!begins || room < groupWidth || x(i) - slotWidth() / 2 < free)
            continue;
        const double start = x(i) - slotWidth() / 2;
        svg::text(out, "chart__tick", {start, bottom + 54}, "start", m_chart.groupLabels.at(i));
        free = start + groupWidth;
    }
}

std::string seriesClass(std::string_view part, size_t series)
{
    return "chart__" + std::string(part) + " chart__s" + std::to_string(series % 4 + 1);
}

} // namespace kakehashi::render
