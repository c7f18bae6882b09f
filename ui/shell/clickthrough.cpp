#include "ui/shell/clickthrough.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace kakehashi::ui {

namespace {

/// What opens a popup by a click: a second click is meant to close it and no more.
bool opensPopups(const QWidget *widget)
{
    if (const auto *tool = qobject_cast<const QToolButton *>(widget))
        return tool->menu();
    if (const auto *button = qobject_cast<const QPushButton *>(widget))
        return button->menu();
    return qobject_cast<const QMenuBar *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

bool ClickThrough::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto *popup = static_cast<QWidget *>(watched);
    const auto *press = static_cast<QMouseEvent *>(event);
    const bool isBeside = popup->windowType() == Qt::Popup && press->button() == Qt::LeftButton &&
                          !popup->rect().contains(press->position().toPoint());
    if (isBeside) {
        // Once only: where the platform would pass the click on too, it must not come twice.
        popup->setAttribute(Qt::WA_NoMouseReplay);
        const QPoint global = press->globalPosition().toPoint();
        QTimer::singleShot(0, this, [this, global] { pass(global); });
    }
    return QObject::eventFilter(watched, event);
}

void ClickThrough::pass(const QPoint &global)
{
    QWidget *under = QApplication::widgetAt(global);
    for (QWidget *widget = under; widget; widget = widget->parentWidget()) {
        if (opensPopups(widget))
            return;
    }
    // Another popup, or a dialog that blocks the window below it.
    const QWidget *modal = QApplication::activeModalWidget();
    if (!under || QApplication::activePopupWidget() || (modal && under->window() != modal))
        return;
    for (QWidget *widget = under; widget; widget = widget->parentWidget()) {
        if (widget->isEnabled() && (widget->focusPolicy() & Qt::ClickFocus)) {
            widget->setFocus(Qt::MouseFocusReason);
            break;
        }
    }
    const QPointF local = under->mapFromGlobal(QPointF(global));
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton,
                      QApplication::keyboardModifiers());
    QApplication::sendEvent(under, &press);
    // The button may be up already, and what was pressed must not stay so.
    if (!(QGuiApplication::mouseButtons() & Qt::LeftButton)) {
        QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton,
                            QApplication::keyboardModifiers());
        QApplication::sendEvent(under, &release);
    }
}

} // namespace kakehashi::ui
