#include "ui/editing/undofocus.h"

#include <QApplication>
#include <QUndoStack>
#include <QVariant>

namespace kakehashi::ui {

namespace {

using StackPointer = QPointer<QUndoStack>;
constexpr auto stackProperty = "undoStack";

} // namespace

UndoFocus::UndoFocus(QObject *session) : QObject(session)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

UndoFocus &UndoFocus::of(const QObject &session)
{
    return *session.findChild<UndoFocus *>(QString(), Qt::FindDirectChildrenOnly);
}

void UndoFocus::setStack(QWidget *area, QUndoStack *stack)
{
    area->setProperty(stackProperty, QVariant::fromValue(StackPointer(stack)));
}

void UndoFocus::refresh()
{
    follow(m_focused ? m_focused : m_home);
}

void UndoFocus::follow(QWidget *focused)
{
    for (QWidget *area = focused; area; area = area->parentWidget()) {
        const QVariant property = area->property(stackProperty);
        if (!property.isValid())
            continue;
        m_focused = focused;
        QUndoStack *stack = property.value<StackPointer>();
        if (stack)
            m_group.addStack(stack);
        return m_group.setActiveStack(stack);
    }
}

} // namespace kakehashi::ui
