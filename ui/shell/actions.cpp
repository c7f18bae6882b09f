#include "ui/shell/actions.h"

#include "ui/style/style.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace kakehashi::ui {

ActionRegistry::ActionRegistry(QWidget *window) : m_window(window) {}

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    if (!spec.icon.isEmpty())
        action->setIcon(style::icon(spec.icon));
    action->setEnabled(!spec.needsSite || m_session);
    if (spec.run) {
        connect(action, &QAction::triggered, this, [this, run = spec.run] {
            run({m_session, m_window});
        });
    }
    // An action without a menu still has to answer to its shortcut.
    if (m_window)
        m_window->addAction(action);
    m_specs.append(spec);
    m_actions.insert(spec.id, action);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    return m_actions.value(id);
}

void ActionRegistry::fill(QMenu *menu, MenuPlace place) const
{
    QList<ActionSpec> here;
    std::copy_if(m_specs.cbegin(), m_specs.cend(), std::back_inserter(here),
                 [place](const ActionSpec &spec) { return spec.menu == place; });
    std::stable_sort(here.begin(), here.end(),
                     [](const ActionSpec &a, const ActionSpec &b) { return a.order < b.order; });
    int group = here.isEmpty() ? 0 : here.constFirst().order / 10;
    for (const ActionSpec &spec : here) {
        if (spec.order / 10 != group)
            menu->addSeparator();
        group = spec.order / 10;
        menu->addAction(m_actions.value(spec.id));
    }
}

void ActionRegistry::setSession(Session *session)
{
    m_session = session;
    for (const ActionSpec &spec : std::as_const(m_specs))
        m_actions.value(spec.id)->setEnabled(!spec.needsSite || session);
}

} // namespace kakehashi::ui
