#pragma once

#include "takeover/hugo/sourcepage.h"
#include "takeover/importplan.h"

#include <functional>

namespace kakehashi::takeover {

using IsPageAt = std::function<bool(const QString &address)>;

/// Adds to the plan the redirects from a page's old addresses, as far as no page stands there; what
/// cannot be one is told among its issues. `known`: all redirects so far, from → target.
void planRedirects(const SourcePage &page, const IsPageAt &isPage, QHash<QString, QString> &known,
                   ImportPlan &plan);

} // namespace kakehashi::takeover
