#include "render/html.h"

#include <array>
#include <utility>

namespace kakehashi::render {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

constexpr std::string_view entityOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

constexpr std::array<bool, 256> isMarkup = [] {
    std::array<bool, 256> all{};
    for (const char c : {'&', '<', '>', '"', '\''})
        all[static_cast<unsigned char>(c)] = true;
    return all;
}();

/// Returns the place after the character.
char *putUtf8(char *to, char32_t c)
{
    const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 63U)); };
    if (c < 0x80) {
        *to++ = static_cast<char>(c);
        return to;
    }
    if (c < 0x800) {
        *to++ = static_cast<char>(0xC0U | c >> 6U);
    } else {
        if (c < 0x10000) {
            *to++ = static_cast<char>(0xE0U | c >> 12U);
        } else {
            *to++ = static_cast<char>(0xF0U | c >> 18U);
            *to++ = tail(12);
        }
        *to++ = tail(6);
    }
    *to++ = tail(0);
    return to;
}

bool isSafeInHref(unsigned char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return true;
    return std::string_view("-_.+!*(),%#@?=;:/$~").find(static_cast<char>(c)) !=
           std::string_view::npos;
}

} // namespace

std::string utf8(QStringView text)
{
    const auto units = std::u16string_view(text.utf16(), static_cast<size_t>(text.size()));
    size_t size = 0;
    for (const char16_t unit : units)
        size += 1U + (unit >= 0x80 ? 1U : 0U) + (unit >= 0x800 ? 1U : 0U);
    std::string out(size, '\0');
    char *to = out.data();
    for (size_t at = 0; at < units.size(); ++at) {
        char32_t c = units[at];
        if (QChar::isSurrogate(c)) {
            const bool pair = QChar::isHighSurrogate(c) && at + 1 < units.size() &&
                              QChar::isLowSurrogate(units[at + 1]);
            c = pair ? QChar::surrogateToUcs4(units[at], units[at + 1]) : U'?';
            at += pair ? 1 : 0;
        }
        to = putUtf8(to, c);
    }
    out.resize(static_cast<size_t>(to - out.data()));
    return out;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void appendEscaped(std::string &out, std::string_view text)
{
    size_t from = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        if (!isMarkup[static_cast<unsigned char>(text[at])])
            continue;
        out.append(text, from, at - from).append(entityOf(text[at]));
        from = at + 1;
    }
    out.append(text, from);
}

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    appendEscaped(out, text);
    return out;
}

std::string escaped(QStringView text)
{
    return escaped(utf8(text));
}

void appendAttribute(std::string &out, std::string_view name, std::string_view value)
{
    out.append(" ").append(name).append("=\"");
    appendEscaped(out, value);
    out += '"';
}

void appendHref(std::string &out, std::string_view url)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (isSafeInHref(byte)) {
            out += c;
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\'') {
            out += "&#x27;";
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
}

std::string plainText(std::string_view html)
{
    std::string out;
    bool inTag = false;
    for (size_t at = 0; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '<' || (inTag && c == '>')) {
            inTag = c == '<';
            continue;
        }
        if (inTag)
            continue;
        char plain = c == '\n' ? ' ' : c;
        for (const auto &[entity, meant] : entities)
            if (c == '&' && html.substr(at, entity.size()) == entity) {
                plain = meant;
                at += entity.size() - 1;
                break;
            }
        if (plain != ' ' || (!out.empty() && out.back() != ' '))
            out += plain;
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

} // namespace kakehashi::render
