#pragma once

namespace kakehashi::ui {

class Registry;

/// The editor of the open page and its actions: undo, save, history.
void registerEditor(Registry &registry);

} // namespace kakehashi::ui
