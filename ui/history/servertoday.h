#pragma once

#include "ui/today/todaylines.h"

namespace kakehashi::ui {

/// What is wrong at the servers as far as this machine knows without connecting: publishes that
/// were cut off, scheduled ones that did not happen, differences that the last check found. A
/// cut-off publish is urgent.
TodayGroup serverConcerns(const TodayFacts &facts);

} // namespace kakehashi::ui
