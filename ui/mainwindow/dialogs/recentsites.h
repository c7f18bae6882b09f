#pragma once

#include <QString>
#include <QStringList>

namespace kakehashi::ui {

/// The site folders opened last, newest first; those that no longer exist are left out.
QStringList recentSites();
QString nameOfSite(const QString &folder); ///< as it was called last; else the folder's name
void rememberSite(const QString &folder, const QString &name);
void forgetSite(const QString &folder);

} // namespace kakehashi::ui
