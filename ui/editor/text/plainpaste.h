#pragma once

class QWidget;

namespace kakehashi::ui {

/// Puts the clipboard's text without any form into `field`, if it is one for text.
void pastePlain(QWidget *field);

} // namespace kakehashi::ui
