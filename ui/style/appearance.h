#pragma once

#include "ui/style/style.h"

namespace kakehashi::ui::style {

/// What this person chose in the settings; System until then.
Appearance chosenAppearance();
/// Remembers the choice and shows it at once.
void chooseAppearance(Appearance appearance);

} // namespace kakehashi::ui::style
