#pragma once

#include <QObject>
#include <QPointer>
#include <QUndoGroup>
#include <QWidget>

class QUndoStack;

namespace kakehashi::ui {

/// Makes Ctrl+Z follow the keyboard's focus: what it takes back is what the person is looking at,
/// never something of a panel out of sight. Menus, bars and dialogs change nothing.
class UndoFocus final : public QObject
{
    Q_OBJECT

public:
    /// One for each session, whose child it is.
    explicit UndoFocus(QObject *session);
    static UndoFocus &of(const QObject &session);

    QUndoGroup &group() { return m_group; }

    /// What undo means in `area` and all that is in it; null: nothing can be undone there.
    static void setStack(QWidget *area, QUndoStack *stack);
    /// Where the focus counts as being while it is nowhere.
    void setHome(QWidget *area) { m_home = area; }
    /// The person went there, even if nothing in it takes the focus.
    void enter(QWidget *area) { follow(area); }
    /// Looks again, after an area got another stack.
    void refresh();

private:
    void follow(QWidget *focused);

    QUndoGroup m_group;
    QPointer<QWidget> m_focused;
    QPointer<QWidget> m_home;
};

} // namespace kakehashi::ui
