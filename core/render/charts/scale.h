#pragma once

#include <vector>

namespace kakehashi::render {

/// A value axis with round numbers: lines at low, low + step, … high.
struct Scale
{
    double low = 0;
    double high = 1;
    double step = 1;

    /// 0 at the bottom, 1 at the top.
    double share(double value) const { return (value - low) / (high - low); }
    std::vector<double> lines() const;
};

/// Whether lines between these lose little when their axis begins at zero, too: what grew from 480
/// to 870 then looks as what grew from 8,000 to 17,000.
bool isNearZero(double least, double greatest);

/// About four steps of 1, 2 or 5 × 10ⁿ around all values. Bars need the axis to begin at zero,
/// for their length is what is read.
Scale scaleFor(double least, double greatest, bool fromZero);

} // namespace kakehashi::render
