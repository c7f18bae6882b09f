#pragma once

#include "base/ulid.h"

#include <QString>

class QMenu;
class QWidget;

namespace kakehashi::ui {

class Session;

/// What can be done with this page, as a menu that deletes itself when it closes.
QMenu *makePageMenu(Session &session, const Ulid &page, QWidget *parent);

/// The languages that the page is not in yet; choosing one makes the translation.
QMenu *makeTranslationMenu(Session &session, const Ulid &page, QWidget *parent);

/// Shows the dialog; the page is made and opened when it is accepted. `kind` may be empty.
void askForNewPage(Session &session, const QString &kind, QWidget *window);

/// Shows the dialog for a new path; the page and those under it move when it is accepted.
void askForMove(Session &session, const Ulid &page, QWidget *window);

/// Moves the page to the trash; where something leads to it, only after showing that and asking
/// where its visitors go.
void askForTrash(Session &session, const Ulid &page, QWidget *window);

} // namespace kakehashi::ui
