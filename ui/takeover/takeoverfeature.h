#pragma once

#include "ui/shell/feature.h"

namespace kakehashi::ui {

/// The ways in and out: a folder of Markdown, and the whole site as one.
void registerTakeover(Registry &registry);

} // namespace kakehashi::ui
