#include "base/utf8.h"

#include "base/cleantext.h"

#include <algorithm>

namespace kakehashi {
namespace {

char tail(char32_t c, unsigned shift)
{
    return static_cast<char>(0x80U | (c >> shift & 63U));
}

/// For what is neither ASCII nor three bytes long. Returns the place after the character.
char *putRare(char *to, char32_t c)
{
    if (c < 0x800) {
        *to++ = static_cast<char>(0xC0U | c >> 6U);
    } else {
        *to++ = static_cast<char>(0xF0U | c >> 18U);
        *to++ = tail(c, 12);
        *to++ = tail(c, 6);
    }
    *to++ = tail(c, 0);
    return to;
}

/// Cheap to ask, true for little more than what isUnfit() is.
constexpr bool mayBeUnfit(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFF80U) == 0x2000 || c >= 0xFDD0;
}

} // namespace

void appendUtf8(std::string &out, QStringView text)
{
    const auto units = std::u16string_view(text.utf16(), static_cast<size_t>(text.size()));
    size_t size = 0;
    for (const char16_t unit : units)
        size += 1U + (unit >= 0x80 ? 1U : 0U) + (unit >= 0x800 ? 1U : 0U);
    const size_t before = out.size();
    out.resize(before + size);
    char *to = out.data() + before;
    for (size_t at = 0; at < units.size(); ++at) {
        const char16_t c = units[at];
        if (c < 0x80) {
            *to = static_cast<char>(c);
            to += mayBeUnfit(c) && isUnfit(c) ? 0 : 1;
        } else if (mayBeUnfit(c) && isUnfit(c) && !QChar::isSurrogate(c)) {
            continue;
        } else if (c >= 0x800 && !QChar::isSurrogate(c)) {
            to[0] = static_cast<char>(0xE0U | static_cast<unsigned>(c) >> 12U);
            to[1] = tail(c, 6);
            to[2] = tail(c, 0);
            to += 3;
        } else if (c < 0x800) {
            to = putRare(to, c);
        } else if (QChar::isHighSurrogate(c) && at + 1 < units.size() &&
                   QChar::isLowSurrogate(units[at + 1])) {
            to = putRare(to, QChar::surrogateToUcs4(c, units[++at]));
        } else {
            to = std::copy_n("\xEF\xBF\xBD", 3, to); // U+FFFD
        }
    }
    out.resize(static_cast<size_t>(to - out.data()));
}

} // namespace kakehashi
