#pragma once

#include "ui/shell/feature.h"

namespace kakehashi {

/// Everything that the window shows, in the order in which it registers.
QList<ui::Feature> allFeatures();

} // namespace kakehashi
