#include "ui/pages/pagemenu.h"

#include "content/page/translation.h"
#include "ui/pages/dialogs/movepagedialog.h"
#include "ui/pages/dialogs/newpagedialog.h"
#include "ui/pages/dialogs/trashdialog.h"
#include "ui/pages/pagecommands.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QMenu>

namespace kakehashi::ui {

namespace {

struct PageMenu
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::PageMenu)
};

using PageCommand = void (*)(Session &, const Ulid &);

void addCommand(QMenu *menu, const QString &icon, const QString &text, Session &session,
                const Ulid &page, PageCommand command)
{
    QAction *action = menu->addAction(style::icon(icon), text);
    QObject::connect(action, &QAction::triggered, &session,
                     [&session, page, command] { command(session, page); });
}

void makePage(Session &session, const content::NewPage &wanted)
{
    const auto made = session.workspace().pages().create(wanted);
    if (!made)
        return session.showError(made.error());
    session.announceSiteChange();
    if (session.openPage(made->id)) // the session shows a failure itself
        startWriting(session);
}

void showTrash(Session &session, const render::SiteSnapshot &site, const Ulid &page,
               QWidget *window)
{
    const render::PageValue *value = site.page(page);
    const QList<workspace::PageUse> uses =
        value ? workspace::usesOfPage(site, value->path) : QList<workspace::PageUse>();
    if (uses.isEmpty())
        return trashPage(session, page);
    auto *dialog = new TrashDialog(site, *value, uses, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &session,
                     [&session, dialog, page] { trashPage(session, page, dialog->redirectTo()); });
    dialog->open();
}

} // namespace

QMenu *makePageMenu(Session &session, const Ulid &page, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto stored = session.workspace().pages().page(page);
    if (!stored)
        return menu;
    const content::PageState state = stateOf(*stored);
    if (state == content::PageState::Trashed) {
        addCommand(menu, QStringLiteral("restore"), PageMenu::tr("Put back"), session, page,
                   restorePage);
        return menu;
    }
    if (state != content::PageState::Live || session.isModified(page)) {
        addCommand(menu, QStringLiteral("approve"), PageMenu::tr("Approve for publishing"), session,
                   page, approvePage);
    }
    if (state != content::PageState::Draft && stored->path != QLatin1String("/")) {
        addCommand(menu, QStringLiteral("withdraw"), PageMenu::tr("Withdraw from the site"),
                   session, page, withdrawPage);
    }
    menu->addMenu(makeTranslationMenu(session, page, menu));
    if (stored->path != QLatin1String("/")) {
        QAction *move = menu->addAction(style::icon(QStringLiteral("rename")),
                                        PageMenu::tr("Change the path…"));
        QObject::connect(move, &QAction::triggered, parent,
                         [&session, page, parent] { askForMove(session, page, parent->window()); });
        menu->addSeparator();
        QAction *trash = menu->addAction(style::icon(QStringLiteral("trash")),
                                         PageMenu::tr("Move to the trash"));
        QObject::connect(trash, &QAction::triggered, parent, [&session, page, parent] {
            askForTrash(session, page, parent->window());
        });
    }
    return menu;
}

QMenu *makeTranslationMenu(Session &session, const Ulid &page, QWidget *parent)
{
    auto *menu = new QMenu(PageMenu::tr("Make a translation"), parent);
    menu->setIcon(style::icon(QStringLiteral("new")));
    const auto there = content::translationsOf(session.workspace().pages(), page);
    for (const QString &tag : content::commonLanguages()) {
        if (there && there->contains(tag))
            continue;
        QObject::connect(menu->addAction(content::nativeName(tag)), &QAction::triggered, &session,
                         [&session, page, tag] { translatePage(session, page, tag); });
    }
    return menu;
}

void askForNewPage(Session &session, const QString &kind, QWidget *window)
{
    const QDate today = session.workspace().clock().now().toTimeZone(japanTime()).date();
    auto *dialog = new NewPageDialog(session.workspace().pages(), session.kinds(), today, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!kind.isEmpty())
        dialog->setKind(kind);
    QObject::connect(dialog, &QDialog::accepted, &session, [&session, dialog] {
        content::NewPage page = dialog->page();
        page.author = personName();
        makePage(session, page);
    });
    dialog->open();
}

void askForMove(Session &session, const Ulid &page, QWidget *window)
{
    const auto stored = session.workspace().pages().page(page);
    if (!stored)
        return session.showError(stored.error());
    auto *dialog = new MovePageDialog(session.workspace().pages(), *stored, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &session, [&session, dialog, page] {
        const QString path = dialog->path();
        doUndoably(session, PageMenu::tr("The page is now at %1.").arg(path),
                   [&] { return session.workspace().pages().move(page, path); });
    });
    dialog->open();
}

void askForTrash(Session &session, const Ulid &page, QWidget *window)
{
    session.takeSnapshot(window, [&session, page, window](const auto &snapshot) {
        if (!snapshot)
            return session.showError(snapshot.error());
        showTrash(session, **snapshot, page, window);
    });
}

} // namespace kakehashi::ui
