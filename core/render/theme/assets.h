#pragma once

#include "render/theme.h"

namespace kakehashi::render {

/// Every file below `folder`, as paths relative to it, sorted. Fails with Refused when a link
/// leads out of the folder, and with Invalid when a file is larger than a theme's may be.
Result<QHash<QString, QByteArray>> readTree(const QString &folder);

/// Names the files by content ("style.css" → "assets/style.1a2b3c4d.css") and rewrites url() and
/// @import in style sheets accordingly. Fails with Invalid and "assets/style.css:12: reason" when
/// a style sheet refers to a file that the theme lacks.
Result<QList<Theme::Asset>> nameAssets(const QHash<QString, QByteArray> &files);

/// "fonts/title.1a2b3c4d.woff2"
QString hashedName(const QString &name, const Sha256 &hash);

} // namespace kakehashi::render
