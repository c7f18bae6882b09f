#pragma once

namespace kakehashi::ui {

class MainWindow;
class Registry;

/// The actions that belong to the window itself: sites, palette, parts of the view, quitting.
void registerWindowActions(Registry &registry, MainWindow &window);

} // namespace kakehashi::ui
