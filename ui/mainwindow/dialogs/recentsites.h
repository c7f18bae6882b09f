#pragma once

#include <QStringList>

namespace kakehashi::ui {

/// The site folders opened last, newest first; those that no longer exist are left out.
QStringList recentSites();
void rememberSite(const QString &folder);
void forgetSite(const QString &folder);

} // namespace kakehashi::ui
