#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>

namespace kakehashi::store {

class Database;

/// How to take changes back exactly: one statement for each row that was changed, the last change
/// first. A plain value: any connection to the same file can use it.
struct UndoLog
{
    QStringList statements = {};

    bool isEmpty() const { return statements.isEmpty(); }
};

/// Runs `work` as one transaction and notes what it does to the rows of every table, by whichever
/// repository. Fails as `work` does, and then nothing is stored. Not within another recordUndo().
Result<UndoLog> recordUndo(Database &database, const std::function<Result<void>()> &work);

/// Puts every row back as it was, or none. Conflict when something has changed since what the log
/// would change, or refers to it now. Answers how to take this back in turn. Repositories send no
/// news of it.
Result<UndoLog> undo(Database &database, const UndoLog &log);

} // namespace kakehashi::store
