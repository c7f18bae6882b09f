#pragma once

#include "store/undolog.h"

#include <QString>

#include <functional>

namespace kakehashi::ui {

class Session;

/// Does something to the site, all or nothing, and says in the message bar that it is `done`, with
/// a button that puts everything exactly as it was: places, states, menus, redirects, files.
/// What failed is shown, too; then nothing has changed.
bool doUndoably(Session &session, const QString &done, const std::function<Result<void>()> &work);

/// The same for what was done already, such as by a worker.
void offerUndo(Session &session, const QString &done, const store::UndoLog &log);

} // namespace kakehashi::ui
