#include "render/charts/svg.h"

#include "render/html.h"

#include <array>
#include <charconv>
#include <cmath>

namespace kakehashi::render::svg {

void number(std::string &out, double value)
{
    const double tenths = std::round(value * 10) / 10;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), tenths).ptr;
    out.append(digits.data(), end);
}

void attribute(std::string &out, std::string_view name, double value)
{
    out.append(" ").append(name).append("=\"");
    number(out, value);
    out.append("\"");
}

void line(std::string &out, std::string_view cssClass, Point from, Point to)
{
    out.append("<line class=\"").append(cssClass).append("\"");
    attribute(out, "x1", from.x);
    attribute(out, "y1", from.y);
    attribute(out, "x2", to.x);
    attribute(out, "y2", to.y);
    out.append("/>");
}

void rect(std::string &out, std::string_view cssClass, Point corner, double width, double height,
          std::string_view fill)
{
    out.append("<rect class=\"").append(cssClass).append("\"");
    attribute(out, "x", corner.x);
    attribute(out, "y", corner.y);
    attribute(out, "width", width);
    attribute(out, "height", height);
    if (!fill.empty())
        out.append(" fill=\"").append(fill).append("\"");
    out.append("/>");
}

void text(std::string &out, std::string_view cssClass, Point at, std::string_view anchor,
          std::string_view words)
{
    out.append("<text class=\"").append(cssClass).append("\"");
    attribute(out, "x", at.x);
    attribute(out, "y", at.y);
    out.append(" text-anchor=\"").append(anchor).append("\">");
    appendEscaped(out, words);
    out.append("</text>");
}

void marker(std::string &out, std::string_view cssClass, Point at, size_t shape)
{
    constexpr double radius = 4.5;
    constexpr std::array<std::string_view, 3> corners{"-4,-4 4,-4 4,4 -4,4", "0,-5.5 5,4 -5,4",
                                                      "0,-6 6,0 0,6 -6,0"};
    if (shape % 4 == 0) {
        out.append("<circle class=\"").append(cssClass).append("\"");
        attribute(out, "cx", at.x);
        attribute(out, "cy", at.y);
        attribute(out, "r", radius);
        out.append("/>");
        return;
    }
    out.append("<polygon class=\"").append(cssClass).append("\" points=\"");
    out.append(corners.at(shape % 4 - 1)).append("\" transform=\"translate(");
    number(out, at.x);
    out.append(" ");
    number(out, at.y);
    out.append(")\"/>");
}

} // namespace kakehashi::render::svg
