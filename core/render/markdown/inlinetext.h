#pragma once

#include <string>
#include <string_view>

namespace kakehashi::render {

/// A web or mail address found in plain text (GFM's extended autolinks, cut at the first character
/// that is not ASCII, because Japanese goes on without a space:
/// 「https://example.jp/をご覧ください」).
struct Autolink
{
    size_t begin = std::string_view::npos;
    size_t end = 0;
    std::string href;
};

Autolink nextAutolink(std::string_view text, size_t from);

/// True when a line break between the two is no space: both are Chinese characters, kana (of half
/// width too), their punctuation or signs among them. UTF-8. `before` ends with the one, `after`
/// begins with the other.
bool joinsWithoutSpace(std::string_view before, std::string_view after);

} // namespace kakehashi::render
