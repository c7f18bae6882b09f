#pragma once

#include "content/kind.h"
#include "content/page/page.h"

#include <QString>

namespace kakehashi::ui {

/// The label in the language of the window.
QString labelOf(const content::Kind &kind);
QString labelOf(const content::Field &field);

/// 「下書き」, "Live" … for marks, menus and screen readers.
QString stateText(content::PageState state);

} // namespace kakehashi::ui
