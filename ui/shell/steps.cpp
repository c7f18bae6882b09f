#include "ui/shell/steps.h"

#include <QStackedWidget>

namespace kakehashi::ui {

void showStepIn(QStackedWidget &steps, QWidget *step)
{
    const bool hadFocus = steps.isAncestorOf(steps.window()->focusWidget());
    for (int i = 0; i < steps.count(); ++i) {
        if (steps.widget(i) == step || steps.widget(i)->isAncestorOf(step))
            steps.setCurrentIndex(i);
    }
    if (hadFocus)
        step->setFocus(Qt::OtherFocusReason);
}

} // namespace kakehashi::ui
