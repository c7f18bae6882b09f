#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QWidget;

namespace kakehashi::ui::style {

enum class Appearance { System, Light, Dark };

/// Sets Fusion, palette and style sheet; may be called again at any time. Widgets hear of it as
/// QEvent::PaletteChange.
void apply(QApplication &application, Appearance appearance);
Appearance appearance();
bool isDark();

/// The rhythm of the window in device-independent pixels: everything is a multiple of 4.
inline constexpr int hairGap = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 16;
inline constexpr int rowHeight = 32;
inline constexpr int iconSize = 20;

/// Colours by what they are for. Text on any surface has a contrast of at least 4.5 : 1.
struct Tokens
{
    QColor window;  ///< behind everything
    QColor surface; ///< lists, editors, cards
    QColor sunken;  ///< sidebar, strips
    QColor line;    ///< hairlines between parts
    QColor text;
    QColor muted;  ///< secondary text
    QColor accent; ///< the one accent: selection, links, primary buttons
    QColor onAccent;
    QColor accentSoft; ///< selected rows, hover
    QColor success;
    QColor warning;
    QColor danger;
};
const Tokens &tokens();

/// A line icon of resources/icons/NAME.svg in the colour of the text around it, at any scale and
/// in both appearances. An empty icon when there is no such file.
QIcon icon(const QString &name);

/// Roles that the style sheet knows. Set once after making the widget.
void markPrimary(QWidget *button); ///< filled with the accent; one per panel
void markMuted(QWidget *label);
void markHeading(QWidget *label);
void markStrip(QWidget *bar); ///< tool and status strips with a hairline

} // namespace kakehashi::ui::style
