#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace kakehashi::ui {

/// An icon of style::icon() as a sign in a colour of its own: green tick, amber warning. The text
/// beside it says the same, so colour carries nothing alone.
QPixmap mark(const QString &icon, const QColor &color, int size);

/// The colour that goes with the icons "success", "warning", "error" and "info".
QColor markColor(const QString &icon);

} // namespace kakehashi::ui
