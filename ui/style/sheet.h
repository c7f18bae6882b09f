#pragma once

class QString;

namespace kakehashi::ui::style {

struct Tokens;

/// What Fusion and the palette cannot say: rounded hairline fields, flat tool buttons, roles.
QString sheetFor(const Tokens &tokens);

} // namespace kakehashi::ui::style
