#pragma once

#include <QList>
#include <QWidget>

namespace kakehashi::ui {

/// A place where Tab stops.
struct FocusStop
{
    QWidget *target = nullptr;
    /// Focus anywhere in it counts as being at this stop; null: the target alone.
    QWidget *area = nullptr;

    bool holds(const QWidget *widget) const
    {
        const QWidget *whole = area ? area : target;
        return whole == widget || whole->isAncestorOf(widget);
    }
};

/// A panel of the workbench that says where Tab stops in it. One rule for the whole window: list,
/// title, text, fields, the preview's frame; what is left of each (tools, searches) comes after.
class FocusOrder
{
public:
    virtual ~FocusOrder() = default;
    virtual QList<FocusStop> mainStops() const = 0;
    virtual QList<FocusStop> toolStops() const = 0;
    virtual QWidget *textStop() const { return nullptr; } ///< where Esc leads
    /// Shows the part of the panel in which the stop is.
    virtual void reveal(QWidget *target) { Q_UNUSED(target) }
};

/// The widgets in `area` at which Tab would stop by itself, in their order; those in hidden pages
/// of a stack count when the page itself would show them.
QList<FocusStop> tabStopsIn(const QWidget *area);

/// Makes a row of buttons one stop: the arrow keys walk in it.
void walkByArrows(QWidget *tools);
/// That stop: the button that had the focus last, or the first. Nothing when it has none.
QList<FocusStop> toolStopOf(QWidget *tools);

} // namespace kakehashi::ui
