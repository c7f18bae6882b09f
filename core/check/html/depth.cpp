#include "check/html/depth.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace kakehashi::check {
namespace {

bool isVoid(std::string_view name)
{
    static constexpr std::array<std::string_view, 13> names{
        "area", "base",  "br",   "col",    "embed", "hr", "img",
        "link", "input", "meta", "source", "track", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string nameAt(std::string_view html, size_t at)
{
    std::string name;
    for (; at < html.size() && name.size() < 8; ++at) {
        const char c = html[at];
        if (c >= 'A' && c <= 'Z')
            name += static_cast<char>(c + ('a' - 'A'));
        else if (c >= 'a' && c <= 'z')
            name += c;
        else
            break;
    }
    return name;
}

} // namespace

int depthBound(QByteArrayView bytes)
{
    const std::string_view html(bytes.data(), static_cast<size_t>(bytes.size()));
    int depth = 0;
    int bound = 0;
    for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (at + 1 < html.size() && html[at + 1] == '/') {
            // A stray end tag closes nothing, but counting it only makes the bound too low by as
            // much as a page has of them; the parser's own elements are few.
            depth = std::max(0, depth - 1);
            continue;
        }
        const std::string name = nameAt(html, at + 1);
        if (!name.empty() && !isVoid(name))
            bound = std::max(bound, ++depth);
    }
    return bound;
}

} // namespace kakehashi::check
