#pragma once

#include "base/result.h"

#include <QString>

/// Where things lie in a site folder.
namespace kakehashi::workspace::layout {

inline const QString databaseName = QStringLiteral("site.sqlite");

QString databaseIn(const QString &folder);
QString mediaIn(const QString &folder);   ///< originals, named by SHA-256
QString themeIn(const QString &folder);   ///< a copy the staff may edit
QString objectsIn(const QString &folder); ///< every published file, by SHA-256
QString backupsIn(const QString &folder);
QString variantsIn(const QString &folder); ///< scaled pictures; may be deleted at any time

/// Takes drafts, originals and backups away from the machine's other accounts, also in a folder
/// that an earlier version made. What may be published, the theme, stays as it is.
Result<void> keepPrivate(const QString &folder);

/// Removes what a failed creation left; only names of ours.
void removeAll(const QString &folder);

} // namespace kakehashi::workspace::layout
