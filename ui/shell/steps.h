#pragma once

class QStackedWidget;
class QWidget;

namespace kakehashi::ui {

/// Shows the page that is this step or holds it. A focus that was in the page before goes to the
/// step itself and to none of its buttons: a stray Space would press it.
void showStepIn(QStackedWidget &steps, QWidget *step);

} // namespace kakehashi::ui
