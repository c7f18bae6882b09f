#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace kakehashi::render {

/// A theme folder read and compiled once: theme.json, templates/*.mustache, assets/**.
/// Immutable after loading; any thread may render with it.
class Theme : public std::enable_shared_from_this<Theme>
{
public:
    struct Compiled; ///< what templates and assets became

    struct Asset
    {
        QString name;          ///< "style.css" as templates call it
        QString publishedPath; ///< "assets/style.1a2b3c4d.css": name with content hash
        QByteArray bytes;
        Sha256 hash;
    };

    /// `folder` may be a Qt resource path. Fails with Invalid and "file:line: reason" when a
    /// template has a syntax error or one that is needed is missing.
    static Result<std::shared_ptr<const Theme>> load(const QString &folder);
    ~Theme();

    /// The same theme in the colours that follow from a site's "#RRGGBB" (render/theme/palette.h),
    /// as far as its theme.json says which CSS variables may be recoloured. Itself for a text that
    /// is no colour.
    std::shared_ptr<const Theme> recoloured(const QString &accent) const;

    QString name() const;
    /// "#RRGGBB" of theme.json's accentColor, for what is painted and not styled.
    QString accent() const;
    const QList<Asset> &assets() const;
    const Asset *asset(const QString &name) const;
    const Compiled &compiled() const;

private:
    Theme();
    std::unique_ptr<Compiled> m_compiled;
};

using ThemePtr = std::shared_ptr<const Theme>;

} // namespace kakehashi::render
