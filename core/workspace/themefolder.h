#pragma once

#include "base/issue.h"
#include "render/theme.h"

namespace kakehashi::workspace {

/// The site's theme/ folder: a copy of the built-in theme that the staff may edit.
class ThemeFolder
{
public:
    explicit ThemeFolder(QString folder);

    /// Copies the built-in theme (":/theme") there.
    Result<void> fill() const;

    /// The theme as it is now; read again only when a file changed. When it is broken, the last
    /// good one (at first the built-in) and an issue with the template's file and line.
    /// `accent` is the site's colour; empty: the theme's.
    Result<render::ThemePtr> load(Issue *issue, const QString &accent = {});

private:
    QByteArray fingerprint() const;

    QString m_folder;
    QByteArray m_loaded; ///< fingerprint of what was last tried
    render::ThemePtr m_good;
    render::ThemePtr m_recoloured; ///< from m_good, in m_accent
    QString m_accent;
    Issue m_issue;
};

} // namespace kakehashi::workspace
