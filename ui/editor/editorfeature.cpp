#include "ui/editor/editorfeature.h"

#include "ui/editor/editorpanel.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

struct EditorFeature
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::EditorFeature)

public:
    static void addEditing(ActionRegistry &actions);
    static void addChecking(ActionRegistry &actions);
    static void addPage(ActionRegistry &actions);
    static void save(const ActionContext &context);
};

void EditorFeature::addEditing(ActionRegistry &actions)
{
    actions.add({.id = QStringLiteral("edit.undo"),
                 .text = tr("&Undo"),
                 .icon = QStringLiteral("undo"),
                 .shortcut = QKeySequence::Undo,
                 .menu = MenuPlace::Edit,
                 .order = 0});
    actions.add({.id = QStringLiteral("edit.redo"),
                 .text = tr("&Redo"),
                 .icon = QStringLiteral("redo"),
                 .shortcut = QKeySequence::Redo,
                 .menu = MenuPlace::Edit,
                 .order = 1});
    actions.add({.id = QStringLiteral("edit.pastePlain"),
                 .text = tr("&Paste as plain text"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
                 .menu = MenuPlace::Edit,
                 .order = 5});
    actions.add({.id = QStringLiteral("edit.find"),
                 .text = tr("&Find in the text"),
                 .icon = QStringLiteral("search"),
                 .shortcut = QKeySequence::Find,
                 .menu = MenuPlace::Edit,
                 .order = 10});
    actions.add({.id = QStringLiteral("edit.text"),
                 .text = tr("&Text of the page"),
                 .shortcut = QKeySequence(Qt::ALT | Qt::Key_1),
                 .menu = MenuPlace::Edit,
                 .order = 20});
    actions.add({.id = QStringLiteral("edit.details"),
                 .text = tr("&Details of the page"),
                 .shortcut = QKeySequence(Qt::ALT | Qt::Key_2),
                 .menu = MenuPlace::Edit,
                 .order = 21});
    actions.add({.id = QStringLiteral("edit.publish"),
                 .text = tr("&Period and search"),
                 .shortcut = QKeySequence(Qt::ALT | Qt::Key_3),
                 .menu = MenuPlace::Edit,
                 .order = 22});
}

void EditorFeature::addChecking(ActionRegistry &actions)
{
    actions.add({.id = QStringLiteral("check.next"),
                 .text = tr("&Next problem"),
                 .icon = QStringLiteral("down"),
                 .shortcut = QKeySequence(Qt::Key_F8),
                 .menu = MenuPlace::Edit,
                 .order = 30});
    actions.add({.id = QStringLiteral("check.previous"),
                 .text = tr("P&revious problem"),
                 .icon = QStringLiteral("up"),
                 .shortcut = QKeySequence(Qt::SHIFT | Qt::Key_F8),
                 .menu = MenuPlace::Edit,
                 .order = 31});
    actions.add({.id = QStringLiteral("check.mend"),
                 .text = tr("&Mend the problem at the caret…"),
                 .shortcut = QKeySequence(Qt::ALT | Qt::Key_Return),
                 .menu = MenuPlace::Edit,
                 .order = 32});
}

void EditorFeature::save(const ActionContext &context)
{
    if (const auto saved = context.session->saveAll(); !saved)
        context.session->showError(saved.error());
}

void EditorFeature::addPage(ActionRegistry &actions)
{
    actions.add({.id = QStringLiteral("page.save"),
                 .text = tr("&Save a revision"),
                 .icon = QStringLiteral("save"),
                 .shortcut = QKeySequence::Save,
                 .menu = MenuPlace::Page,
                 .order = 0,
                 .run = save});
    actions.add({.id = QStringLiteral("page.history"),
                 .text = tr("&History…"),
                 .icon = QStringLiteral("history"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::Key_H),
                 .menu = MenuPlace::Page,
                 .order = 30});
}

} // namespace

void registerEditor(Registry &registry)
{
    registry.add({.id = QStringLiteral("editor"),
                  .place = PanelPlace::Editor,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new EditorPanel(session, parent);
                  }});
    EditorFeature::addEditing(registry.actions());
    EditorFeature::addChecking(registry.actions());
    EditorFeature::addPage(registry.actions());
}

} // namespace kakehashi::ui
