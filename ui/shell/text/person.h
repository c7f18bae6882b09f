#pragma once

#include "ui/shell/setting.h"

#include <QString>

namespace kakehashi::ui {

/// The name under which this person's revisions are stored.
inline const Setting<QString> personSetting{"person/name"};

/// The chosen name, else the account's on this machine.
QString personName();

} // namespace kakehashi::ui
