#pragma once

#include <QColor>
#include <QHash>
#include <QString>

namespace kakehashi::render {

/// Contrast of two opaque colours by WCAG 2: 1 to 21.
double contrast(const QColor &one, const QColor &other);

inline constexpr double textContrast = 4.5;    ///< WCAG 1.4.3 (AA)
inline constexpr double controlContrast = 3.0; ///< WCAG 1.4.11 (AA)

/// What a site's colour becomes in one appearance. Keys are the roles of theme.json's
/// cssVariables: accent, accentStrong, accentSoft, accentLine, onAccent, link, hover, footer,
/// footerLine, and in the dark also background, surface, soft, line.
using PaletteColors = QHash<QString, QColor>;

struct Palette
{
    PaletteColors light;
    PaletteColors dark;
};

/// Derives both appearances from one colour so that text keeps 4.5 : 1 and controls 3 : 1, also
/// from a colour that would not do as it is.
Palette paletteFrom(const QColor &accent);

/// The contrast that decides whether a colour may be a site's: white text on it, and it as a link
/// on white.
double accentContrast(const QColor &accent);

/// The colour itself when it passes, else the nearest of its hue that does: darker.
QColor nearestAccent(const QColor &accent);

} // namespace kakehashi::render
