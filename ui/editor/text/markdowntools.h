#pragma once

#include <QString>

class QTextCursor;

namespace kakehashi::ui {

// What the toolbar does to the text around the caret. Each is one step of undo.

/// Puts `mark` around the selection, or takes it away when it is there; without a selection the
/// caret comes to stand between two marks.
void toggleMark(QTextCursor &cursor, const QString &mark);
/// Makes the selected lines headings of this level, or plain lines when they are such already.
void toggleHeading(QTextCursor &cursor, int level);
/// "- " or "1. " before each selected line, counting up; takes it away when all lines have it.
void toggleList(QTextCursor &cursor, bool numbered);
void toggleQuote(QTextCursor &cursor);
/// `[selection](target)`, with the text selected that is to be typed over.
void insertLink(QTextCursor &cursor, const QString &placeholder, const QString &target);
/// Puts text on lines of its own with empty lines around. A pair of `|` bars ("¦…¦") in it marks
/// what is selected afterwards; what was selected before takes its place.
void insertBlockText(QTextCursor &cursor, const QString &text);
/// Goes on with a list or quote on the next line; an empty item ends it with an empty line. False
/// when the line is neither, so that Enter does what it always does.
bool continueList(QTextCursor &cursor);

} // namespace kakehashi::ui
