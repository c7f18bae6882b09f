#include "ui/shell/undoable.h"

#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "workspace/parts/stores.h"

#include <QCoreApplication>
#include <QPointer>

namespace kakehashi::ui {
namespace {

struct Undoable
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::Undoable)
};

/// More rows than these could be felt in the window.
constexpr qsizetype mostRowsAtOnce = 200;

enum class Now { Done, Undone };

void offer(Session &session, const QString &done, const store::UndoLog &log, Now now);

/// From done to undone, or the other way about.
void change(Session &session, const QString &done, const store::UndoLog &log, Now from)
{
    const auto tell = [&session, done, from](const Result<store::UndoLog> &back) {
        if (!back)
            return session.showError(back.error());
        session.announceSiteChange();
        offer(session, done, *back, from == Now::Done ? Now::Undone : Now::Done);
    };
    workspace::Workspace &site = session.workspace();
    if (log.statements.size() <= mostRowsAtOnce)
        return tell(store::undo(site.database(), log));
    runInBackground(
        *QThreadPool::globalInstance(), &session,
        [folder = site.folder(), log]() -> Result<store::UndoLog> {
            const auto own = workspace::OwnStores::open(folder);
            if (!own)
                return passOn(own);
            return store::undo((*own)->stores().database, log);
        },
        tell);
}

void offer(Session &session, const QString &done, const store::UndoLog &log, Now now)
{
    const bool isDone = now == Now::Done;
    session.showMessage({.level = Message::Level::Success,
                         .text = isDone ? done : Undoable::tr("Undone: %1").arg(done),
                         .actionText = isDone ? Undoable::tr("Undo") : Undoable::tr("Redo"),
                         .action = [self = QPointer(&session), done, log, now] {
                             if (self)
                                 change(*self, done, log, now);
                         }});
}

} // namespace

bool doUndoably(Session &session, const QString &done, const std::function<Result<void>()> &work)
{
    const auto log = store::recordUndo(session.workspace().database(), work);
    if (!log) {
        session.showError(log.error());
        return false;
    }
    offerUndo(session, done, *log);
    return true;
}

void offerUndo(Session &session, const QString &done, const store::UndoLog &log)
{
    offer(session, done, log, Now::Done);
}

} // namespace kakehashi::ui
