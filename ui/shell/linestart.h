#pragma once

class QApplication;

namespace kakehashi::ui {

/// A field shows the beginning of a long text, not its tail, unless somebody writes in it. For
/// every QLineEdit of the program.
void showLineStarts(QApplication &application);

} // namespace kakehashi::ui
