#include "ui/mainwindow/windowactions.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/workbench.h"
#include "ui/shell/session.h"

#include <QAction>
#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

struct WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::WindowActions)

public:
    static void addSites(ActionRegistry &actions, MainWindow &window);
    static void addView(ActionRegistry &actions, MainWindow &window);
    static void addToggle(ActionRegistry &actions, const ActionSpec &spec,
                          const std::function<void(bool)> &show);
    static void backUp(Session &session);
};

void WindowActions::addSites(ActionRegistry &actions, MainWindow &window)
{
    actions.add({.id = QStringLiteral("site.open"),
                 .text = tr("&Open site…"),
                 .icon = QStringLiteral("folder"),
                 .shortcut = QKeySequence::Open,
                 .menu = MenuPlace::File,
                 .order = 20,
                 .needsSite = false,
                 .run = [&window](const ActionContext &) { window.askForFolder(); }});
    actions.add({.id = QStringLiteral("site.new"),
                 .text = tr("New s&ite…"),
                 .menu = MenuPlace::File,
                 .order = 21,
                 .needsSite = false,
                 .run = [&window](const ActionContext &) { window.askForNewSite(); }});
    actions.add({.id = QStringLiteral("site.sample"),
                 .text = tr("Sam&ple portal"),
                 .menu = MenuPlace::File,
                 .order = 22,
                 .needsSite = false,
                 .run = [&window](const ActionContext &) { window.tryTheSample(); }});
    actions.add({.id = QStringLiteral("site.backup"),
                 .text = tr("&Back up now"),
                 .menu = MenuPlace::File,
                 .order = 30,
                 .run = [](const ActionContext &context) { backUp(*context.session); }});
    actions.add({.id = QStringLiteral("site.close"),
                 .text = tr("&Close site"),
                 .menu = MenuPlace::File,
                 .order = 90,
                 .run = [&window](const ActionContext &) {
                     window.leaveSite([&window] { window.closeSite(); });
                 }});
    QAction *quit = actions.add({.id = QStringLiteral("window.quit"),
                                 .text = tr("&Quit"),
                                 .shortcut = QKeySequence::Quit,
                                 .menu = MenuPlace::File,
                                 .order = 91,
                                 .needsSite = false,
                                 .run = [&window](const ActionContext &) { window.close(); }});
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::backUp(Session &session)
{
    if (const auto saved = session.saveAll(); !saved)
        return session.showError(saved.error());
    const auto path = session.workspace().backup();
    if (!path)
        return session.showError(path.error());
    session.showMessage(
        {.level = Message::Level::Success, .text = tr("Backed up and verified: %1").arg(*path)});
}

void WindowActions::addToggle(ActionRegistry &actions, const ActionSpec &spec,
                              const std::function<void(bool)> &show)
{
    QAction *action = actions.add(spec);
    action->setCheckable(true);
    action->setChecked(true);
    QObject::connect(action, &QAction::toggled, action, show);
}

void WindowActions::addView(ActionRegistry &actions, MainWindow &window)
{
    actions.add({.id = QStringLiteral("window.palette"),
                 .text = tr("&Find an action or page…"),
                 .icon = QStringLiteral("command"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::Key_K),
                 .menu = MenuPlace::View,
                 .order = 0,
                 .needsSite = false,
                 .run = [&window](const ActionContext &) { window.showPalette(); }});
    addToggle(actions,
              {.id = QStringLiteral("view.list"),
               .text = tr("Show the &list"),
               .shortcut = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L),
               .menu = MenuPlace::View,
               .order = 30},
              [&window](bool visible) {
                  if (window.workbench())
                      window.workbench()->setNavigatorVisible(visible);
              });
    addToggle(actions,
              {.id = QStringLiteral("view.preview"),
               .text = tr("Show the &preview"),
               .shortcut = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P),
               .menu = MenuPlace::View,
               .order = 31},
              [&window](bool visible) {
                  if (window.workbench())
                      window.workbench()->setPreviewVisible(visible);
              });
}

} // namespace

void registerWindowActions(Registry &registry, MainWindow &window)
{
    WindowActions::addSites(registry.actions(), window);
    WindowActions::addView(registry.actions(), window);
}

} // namespace kakehashi::ui
