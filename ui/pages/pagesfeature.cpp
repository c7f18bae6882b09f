#include "ui/pages/pagesfeature.h"

#include "ui/pages/navigator.h"
#include "ui/pages/pagecommands.h"
#include "ui/pages/pagemenu.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QCursor>
#include <QMenu>

namespace kakehashi::ui {

namespace {

struct PagesFeature
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::PagesFeature)

public:
    static void addPanels(Registry &registry);
    static void addActions(ActionRegistry &actions);
};

void PagesFeature::addPanels(Registry &registry)
{
    registry.add({.id = QStringLiteral("pages"),
                  .title = tr("Pages"),
                  .icon = QStringLiteral("pages"),
                  .order = 20,
                  .place = PanelPlace::Navigator,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new PageNavigator(session, {}, tr("Pages"), parent);
                  }});
    registry.add({.id = QStringLiteral("topics"),
                  .title = tr("Topics"),
                  .icon = QStringLiteral("topics"),
                  .order = 30,
                  .place = PanelPlace::Navigator,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new PageNavigator(session, QStringLiteral("topic"), tr("Topics"),
                                               parent);
                  }});
}

/// An action on the open page.
std::function<void(const ActionContext &)> onOpenPage(void (*command)(Session &, const Ulid &))
{
    return [command](const ActionContext &context) {
        const Ulid page = context.session->currentPage();
        if (!page.isNull())
            command(*context.session, page);
    };
}

void PagesFeature::addActions(ActionRegistry &actions)
{
    actions.add({.id = QStringLiteral("page.new"),
                 .text = tr("&New page…"),
                 .icon = QStringLiteral("new"),
                 .shortcut = QKeySequence::New,
                 .menu = MenuPlace::File,
                 .order = 0,
                 .run = [](const ActionContext &context) {
                     askForNewPage(*context.session, {}, context.window);
                 }});
    actions.add({.id = QStringLiteral("page.approve"),
                 .text = tr("&Approve for publishing"),
                 .icon = QStringLiteral("approve"),
                 .shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                 .menu = MenuPlace::Page,
                 .order = 10,
                 .run = onOpenPage(approvePage)});
    actions.add({.id = QStringLiteral("page.withdraw"),
                 .text = tr("&Withdraw from the site"),
                 .icon = QStringLiteral("withdraw"),
                 .menu = MenuPlace::Page,
                 .order = 11,
                 .run = onOpenPage(withdrawPage)});
    actions.add({.id = QStringLiteral("page.move"),
                 .text = tr("&Change the path…"),
                 .icon = QStringLiteral("rename"),
                 .menu = MenuPlace::Page,
                 .order = 20,
                 .run = [](const ActionContext &context) {
                     const Ulid page = context.session->currentPage();
                     if (!page.isNull())
                         askForMove(*context.session, page, context.window);
                 }});
    actions.add({.id = QStringLiteral("page.translate"),
                 .text = tr("Make a trans&lation…"),
                 .icon = QStringLiteral("new"),
                 .menu = MenuPlace::Page,
                 .order = 30,
                 .run = [](const ActionContext &context) {
                     const Ulid page = context.session->currentPage();
                     if (page.isNull())
                         return;
                     QMenu *menu = makeTranslationMenu(*context.session, page, context.window);
                     menu->setAttribute(Qt::WA_DeleteOnClose);
                     menu->popup(QCursor::pos());
                 }});
    actions.add({.id = QStringLiteral("page.trash"),
                 .text = tr("Move to the &trash"),
                 .icon = QStringLiteral("trash"),
                 .menu = MenuPlace::Page,
                 .order = 90,
                 .run = [](const ActionContext &context) {
                     const Ulid page = context.session->currentPage();
                     if (!page.isNull())
                         askForTrash(*context.session, page, context.window);
                 }});
}

} // namespace

void registerPages(Registry &registry)
{
    PagesFeature::addPanels(registry);
    PagesFeature::addActions(registry.actions());
}

} // namespace kakehashi::ui
