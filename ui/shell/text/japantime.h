#pragma once

#include <QDateTime>

namespace kakehashi::ui {

/// What date fields show: Japan's time as a naive value (in UTC, which has no daylight saving),
/// whatever the workstation is set to. Invalid stays invalid both ways.
QDateTime shownTime(const QDateTime &stored);
QDateTime storedTime(const QDateTime &shown); ///< UTC

} // namespace kakehashi::ui
