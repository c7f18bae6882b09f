#include "ui/shell/focusorder.h"

#include <QAbstractButton>
#include <QChildEvent>
#include <QKeyEvent>

#include <algorithm>

namespace kakehashi::ui {

namespace {

QList<QWidget *> buttonsIn(QWidget *tools)
{
    QList<QWidget *> buttons;
    const QList<FocusStop> stops = tabStopsIn(tools);
    for (const FocusStop &stop : stops) {
        if (qobject_cast<QAbstractButton *>(stop.target))
            buttons << stop.target;
    }
    return buttons;
}

/// Watches the keys of all buttons of a row, also of those that come later.
class ArrowWalk final : public QObject
{
public:
    explicit ArrowWalk(QWidget *tools) : QObject(tools), m_tools(tools)
    {
        tools->installEventFilter(this);
        const QList<QAbstractButton *> buttons = tools->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons)
            button->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ChildPolished) {
            if (auto *button =
                    qobject_cast<QAbstractButton *>(static_cast<QChildEvent *>(event)->child()))
                button->installEventFilter(this);
        }
        if (event->type() != QEvent::KeyPress || watched == m_tools)
            return QObject::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Home &&
            key != Qt::Key_End)
            return QObject::eventFilter(watched, event);
        walk(static_cast<QWidget *>(watched), key);
        return true;
    }

private:
    void walk(QWidget *from, int key)
    {
        const QList<QWidget *> buttons = buttonsIn(m_tools);
        if (buttons.isEmpty())
            return;
        const qsizetype last = buttons.size() - 1;
        qsizetype at = buttons.indexOf(from);
        if (key == Qt::Key_Home || key == Qt::Key_End)
            at = key == Qt::Key_Home ? 0 : last;
        else
            at = std::clamp<qsizetype>(at + (key == Qt::Key_Right ? 1 : -1), 0, last);
        buttons.at(at)->setFocus(Qt::TabFocusReason);
    }

    QWidget *m_tools;
};

} // namespace

QList<FocusStop> tabStopsIn(const QWidget *area)
{
    QList<FocusStop> stops;
    const auto take = [&](QWidget *widget) {
        const bool stopsHere = widget->focusPolicy() & Qt::TabFocus;
        if (stopsHere && !widget->focusProxy() && widget->isEnabled() && widget->isVisibleTo(area))
            stops.append({widget, nullptr});
    };
    for (QWidget *widget = area->nextInFocusChain(); widget && widget != area;
         widget = widget->nextInFocusChain()) {
        if (area->isAncestorOf(widget))
            take(widget);
    }
    if (stops.isEmpty() && (area->focusPolicy() & Qt::TabFocus))
        take(const_cast<QWidget *>(area)); // a single widget
    return stops;
}

void walkByArrows(QWidget *tools)
{
    new ArrowWalk(tools);
}

QList<FocusStop> toolStopOf(QWidget *tools)
{
    if (tools->isHidden())
        return {};
    const QList<QWidget *> buttons = buttonsIn(tools);
    if (buttons.isEmpty())
        return {};
    QWidget *last = tools->focusWidget(); // which had it last within the row
    return {{buttons.contains(last) ? last : buttons.constFirst(), tools}};
}

} // namespace kakehashi::ui
