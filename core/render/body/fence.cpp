#include "render/body/fence.h"

namespace kakehashi::render {
namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r";
    const size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

size_t nameLength(std::string_view text)
{
    size_t length = 0;
    while (length < text.size() && isNameCharacter(text[length]))
        ++length;
    return length;
}

/// key=value key="two words" flag; returns false when there is anything else.
bool readAttributes(std::string_view list, std::vector<BlockAttribute> &out)
{
    for (list = trimmed(list); !list.empty(); list = trimmed(list)) {
        const std::string_view name = list.substr(0, nameLength(list));
        if (name.empty())
            return false;
        list.remove_prefix(name.size());
        std::string_view value = "true";
        if (!list.empty() && list.front() == '=') {
            list.remove_prefix(1);
            const bool quoted = !list.empty() && list.front() == '"';
            const size_t end = quoted ? list.find('"', 1) : list.find_first_of(" \t");
            if (quoted && end == std::string_view::npos)
                return false;
            value = quoted ? list.substr(1, end - 1) : list.substr(0, end);
            list.remove_prefix(quoted ? end + 1 : std::min(end, list.size()));
        }
        out.push_back({name, value});
    }
    return true;
}

} // namespace

std::optional<Fence> readFence(std::string_view line)
{
    const size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent > 3 || line[indent] != ':')
        return {};
    line = trimmed(line);
    Fence fence;
    const size_t colons = std::min(line.find_first_not_of(':'), line.size());
    if (colons < 3)
        return {};
    fence.colons = static_cast<int>(colons);
    line = trimmed(line.substr(colons));
    if (line.empty()) {
        fence.closes = true;
        return fence;
    }
    if (line.front() == '/') {
        fence.closes = true;
        fence.name = trimmed(line.substr(1));
        return fence;
    }
    fence.name = line.substr(0, nameLength(line));
    if (fence.name.empty())
        return {};
    line = trimmed(line.substr(fence.name.size()));
    if (line.empty())
        return fence;
    const bool list = line.front() == '{' && line.back() == '}' && line.size() >= 2;
    fence.malformed = !list || !readAttributes(line.substr(1, line.size() - 2), fence.attributes);
    return fence;
}

bool CodeFence::covers(std::string_view line)
{
    const size_t start = line.find_first_not_of(" \t>");
    const char mark = start == std::string_view::npos ? '\0' : line[start];
    const bool fenceMark = mark == '`' || mark == '~';
    size_t length = 0;
    if (fenceMark)
        while (start + length < line.size() && line[start + length] == mark)
            ++length;
    if (m_mark == 0) {
        // A backtick in the info string means that this is inline code, not a fence.
        const bool opens = length >= 3 && (mark == '~' || line.find('`', start + length) ==
                                                              std::string_view::npos);
        if (opens) {
            m_mark = mark;
            m_length = length;
        }
        return opens;
    }
    if (mark == m_mark && length >= m_length && trimmed(line.substr(start + length)).empty())
        m_mark = 0;
    return true;
}

} // namespace kakehashi::render
