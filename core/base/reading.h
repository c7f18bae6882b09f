#pragma once

#include <QString>

namespace kakehashi {

/// A text as people would write it in an address: 「令和8年度総会資料」 → "r8-soukai-shiryou".
/// Small letters, digits and hyphens. Known are ASCII words, years of eras, katakana, and the words
/// that an office writes every day; what has no known reading is left out. Empty when no word is
/// left: a mere number, as of 「8月」, says nothing.
QString reading(const QString &text);

} // namespace kakehashi
