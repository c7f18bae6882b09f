#pragma once

#include "ui/shell/setting.h"

#include <QString>

namespace kakehashi::ui {

/// "ja", "en", or empty for the system's.
inline const Setting<QString> languageSetting{"ui/language"};

/// Installs the translations of the chosen language; widgets hear of it as QEvent::LanguageChange.
/// Call again after changing the setting.
void installLanguage();

} // namespace kakehashi::ui
