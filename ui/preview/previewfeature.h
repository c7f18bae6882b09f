#pragma once

namespace kakehashi::ui {

class Registry;

void registerPreview(Registry &registry);

} // namespace kakehashi::ui
