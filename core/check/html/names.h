#pragma once

#include "check/html/document.h"

namespace kakehashi::check {

/// What a screen reader calls the element: aria-labelledby, aria-label, its content, its title
/// (W3C accname 1.2, without what CSS adds).
QString accessibleName(const Document &document, const Element &element);

/// What a link says, without what the program adds: 「（PDF形式：480キロバイト）」 and the spoken
/// note on other sites.
QString linkWords(const Element &link);

} // namespace kakehashi::check
