#include "render/charts/scale.h"

#include <algorithm>
#include <cmath>

namespace kakehashi::render {
namespace {

constexpr int wantedSteps = 4;

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

std::vector<double> Scale::lines() const
{
    std::vector<double> lines;
    const auto count = static_cast<int>(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i)
        lines.push_back(low + i * step);
    return lines;
}

bool isNearZero(double least, double greatest)
{
    constexpr double share = 2.0 / 3;
    return least >= 0 && least <= greatest * share;
}

Scale scaleFor(double least, double greatest, bool fromZero)
{
    if (fromZero) {
        least = std::min(least, 0.0);
        greatest = std::max(greatest, 0.0);
    }
    double span = greatest - least;
    if (span <= 0) // one value, or all the same
        span = std::max(std::abs(greatest), 1.0);
    Scale scale;
    scale.step = roundStep(span / wantedSteps);
    scale.low = std::floor(least / scale.step) * scale.step;
    scale.high = std::ceil(greatest / scale.step) * scale.step;
    if (scale.high <= scale.low)
        scale.high = scale.low + scale.step;
    return scale;
}

} // namespace kakehashi::render
