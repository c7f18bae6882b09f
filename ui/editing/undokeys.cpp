#include "ui/editing/undokeys.h"

#include <QKeyEvent>
#include <QUndoStack>
#include <QWidget>

namespace kakehashi::ui {

void UndoKeys::watch(QWidget *widget)
{
    widget->installEventFilter(this);
    const QList<QWidget *> inside = widget->findChildren<QWidget *>();
    for (QWidget *child : inside)
        child->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isRedo = key->matches(QKeySequence::Redo);
    if (!isUndo && !isRedo)
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && m_stack) {
        if (isUndo)
            m_stack->undo();
        else
            m_stack->redo();
    }
    return true;
}

} // namespace kakehashi::ui
