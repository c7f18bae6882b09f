#include "ui/preview/previewfeature.h"

#include "ui/preview/previewpanel.h"
#include "ui/shell/feature.h"

namespace kakehashi::ui {

namespace {

void addZoomActions(ActionRegistry &actions)
{
    actions.add({.id = QStringLiteral("preview.larger"),
                 .text = PreviewPanel::tr("Preview &larger"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Plus),
                 .menu = MenuPlace::View,
                 .order = 40});
    actions.add({.id = QStringLiteral("preview.smaller"),
                 .text = PreviewPanel::tr("Preview &smaller"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Minus),
                 .menu = MenuPlace::View,
                 .order = 41});
    actions.add({.id = QStringLiteral("preview.fit"),
                 .text = PreviewPanel::tr("&Fit the preview to its column"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::Key_0),
                 .menu = MenuPlace::View,
                 .order = 42});
}

} // namespace

void registerPreview(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("preview");
    panel.place = PanelPlace::Preview;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new PreviewPanel(session, parent);
    };
    registry.add(panel);
    addZoomActions(registry.actions());
}

} // namespace kakehashi::ui
