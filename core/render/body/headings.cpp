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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
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

bool isReservedId(std::string_view id)
{
    const auto isNumbered = [id](std::string_view name) {
        return id.starts_with(name) && id.size() > name.size() && isDigit(id[name.size()]);
    };
    return id == "main" || id == "top" || id == "search-words" || id == "all-pages" ||
           id.ends_with("-heading") || isNumbered("fn-") || isNumbered("fnref-") ||
           isNumbered("chart");
}

std::string takeWantedId(std::string &words)
{
    const size_t start = words.rfind('{');
    if (start == std::string::npos || words.back() != '}')
        return {};
    std::string_view rest(words);
    rest = rest.substr(start + 1, words.size() - start - 2);
    std::string id;
    bool isKnown = false;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        const bool isSign = word.size() > 1 && (word.front() == '#' || word.front() == '.');
        if (isSign && word.find_first_of("<>&\"'{}#%", 1) != std::string_view::npos)
            return {};
        if (!isSign && !word.empty() && word.find('=') == std::string_view::npos)
            return {};
        if (isSign && word.front() == '#' && id.empty())
            id = word.substr(1);
        isKnown = isKnown || isSign;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!isKnown)
        return {};
    words.resize(start);
    while (!words.empty() && words.back() == ' ')
        words.pop_back();
    return id;
}

std::string Headings::add(int level, const std::string &text, const std::string &wantedId)
{
    std::string id = wantedId.empty() ? asciiSlug(text) : wantedId;
    if (id.empty())
        id = "h-" + shortHash(text);
    id = claim(id);
    m_all.push_back({level, id, text});
    return id;
}

std::string Headings::claim(const std::string &wantedId)
{
    const bool isReserved = isReservedId(wantedId);
    std::string id = isReserved ? "section-" + wantedId : wantedId;
    const std::string base = id;
    // Where a former search for this name ended: a thousand equal headings are no thousand
    // searches.
    for (int &number = m_numbers[base]; !m_ids.insert(id).second;)
        id = base + '-' + std::to_string(number = std::max(number, 1) + 1);
    if (isReserved)
        m_moved.emplace(wantedId, id);
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
