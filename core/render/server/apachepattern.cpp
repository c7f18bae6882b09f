#include "render/server/apachepattern.h"

#include <string_view>

namespace kakehashi::render {

std::string apachePattern(QByteArrayView text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || c == '"')
            return {};
        if (std::string_view("\\.[]{}()*+?^$|").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace kakehashi::render
