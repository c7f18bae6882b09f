#include "ui/shell/linestart.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>

namespace kakehashi::ui {
namespace {

void goToStart(QLineEdit *edit)
{
    if (!edit->hasFocus() && edit->cursorPosition() > 0)
        edit->home(false);
}

class Filter final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The only events of the many that pass here which are looked at.
        if (event->type() == QEvent::Polish || event->type() == QEvent::FocusOut) {
            if (auto *edit = qobject_cast<QLineEdit *>(watched))
                follow(edit, event->type());
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static void follow(QLineEdit *edit, QEvent::Type type)
    {
        if (type == QEvent::Polish) {
            connect(edit, &QLineEdit::textChanged, edit, [edit] { goToStart(edit); });
            goToStart(edit);
        } else {
            // The focus is still there; a menu or another window only borrows it.
            QMetaObject::invokeMethod(
                edit,
                [edit] {
                    if (edit->window()->isActiveWindow() && !QApplication::activePopupWidget())
                        goToStart(edit);
                },
                Qt::QueuedConnection);
        }
    }
};

} // namespace

void showLineStarts(QApplication &application)
{
    application.installEventFilter(new Filter(&application));
}

} // namespace kakehashi::ui
