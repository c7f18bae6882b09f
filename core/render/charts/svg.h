#pragma once

#include <string>
#include <string_view>

namespace kakehashi::render::svg {

struct Point
{
    double x = 0;
    double y = 0;
};

/// Coordinates with one digit after the point: a tenth of a unit is not seen.
void number(std::string &out, double value);
void attribute(std::string &out, std::string_view name, double value);

void line(std::string &out, std::string_view cssClass, Point from, Point to);
void rect(std::string &out, std::string_view cssClass, Point corner, double width, double height,
          std::string_view fill = {});
/// `anchor`: start, middle or end.
void text(std::string &out, std::string_view cssClass, Point at, std::string_view anchor,
          std::string_view words);

/// A mark of its own shape for each series: circle, square, triangle, diamond.
void marker(std::string &out, std::string_view cssClass, Point at, size_t shape);

} // namespace kakehashi::render::svg
