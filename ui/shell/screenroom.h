#pragma once

class QApplication;

namespace kakehashi::ui {

/// Dialogs and windows open no larger than the screen, wherever they were made for a larger one.
void keepWithinScreens(QApplication &application);

} // namespace kakehashi::ui
