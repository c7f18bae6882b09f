#pragma once

#include "content/kind.h"

#include <QString>

namespace kakehashi::ui {

/// The label in the language of the window.
QString labelOf(const content::Kind &kind);
QString labelOf(const content::Field &field);

} // namespace kakehashi::ui
