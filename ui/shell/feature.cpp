#include "ui/shell/feature.h"

#include "ui/shell/session.h"

#include <algorithm>

namespace kakehashi::ui {

namespace {

QKeySequence shortcutOf(const QList<Panel> &panels, const Panel &panel)
{
    // Ctrl+1 … Ctrl+9 follow the order of the sidebar; what stands at its bottom has none.
    if (panel.order >= 1000)
        return {};
    const auto before = std::count_if(panels.cbegin(), panels.cend(), [&panel](const Panel &other) {
        return !other.title.isEmpty() && other.order < panel.order;
    });
    if (before >= 9)
        return {};
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + before));
}

} // namespace

void Registry::add(Panel panel)
{
    const auto at =
        std::upper_bound(m_panels.begin(), m_panels.end(), panel,
                         [](const Panel &a, const Panel &b) { return a.order < b.order; });
    m_panels.insert(at, std::move(panel));
}

void Registry::addPanelActions()
{
    for (const Panel &panel : std::as_const(m_panels)) {
        if (panel.title.isEmpty())
            continue;
        const QString id = panel.id;
        m_actions.add(
            {.id = QStringLiteral("show.") + id,
             .text = panel.title,
             .icon = panel.icon,
             .shortcut = shortcutOf(m_panels, panel),
             .menu = MenuPlace::View,
             .order = panel.order >= 1000 ? 20 : 10,
             .run = [id](const ActionContext &context) { context.session->showPanel(id); }});
    }
}

} // namespace kakehashi::ui
