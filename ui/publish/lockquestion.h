#pragma once

#include "publish/locking/heldlock.h"

#include <functional>

class QWidget;

namespace kakehashi::ui {

/// Whose lock it is and since when, in Japan's time.
QString lockText(const publish::HeldLock &held);

/// Asks whether it may be broken, naming its owner; `then` is called if so.
void askToBreak(const publish::HeldLock &held, QWidget *parent, std::function<void()> then);

} // namespace kakehashi::ui
