#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::render {

// What is looked up in the index. resources/theme/assets/search.js makes the same terms of what a
// visitor types: change both together.

/// One width, one case, one kana: NFKC, lower case, katakana as hiragana.
std::u16string folded(std::string_view utf8);

/// The terms of folded text, hashed: pairs of neighbouring Japanese characters, single kanji, and
/// whole words of other scripts. Hashing is exact for pairs and kanji. With repeats.
void appendTermHashes(std::u16string_view text, std::vector<std::uint32_t> &hashes);

/// Each hash once, in the order of its first appearance.
void removeRepeats(std::vector<std::uint32_t> &hashes);

/// The words of a page's HTML as UTF-8: a space between blocks, none for <a> or <strong>. The
/// first `most` bytes of them, which may cut a character.
std::string wordsOf(std::string_view html, size_t most = std::string_view::npos - 1);

/// folded(wordsOf(html)) but for what is in no term, in one pass. `out` is used again and again so
/// that it need not grow for each page.
void foldWords(std::string_view html, std::u16string &out);

} // namespace kakehashi::render
