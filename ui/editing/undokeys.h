#pragma once

#include <QObject>
#include <QPointer>

class QUndoStack;

namespace kakehashi::ui {

/// Hands Ctrl+Z and its kin from text fields, which would undo by themselves, to the stack of the
/// open document. Install it on every field of the editor.
class UndoKeys final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void setStack(QUndoStack *stack) { m_stack = stack; }
    void watch(QWidget *widget); ///< it and every text field in it
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QUndoStack> m_stack;
};

} // namespace kakehashi::ui
