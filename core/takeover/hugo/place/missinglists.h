#pragma once

#include "content/kind.h"
#include "takeover/hugo/sourcepage.h"

#include <functional>

namespace kakehashi::takeover {

/// Lists that Hugo makes by itself and that are pages here: one of each section of news that has
/// none (`isThere` tells by the path), and a home page when `homeTitle` is given.
QList<SourcePage> missingLists(const QList<SourcePage> &pages, const QList<content::Kind> &kinds,
                               const std::function<bool(const QString &path)> &isThere,
                               const QString &homeTitle);

} // namespace kakehashi::takeover
