#include "render/theme/palette.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace kakehashi::render {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// Hue and saturation of a colour; greys have neither.
struct Tint
{
    float hue;
    float saturation;

    explicit Tint(const QColor &color)
        : hue(std::max(0.0F, color.hslHueF())), saturation(color.hslSaturationF())
    {}

    /// `most` keeps large areas calm.
    QColor at(double lightness, double most = 1) const
    {
        const QColor color = QColor::fromHslF(hue, std::min(saturation, float(most)),
                                              float(std::clamp(lightness, 0.0, 1.0)));
        return QColor(color.rgb()); // what the style sheet will say: eight bits a channel
    }
};

enum class Way { Darker, Lighter };

/// The nearest colour of this tint, from `lightness` on, that reads on all of these.
QColor reading(const Tint &tint, double lightness, Way way, std::initializer_list<QColor> grounds,
               double wanted = textContrast)
{
    constexpr double step = 0.004;
    QColor color = tint.at(lightness);
    const auto reads = [&] {
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](const QColor &ground) { return contrast(color, ground) >= wanted; });
    };
    while (!reads() && (way == Way::Darker ? lightness > 0 : lightness < 1)) {
        lightness += way == Way::Darker ? -step : step;
        color = tint.at(lightness);
    }
    return color;
}

PaletteColors lightColors(const QColor &accent)
{
    constexpr double calm = 0.5;
    const Tint tint(accent);
    const QColor white(Qt::white);
    const double lightness = accent.lightnessF();
    const QColor soft = tint.at(0.94, calm);
    const QColor link = reading(tint, lightness, Way::Darker, {white, soft});
    return {{QStringLiteral("accent"), accent},
            {QStringLiteral("onAccent"), white},
            {QStringLiteral("accentStrong"),
             reading(tint, lightness * 0.8, Way::Darker, {white, soft})},
            {QStringLiteral("accentSoft"), soft},
            {QStringLiteral("accentLine"), tint.at(0.72, calm)},
            {QStringLiteral("link"), link},
            {QStringLiteral("hover"), tint.at(link.lightnessF() * 0.6)},
            {QStringLiteral("footer"),
             reading(tint, std::min(lightness * 0.8, 0.3), Way::Darker, {white}, 7)},
            {QStringLiteral("footerLine"), tint.at(0.36, calm)}};
}

PaletteColors darkColors(const QColor &accent)
{
    constexpr double calm = 0.16;
    constexpr double vivid = 0.6; // a light colour of full saturation glares on black
    const Tint tint(accent);
    Tint pale = tint;
    pale.saturation = std::min(pale.saturation, float(vivid));
    const QColor surface = tint.at(0.11, calm);
    const QColor soft = tint.at(0.137, 0.43);
    const QColor bright = reading(pale, 0.61, Way::Lighter, {surface, soft});
    const QColor strong = reading(pale, 0.72, Way::Lighter, {surface, soft});
    return {{QStringLiteral("accent"), bright},
            {QStringLiteral("onAccent"), reading(tint, 0.08, Way::Darker, {bright, strong})},
            {QStringLiteral("accentStrong"), strong},
            {QStringLiteral("accentSoft"), soft},
            {QStringLiteral("accentLine"), tint.at(0.27, vivid)},
            {QStringLiteral("link"), strong},
            {QStringLiteral("hover"), pale.at(0.83)},
            {QStringLiteral("footer"), tint.at(0.09, vivid)},
            {QStringLiteral("footerLine"), tint.at(0.23, 0.4)},
            {QStringLiteral("background"), tint.at(0.075, calm)},
            {QStringLiteral("surface"), surface},
            {QStringLiteral("soft"), tint.at(0.1, calm)},
            {QStringLiteral("line"), tint.at(0.235, calm)}};
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

double accentContrast(const QColor &accent)
{
    return contrast(accent, Qt::white);
}

QColor nearestAccent(const QColor &accent)
{
    if (accentContrast(accent) >= textContrast)
        return accent;
    return reading(Tint(accent), accent.lightnessF(), Way::Darker, {QColor(Qt::white)});
}

Palette paletteFrom(const QColor &accent)
{
    const QColor usable = nearestAccent(accent);
    return {lightColors(usable), darkColors(usable)};
}

} // namespace kakehashi::render
