#include "ui/shell/calmwheel.h"

#include <QEvent>
#include <QWidget>

namespace kakehashi::ui {
namespace {

class Filter final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *field = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !field || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // for the form around it
        return true;
    }
};

} // namespace

void calmWheel(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus); // the wheel alone does not go into it
    field->installEventFilter(new Filter(field));
}

} // namespace kakehashi::ui
