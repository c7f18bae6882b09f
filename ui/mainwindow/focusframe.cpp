#include "ui/mainwindow/focusframe.h"

#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>

namespace kakehashi::ui {

void FocusFrame::addPanel(QWidget *panel, PanelPlace place)
{
    m_panels.removeIf([](const auto &each) { return !each.first; }); // of a site closed since
    m_panels.append({panel, place});
}

void FocusFrame::addEdge(QWidget *edge)
{
    m_edges.removeIf([](const QPointer<QWidget> &each) { return !each; });
    if (!m_edges.contains(edge))
        m_edges.append(edge);
}

QList<QWidget *> FocusFrame::shownPanels() const
{
    QList<QWidget *> shown;
    for (const PanelPlace place :
         {PanelPlace::Navigator, PanelPlace::Editor, PanelPlace::Preview}) {
        for (const auto &[panel, where] : m_panels) {
            if (where == place && panel && panel->isVisible())
                shown << panel;
        }
    }
    return shown;
}

QList<FocusFrame::Place> FocusFrame::places() const
{
    QList<Place> places;
    QList<Place> tools;
    const QList<QWidget *> panels = shownPanels();
    for (QWidget *panel : panels) {
        auto *order = dynamic_cast<FocusOrder *>(panel);
        if (!order)
            continue;
        const QList<FocusStop> mains = order->mainStops();
        for (const FocusStop &stop : mains)
            places.append({stop, order});
        const QList<FocusStop> others = order->toolStops();
        for (const FocusStop &stop : others)
            tools.append({stop, order});
    }
    places += tools;
    for (const QPointer<QWidget> &edge : m_edges) {
        const QList<FocusStop> stops =
            edge && edge->isVisible() ? tabStopsIn(edge) : QList<FocusStop>();
        for (const FocusStop &stop : stops)
            places.append({stop, nullptr});
    }
    return places;
}

void FocusFrame::go(const Place &place)
{
    if (place.panel)
        place.panel->reveal(place.stop.target);
    place.stop.target->setFocus(Qt::TabFocusReason);
    for (QWidget *above = place.stop.target->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(place.stop.target);
    }
}

bool FocusFrame::focusNextPrevChild(bool next)
{
    const QList<Place> all = shownPanels().isEmpty() ? QList<Place>() : places();
    if (all.isEmpty())
        return goOnAsQtHasIt(next);
    const QWidget *now = window()->focusWidget();
    if (now && (!now->isVisible() || !now->isEnabled())) {
        // It has just been hidden, such as a bar that was answered: what is typed next is text,
        // unless that hides as well because another page of a stack is shown.
        QWidget *text = this->text();
        if (!text || !text->isVisible())
            return goOnAsQtHasIt(next);
        text->setFocus(Qt::OtherFocusReason);
        return true;
    }
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size() && at < 0; ++i) {
        if (all.at(i).stop.holds(now))
            at = i;
    }
    const qsizetype count = all.size();
    go(all.at(at < 0 ? 0 : (at + (next ? 1 : count - 1)) % count));
    return true;
}

/// A button that goes leaves the keyboard in its place: the next one may be a message's, and a
/// stray Space would press it.
bool FocusFrame::goOnAsQtHasIt(bool next)
{
    QWidget *rest = window()->focusWidget();
    const bool isGone = rest && (!rest->isVisible() || !rest->isEnabled());
    while (rest && (!rest->isVisible() || !rest->isEnabled()))
        rest = rest->parentWidget();
    const bool moved = QWidget::focusNextPrevChild(next);
    const QWidget *now = window()->focusWidget();
    const bool isEdge = std::any_of(m_edges.cbegin(), m_edges.cend(), [now](const auto &edge) {
        return edge && edge->isAncestorOf(now);
    });
    if (isGone && isEdge && rest)
        rest->setFocus(Qt::OtherFocusReason);
    return moved;
}

QWidget *FocusFrame::text() const
{
    const QList<QWidget *> panels = shownPanels();
    for (QWidget *panel : panels) {
        auto *order = dynamic_cast<FocusOrder *>(panel);
        if (order && order->textStop())
            return order->textStop();
    }
    return nullptr;
}

void FocusFrame::returnToText()
{
    const QList<QWidget *> panels = shownPanels();
    for (QWidget *panel : panels) {
        auto *order = dynamic_cast<FocusOrder *>(panel);
        QWidget *text = order ? order->textStop() : nullptr;
        if (text)
            return go({{text, nullptr}, order});
    }
    if (const QList<Place> all = places(); !all.isEmpty())
        go(all.constFirst());
}

void FocusFrame::keyPressEvent(QKeyEvent *event)
{
    const bool isWorkbench = !shownPanels().isEmpty();
    if (isWorkbench && event->key() == Qt::Key_Escape)
        return returnToText();
    if (isWorkbench && event->key() == Qt::Key_F6) {
        const QList<QWidget *> panels = shownPanels();
        if (auto *last = dynamic_cast<FocusOrder *>(panels.constLast())) {
            const QList<FocusStop> stops = last->mainStops();
            if (!stops.isEmpty())
                return go({stops.constFirst(), last});
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace kakehashi::ui
