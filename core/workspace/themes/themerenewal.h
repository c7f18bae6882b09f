#pragma once

#include "base/clock.h"
#include "workspace/themes/builtinthemes.h"

namespace kakehashi::workspace {

/// What a newer built-in theme means for one file of a site's theme.
struct ThemeFileNews
{
    enum class State {
        Unchanged, ///< there is nothing to do
        Added,     ///< only the new theme has it
        Renewed,   ///< the staff left it as it was; the new theme has another
        Removed,   ///< the staff left it as it was; the new theme has none
        Mine,      ///< the staff changed or added it, and the theme did not
        Both,      ///< changed on both sides, or nobody knows: a person decides
    };
    /// KeepBoth takes the new file and puts the staff's into theme/mine/, where no page uses it.
    enum class Take { New, Mine, KeepBoth };

    QString file;
    State state = State::Unchanged;
    Take take = Take::New;
};

struct ThemeNews
{
    BuiltInTheme theme;
    QString fromVersion;        ///< of the copy; empty: not known
    QList<ThemeFileNews> files; ///< but Unchanged ones, by name

    bool isAny() const; ///< there is something newer to take
};

/// Compares a site's theme folder with the theme it came from as the program carries it now.
Result<ThemeNews> themeNews(const QString &folder);

/// Does what `news` says, whose `take` a person may have changed. The new folder must be a theme
/// that loads; only then it takes the place of the old one, which goes to `backups`. Answers where
/// it is now.
Result<QString> renewTheme(const QString &folder, const ThemeNews &news, const QString &backups,
                           const Clock &clock);

/// Puts another built-in theme in the place of the folder, which goes to `backups`.
Result<QString> changeTheme(const QString &folder, const QString &id, const QString &backups,
                            const Clock &clock);

/// Puts a folder that one of these answered back in its place: the way to undo them.
Result<QString> restoreTheme(const QString &folder, const QString &old, const QString &backups,
                             const Clock &clock);

} // namespace kakehashi::workspace
