#pragma once

#include "check/html/document.h"

#include <QSet>

namespace kakehashi::reports {

/// What a page holds that makes criteria applicable: images, media, autoplay, moving, refresh,
/// forms, validation, post; and what decides some: ways (menu and search), noHandlers.
QSet<QString> traitsOf(const check::Document &document);

} // namespace kakehashi::reports
