#pragma once

#include "base/ulid.h"

#include <QString>

namespace kakehashi::ui {

class Session;

// What a person does to a whole page. Each says in the message bar what it did or why not, and
// offers the way back where there is one.

void approvePage(Session &session, const Ulid &page);  ///< the next publish sends what is written
void withdrawPage(Session &session, const Ulid &page); ///< the next publish removes it
/// With `redirectTo`, a path, the page's address leads there from now on.
void trashPage(Session &session, const Ulid &page, const QString &redirectTo = {});
void restorePage(Session &session, const Ulid &page); ///< exactly as it was
/// Makes a draft beside the page with its content, to be written over in `tag`, and opens it.
void translatePage(Session &session, const Ulid &page, const QString &tag);

/// What is typed next goes into the open page: its title when it has none, else its text.
void startWriting(Session &session);

} // namespace kakehashi::ui
