#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QHash>
#include <QList>

namespace kakehashi::workspace {

/// A theme that the program carries; a site works with a copy of it.
struct BuiltInTheme
{
    QString id;     ///< "standard", "plain"
    QString folder; ///< a Qt resource
    QString name;   ///< as theme.json has it, in Japanese
    QString version;
    QString description;
};

QList<BuiltInTheme> builtInThemes(); ///< the standard one first
/// The theme of this id, or the standard one.
BuiltInTheme builtInTheme(const QString &id);

/// What a site's theme folder was copied from: kept beside it in ".origin.json", so that what the
/// staff changed can be told from what the program did.
struct ThemeOrigin
{
    QString id; ///< empty: copied before origins were noted
    QString version;
    QHash<QString, Sha256> files;
};

ThemeOrigin themeOrigin(const QString &folder);

/// Copies a theme into a folder, with its origin.
Result<void> copyTheme(const BuiltInTheme &theme, const QString &folder);

/// Notes that a folder now stands on this theme as it is today.
Result<void> noteOrigin(const BuiltInTheme &theme, const QString &folder);

/// Every file below a theme's folder by its relative name; hidden ones are none of it.
Result<QHash<QString, QByteArray>> themeFiles(const QString &folder);

} // namespace kakehashi::workspace
