#include "ui/pages/pagecommands.h"

#include "content/page/pagerepository.h"
#include "content/page/translation.h"
#include "content/page/trashredirects.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/shell/undoable.h"

#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

struct PageCommands
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::PageCommands)
};

QString titleOf(Session &session, const Ulid &page)
{
    const auto working = session.workspace().pages().working(page);
    return working ? working->content.title : QString();
}

} // namespace

void approvePage(Session &session, const Ulid &page)
{
    if (const auto saved = session.savePage(page); !saved)
        return session.showError(saved.error());
    if (const auto approved = session.workspace().pages().approve(page); !approved)
        return session.showError(approved.error());
    session.showMessage(
        {.level = Message::Level::Success,
         .text =
             PageCommands::tr("“%1” goes live with the next publish.").arg(titleOf(session, page)),
         .actionText = PageCommands::tr("Publish…"),
         .action = [&session] { session.showPanel(QStringLiteral("publish")); }});
}

void withdrawPage(Session &session, const Ulid &page)
{
    doUndoably(session,
               PageCommands::tr("“%1” is a draft again. The next publish removes it from the site.")
                   .arg(titleOf(session, page)),
               [&] { return session.workspace().pages().withdraw(page); });
}

void trashPage(Session &session, const Ulid &page, const QString &redirectTo)
{
    if (const auto saved = session.savePage(page); !saved)
        return session.showError(saved.error());
    const QString title = titleOf(session, page);
    const bool wasOpen = session.currentPage() == page;
    const auto trashed = session.workspace().allOrNothing([&]() -> Result<void> {
        content::PageRepository &pages = session.workspace().pages();
        const auto stored = pages.page(page);
        if (!stored)
            return passOn(stored);
        if (auto done = pages.trash(page); !done || redirectTo.isEmpty())
            return done;
        return content::TrashRedirects(session.workspace().database()).lead(*stored, redirectTo);
    });
    if (!trashed)
        return session.showError(trashed.error());
    if (wasOpen)
        session.closePage();
    QString text = PageCommands::tr("“%1” is in the trash.").arg(title);
    if (!redirectTo.isEmpty())
        text += u' ' + PageCommands::tr("Its address leads to %1.").arg(redirectTo);
    session.showMessage({.level = Message::Level::Info,
                         .text = text,
                         .actionText = PageCommands::tr("Put back"),
                         .action = [&session, page] { restorePage(session, page); }});
}

void restorePage(Session &session, const Ulid &page)
{
    if (const auto restored = session.workspace().pages().restore(page); !restored)
        return session.showError(restored.error());
    if (session.openPage(page)) // the session shows a failure itself
        startWriting(session);
    const auto stored = session.workspace().pages().page(page);
    if (!stored)
        return session.showError(stored.error());
    const QString text =
        stored->live > 0 ? PageCommands::tr("“%1” is back as it was: public with the next publish.")
                         : PageCommands::tr("“%1” is back as it was: not public.");
    session.showMessage(
        {.level = Message::Level::Success, .text = text.arg(titleOf(session, page))});
}

void startWriting(Session &session)
{
    if (!session.currentContent().title.trimmed().isEmpty())
        return session.gotoLine(1);
    check::Finding title;
    title.part = QStringLiteral("title");
    session.gotoFinding(title);
}

void translatePage(Session &session, const Ulid &page, const QString &tag)
{
    if (const auto saved = session.savePage(page); !saved)
        return session.showError(saved.error());
    const auto made =
        content::makeTranslation(session.workspace().pages(), page, tag, personName());
    if (!made)
        return session.showError(made.error());
    session.announceSiteChange();
    if (!session.openPage(made->id))
        return; // the session showed the failure itself
    startWriting(session);
    session.showMessage(
        {.level = Message::Level::Success,
         .text = PageCommands::tr("This draft at %1 is to become the page in %2. Write over the "
                                  "text; visitors see it once it is published.")
                     .arg(made->path, content::nativeName(tag))});
}

} // namespace kakehashi::ui
