#pragma once

#include "base/ulid.h"

namespace kakehashi::ui {

class Session;

// What a person does to a whole page. Each says in the message bar what it did or why not, and
// offers the way back where there is one.

void approvePage(Session &session, const Ulid &page);  ///< the next publish sends what is written
void withdrawPage(Session &session, const Ulid &page); ///< the next publish removes it
void trashPage(Session &session, const Ulid &page);
void restorePage(Session &session, const Ulid &page);

} // namespace kakehashi::ui
