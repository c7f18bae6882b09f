#pragma once

#include <QIcon>

namespace kakehashi::ui {

/// A dot in the target's colour ("#rrggbb"): the same mark wherever the target is named.
QIcon targetDot(const QString &color);

} // namespace kakehashi::ui
