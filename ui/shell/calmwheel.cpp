#include "ui/shell/calmwheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDial>
#include <QEvent>
#include <QSlider>

namespace kakehashi::ui {
namespace {

bool holdsASetting(const QObject *object)
{
    return qobject_cast<const QComboBox *>(object) ||
           qobject_cast<const QAbstractSpinBox *>(object) ||
           qobject_cast<const QSlider *>(object) || qobject_cast<const QDial *>(object);
}

} // namespace

bool CalmWheel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isWheel = event->type() == QEvent::Wheel;
    if ((!isWheel && event->type() != QEvent::Polish) || !holdsASetting(watched))
        return QObject::eventFilter(watched, event);
    if (isWheel) {
        event->ignore(); // for the form around it
        return true;
    }
    auto *field = static_cast<QWidget *>(watched);
    if (field->focusPolicy() == Qt::WheelFocus)
        field->setFocusPolicy(Qt::StrongFocus);
    return QObject::eventFilter(watched, event);
}

} // namespace kakehashi::ui
