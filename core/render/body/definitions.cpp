#include "render/body/definitions.h"

#include "render/body/fence.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

bool isDefinition(std::string_view line)
{
    const size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos || start > 3 || line[start] != '[')
        return false;
    const size_t end = line.find("]:", start);
    return end != std::string_view::npos && end > start + 1;
}

bool isIndented(std::string_view line)
{
    return line.substr(0, 4) == "    " || line.substr(0, 1) == "\t";
}

} // namespace

std::string definitionsOf(std::string_view body)
{
    std::string found;
    CodeFence code;
    bool continues = false;
    for (size_t from = 0; from < body.size();) {
        const size_t end = std::min(body.find('\n', from), body.size());
        const std::string_view line = body.substr(from, end - from);
        from = end + 1;
        const bool defines = !code.covers(line) && isDefinition(line);
        continues = defines || (continues && isIndented(line));
        if (defines)
            found += '\n';
        if (continues)
            found.append(line).append("\n");
    }
    return found;
}

std::string withDefinitions(std::string_view text, const std::string &definitions)
{
    std::string whole(text);
    if (text.find('[') != std::string_view::npos)
        whole.append("\n\n").append(definitions);
    return whole;
}

} // namespace kakehashi::render
