#pragma once

namespace kakehashi::ui {

class Registry;

/// The check of the open page while it is edited, and the panel 「点検」.
void registerCheck(Registry &registry);

} // namespace kakehashi::ui
