#pragma once

#include "content/page/page.h"

#include <string_view>

namespace kakehashi::render {

/// The fixed words that bodies get from the renderer. A theme has its own in words.json.
enum class BodyWord {
    Information,
    Warning,
    Important,
    Done,
    Video,
    Map,
    Table,
    Contents,
    Footnotes,
    Footnote,
    BackToFootnote, ///< before its number
    PlaceBefore,    ///< around the number of the place, where a note has several
    PlaceAfter,
    BackEnd,      ///< after all
    CreditBefore, ///< after a caption
    CreditAfter,
    CreditAlone,
    FileBefore, ///< around type and size
    FileAfter,
    Leaves, ///< of a link to another site
};

/// In the language of the page, or in English where that one is not known.
std::string_view bodyWord(BodyWord word, const content::Language &language);

} // namespace kakehashi::render
