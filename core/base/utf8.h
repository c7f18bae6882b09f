#pragma once

#include <QStringView>

#include <cstddef>
#include <string>
#include <string_view>

namespace kakehashi {

/// Appends the text as UTF-8, as it may be published: without what isUnfit(); half a surrogate pair
/// becomes U+FFFD. All that is rendered goes through here. About twice as fast for Japanese
/// as QString::toUtf8, which allocates three bytes for each unit besides.
void appendUtf8(std::string &out, QStringView text);

/// The first place from `from` on whose byte is `special`, or the end. Looks at sixteen bytes at a
/// time, which compilers make one comparison of as long as `special` does not branch.
template <typename Special>
size_t firstSpecial(std::string_view text, size_t from, Special special)
{
    constexpr size_t block = 16;
    for (; from + block <= text.size(); from += block) {
        unsigned any = 0;
        for (size_t at = 0; at < block; ++at)
            any |= static_cast<unsigned>(special(static_cast<unsigned char>(text[from + at])));
        if (any != 0)
            break;
    }
    while (from < text.size() && !special(static_cast<unsigned char>(text[from])))
        ++from;
    return from;
}

} // namespace kakehashi
