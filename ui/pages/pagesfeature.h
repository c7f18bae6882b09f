#pragma once

namespace kakehashi::ui {

class Registry;

/// The page tree, the list of topics, and the actions on whole pages.
void registerPages(Registry &registry);

} // namespace kakehashi::ui
