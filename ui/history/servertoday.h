#pragma once

#include "ui/today/todaylines.h"

namespace kakehashi::ui {

/// What is wrong at the servers as far as this machine knows without connecting: publishes that
/// were cut off, scheduled ones that did not happen, differences that the last check found. A
/// cut-off publish is also told once in the message bar.
TodayGroup serverConcerns(Session &session);

} // namespace kakehashi::ui
