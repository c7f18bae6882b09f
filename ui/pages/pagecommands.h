#pragma once

#include "base/ulid.h"

#include <QString>

namespace kakehashi::ui {

class Session;

// What a person does to a whole page. Each says in the message bar what it did or why not, and
// offers the way back where there is one.

void approvePage(Session &session, const Ulid &page);  ///< the next publish sends what is written
void withdrawPage(Session &session, const Ulid &page); ///< the next publish removes it
void trashPage(Session &session, const Ulid &page);
void restorePage(Session &session, const Ulid &page);
/// Makes a draft beside the page with its content, to be written over in `tag`, and opens it.
void translatePage(Session &session, const Ulid &page, const QString &tag);

} // namespace kakehashi::ui
