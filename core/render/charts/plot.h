#pragma once

#include "render/charts/chart.h"
#include "render/charts/scale.h"
#include "render/charts/svg.h"

namespace kakehashi::render {

/// The drawing area between the axes, in units of the SVG's viewBox. The theme draws letters of
/// 14 units on a wide screen and of 24 on a phone, where the picture is half as large; the margins
/// hold both.
class Plot
{
public:
    Plot(const Chart &chart, const Scale &scale, size_t slots);

    double slotWidth() const;
    double x(size_t slot) const; ///< middle of the slot
    double y(double value) const;
    double baseline() const { return y(m_scale.low > 0 ? m_scale.low : 0); }

    void writeGrid(std::string &out) const;
    void writeLabels(std::string &out) const;

    static constexpr double width = 640;
    static constexpr double height = 360;

private:
    void writeGroupLabels(std::string &out) const;

    const Chart &m_chart;
    const Scale &m_scale;
    size_t m_slots;
    double m_left = 0;
};

std::string seriesClass(std::string_view part, size_t series);

} // namespace kakehashi::render
