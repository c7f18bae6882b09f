#pragma once

#include "ui/shell/feature.h"
#include "ui/shell/focusorder.h"

#include <QPointer>
#include <QWidget>

namespace kakehashi::ui {

/// What the window holds, and the one rule by which the keyboard goes through its workbench:
/// list → title → text → fields → the preview's frame → the tools of each → sidebar and messages,
/// and round again. Esc always leads back to the text, and so does a widget that hides while it
/// has the focus. Over full panels Tab goes as Qt has it.
class FocusFrame final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// A panel of the workbench; it takes part while it is shown and is a FocusOrder.
    void addPanel(QWidget *panel, PanelPlace place);
    /// What lies around the panels: sidebar, message bar.
    void addEdge(QWidget *edge);
    void returnToText();

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Place
    {
        FocusStop stop;
        FocusOrder *panel = nullptr;
    };
    QList<QWidget *> shownPanels() const;
    QList<Place> places() const;
    bool goOnAsQtHasIt(bool next);
    QWidget *text() const; ///< null: no page is open
    static void go(const Place &place);

    QList<std::pair<QPointer<QWidget>, PanelPlace>> m_panels;
    QList<QPointer<QWidget>> m_edges;
};

} // namespace kakehashi::ui
