#pragma once

class QWidget;

namespace kakehashi::ui {

/// A list or number that stands in a form which scrolls: turning the wheel over it moves the form
/// and does not change a setting unnoticed, unless the person went into the field first.
void calmWheel(QWidget *field);

} // namespace kakehashi::ui
