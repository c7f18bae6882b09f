#include "render/body/headings.h"

#include <algorithm>
#include <cstdint>

namespace kakehashi::render {
namespace {

/// FNV-1a, written with letters and digits that cannot be mistaken for each other.
std::string shortHash(std::string_view text)
{
    constexpr std::string_view digits = "23456789abcdefghjkmnpqrstuvwxyz";
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    std::string out;
    for (int digit = 0; digit < 6; ++digit, hash /= static_cast<std::uint32_t>(digits.size()))
        out += digits[hash % digits.size()];
    return out;
}

/// Lower-case letters, digits and hyphens; empty unless the text is ASCII and begins with a letter.
std::string asciiSlug(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80)
            return {};
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (upper || plain)
            out += upper ? static_cast<char>(c + ('a' - 'A')) : c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return !out.empty() && out.front() >= 'a' ? out : std::string();
}

} // namespace

std::string Headings::add(int level, const std::string &text, const std::string &wantedId)
{
    std::string id = wantedId.empty() ? asciiSlug(text) : wantedId;
    if (id.empty())
        id = "h-" + shortHash(text);
    const std::string base = id;
    // Where a former search for this name ended: a thousand equal headings are no thousand
    // searches.
    for (int &number = m_numbers[base]; !m_ids.insert(id).second;)
        id = base + '-' + std::to_string(number = std::max(number, 1) + 1);
    m_all.push_back({level, id, text});
    return id;
}

std::string Headings::contents() const
{
    std::string out;
    int depth = 1;
    for (const Heading &heading : m_all) {
        if (heading.level > 3)
            continue;
        // An h3 before any h2 is listed as if it were one.
        const int wanted = depth == 1 ? 2 : heading.level;
        if (wanted > depth)
            out += "<ol>\n";
        else
            out += "</li>\n";
        if (wanted < depth)
            out += "</ol></li>\n";
        depth = wanted;
        out.append("<li><a href=\"#").append(heading.id).append("\">");
        out.append(heading.text).append("</a>");
    }
    for (; depth > 1; --depth)
        out += "</li></ol>\n";
    return out;
}

} // namespace kakehashi::render
