#include "render/markdown/inlinetext.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// GFM: segments of alphanumerics, '-' and '_' separated by '.', at least one '.', and no '_' in
/// the last two segments. Returns the length, or 0; longer names do not exist (RFC 1035).
size_t domainLength(std::string_view text)
{
    constexpr size_t longest = 255;
    text = text.substr(0, longest);
    size_t length = 0;
    size_t dots = 0;
    size_t lastUnderscore = 0;
    size_t previousUnderscore = 0;
    for (; length < text.size(); ++length) {
        const char c = text[length];
        if (c == '_') {
            ++lastUnderscore;
        } else if (c == '.') {
            previousUnderscore = lastUnderscore;
            lastUnderscore = 0;
            ++dots;
        } else if (!isAlnum(c) && c != '-') {
            break;
        }
    }
    return dots > 0 && lastUnderscore == 0 && previousUnderscore == 0 ? length : 0;
}

/// Takes off what belongs to the sentence rather than to the address.
std::string_view withoutTrailing(std::string_view url)
{
    auto unopened =
        std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '(');
    while (!url.empty()) {
        const char last = url.back();
        if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
            url.remove_suffix(1);
        } else if (last == ')' && unopened > 0) {
            --unopened;
            url.remove_suffix(1);
        } else if (last == ';') {
            size_t start = url.size() - 1;
            while (start > 0 && isAlnum(url[start - 1]))
                --start;
            const bool entity = start > 0 && start < url.size() - 1 && url[start - 1] == '&';
            url.remove_suffix(entity ? url.size() - start + 1 : 1);
        } else {
            break;
        }
    }
    return url;
}

size_t urlEnd(std::string_view text, size_t from)
{
    size_t end = from;
    while (end < text.size() && text[end] > ' ' && text[end] < 0x7f && text[end] != '<')
        ++end;
    return end;
}

bool mayPrecede(std::string_view text, size_t at)
{
    if (at == 0)
        return true;
    const char before = text[at - 1];
    return static_cast<unsigned char>(before) >= 0x80 ||
           std::string_view(" \t\n*_~(").find(before) != std::string_view::npos;
}

/// Where the scheme in front of "://" begins, or npos when it is none that is linked.
size_t schemeStart(std::string_view text, size_t colon, size_t from)
{
    for (const std::string_view scheme :
         {std::string_view("https"), std::string_view("http"), std::string_view("ftp")})
        if (colon >= from + scheme.size() &&
            text.substr(colon - scheme.size(), scheme.size()) == scheme)
            return colon - scheme.size();
    return std::string_view::npos;
}

bool isLocalPart(char c)
{
    return isAlnum(c) || std::string_view("._+-").find(c) != std::string_view::npos;
}

/// GFM: a domain as above that ends in no '-' or '_'. Returns the end of the address, or `at`.
size_t mailEnd(std::string_view text, size_t at)
{
    size_t end = at + 1;
    size_t dots = 0;
    while (end < text.size() &&
           (isAlnum(text[end]) || text[end] == '-' || text[end] == '_' ||
            (text[end] == '.' && end + 1 < text.size() && isAlnum(text[end + 1]) && end > at + 1)))
        dots += text[end++] == '.' ? 1 : 0;
    return dots > 0 && isAlnum(text[end - 1]) ? end : at;
}

Autolink nextMailAddress(std::string_view text, size_t from)
{
    constexpr std::string_view scheme = "mailto:";
    for (size_t at = text.find('@', from); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        size_t begin = at;
        while (begin > from && isLocalPart(text[begin - 1]))
            --begin;
        const size_t end = mailEnd(text, at);
        if (begin == at || end == at)
            continue;
        const std::string address(text.substr(begin, end - begin));
        if (text.substr(from, begin - from).ends_with(scheme))
            begin -= scheme.size();
        return {begin, end, std::string(scheme) + address};
    }
    return {};
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The character at the beginning of the text, which is UTF-8; 0 for an empty one.
char32_t firstOf(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto lead = static_cast<unsigned char>(text.front());
    char32_t code = lead < 0x80   ? lead
                    : lead < 0xE0 ? lead & 0x1FU
                    : lead < 0xF0 ? lead & 0x0FU
                                  : lead & 0x07U;
    for (size_t at = 1; at < text.size() && isContinuation(text[at]); ++at)
        code = code << 6U | (static_cast<unsigned char>(text[at]) & 0x3FU);
    return code;
}

char32_t lastOf(std::string_view text)
{
    size_t at = text.size();
    char32_t code = 0;
    // A variant of a kanji or a colour of a picture is of the width of what it stands behind.
    do {
        const size_t end = at;
        while (at > 0 && isContinuation(text[--at])) {
        }
        code = firstOf(text.substr(at, end - at));
    } while (at > 0 &&
             ((code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF)));
    return code;
}

/// Unicode's East_Asian_Width W, F and H but for Korean, which has spaces between its words.
bool isWide(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x3190 && c <= 0xA4CF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF01 && c <= 0xFF9F) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Signs as wide as a kanji among kanji, narrow among Latin letters: ― … ※ ① ● ℃ “ ”
bool isWideAmongWide(char32_t c)
{
    return (c >= 0x2014 && c <= 0x2026) || (c >= 0x203B && c <= 0x203E) || c == 0x2103 ||
           (c >= 0x2160 && c <= 0x217F) || (c >= 0x2190 && c <= 0x21FF) ||
           (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x26FF) || c == 0xD7 || c == 0xB1;
}

Autolink nextWebAddress(std::string_view text, size_t from)
{
    size_t colon = text.find("://", from);
    size_t www = text.find("www.", from);
    while (colon != std::string_view::npos || www != std::string_view::npos) {
        const bool isWww = www < colon;
        const size_t at = isWww ? www : schemeStart(text, colon, from);
        const size_t start = isWww ? www : colon + 3;
        if (at != std::string_view::npos && mayPrecede(text, at) &&
            domainLength(text.substr(start)) > 0) {
            const std::string_view url = withoutTrailing(text.substr(at, urlEnd(text, at) - at));
            if (at + url.size() > start)
                return {at, at + url.size(), (isWww ? "http://" : "") + std::string(url)};
        }
        if (isWww)
            www = text.find("www.", www + 4);
        else
            colon = text.find("://", colon + 3);
    }
    return {};
}

} // namespace

Autolink nextAutolink(std::string_view text, size_t from)
{
    Autolink web = nextWebAddress(text, from);
    Autolink mail = nextMailAddress(text, from);
    return mail.begin < web.begin ? mail : web;
}

bool joinsWithoutSpace(std::string_view before, std::string_view after)
{
    const char32_t last = lastOf(before);
    const char32_t first = firstOf(after);
    return (isWide(last) && (isWide(first) || isWideAmongWide(first))) ||
           (isWideAmongWide(last) && isWide(first));
}

} // namespace kakehashi::render
