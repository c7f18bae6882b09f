#include "render/templates/settle.h"

#include <algorithm>
#include <optional>

namespace kakehashi::render {
namespace {

struct Tag
{
    size_t begin = 0;
    size_t end = 0;
    char sign = ' '; ///< # ^ / ! = & {, or a blank for a plain variable
    std::string name;
};

std::optional<Tag> nextTag(const std::string &text, size_t from)
{
    Tag tag;
    tag.begin = text.find("{{", from);
    if (tag.begin == std::string::npos)
        return {};
    size_t inside = tag.begin + 2;
    if (inside < text.size() && std::string_view("#^/!=&{").find(text[inside]) != std::string::npos)
        tag.sign = text[inside++];
    const std::string_view closing = tag.sign == '{' ? "}}}" : "}}";
    const size_t close = text.find(closing, inside);
    if (close == std::string::npos)
        return {};
    tag.end = close + closing.size();
    tag.name = text.substr(inside, close - inside);
    std::erase(tag.name, ' ');
    return tag;
}

bool isOpen(const Tag &tag, const std::set<std::string> &open)
{
    return open.contains(tag.name.substr(0, tag.name.find('.')));
}

/// From a variable or a section's begin to its end.
struct Chunk
{
    size_t begin = 0;
    size_t end = 0;
    bool decided = true; ///< uses no open name
};

/// Nothing at a section that never ends, which compiling has refused before.
std::optional<Chunk> chunkAt(const std::string &text, const Tag &first,
                             const std::set<std::string> &open)
{
    Chunk chunk{first.begin, first.end, !isOpen(first, open)};
    int depth = first.sign == '#' || first.sign == '^' ? 1 : 0;
    while (depth > 0) {
        const auto tag = nextTag(text, chunk.end);
        if (!tag)
            return {};
        depth += tag->sign == '#' || tag->sign == '^' ? 1 : tag->sign == '/' ? -1 : 0;
        chunk.end = tag->end;
        chunk.decided = chunk.decided && !isOpen(*tag, open);
    }
    return chunk;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Something other than a tag stands before (after) the place in its line.
bool isSolidBefore(const std::string &text, size_t at)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        --at;
    return at > 0 && text[at - 1] != '\n' && text[at - 1] != '}';
}

bool isSolidAfter(const std::string &text, size_t at)
{
    at = std::min(text.find_first_not_of(" \t\r", at), text.size());
    return at < text.size() && text[at] != '\n' && text[at] != '{';
}

/// Mustache drops a line on which nothing but sections stood and nothing came of them. A chunk
/// whose first or last line may be dropped, depending on its neighbours, has to wait for them.
bool standsAlone(const std::string &text, const Chunk &chunk, const std::string &filled)
{
    const size_t firstEnd = filled.find('\n');
    const bool before = isSolidBefore(text, chunk.begin);
    const bool after = isSolidAfter(text, chunk.end);
    if (firstEnd == std::string::npos)
        return before || after || !isBlank(filled);
    const std::string_view whole = filled;
    return (before || !isBlank(whole.substr(0, firstEnd))) &&
           (after || !isBlank(whole.substr(filled.rfind('\n') + 1)));
}

/// The chunk filled in between two marks, which keep its own ends from being dropped.
Result<std::string> filledIn(const std::string &chunk, std::initializer_list<const Data *> layers)
{
    const auto compiled = Template::compile({{QString(), '|' + chunk + '|'}}, {});
    if (!compiled)
        return passOn(compiled);
    std::string filled;
    (*compiled)->render(layers, filled);
    return filled.substr(1, filled.size() - 2);
}

} // namespace

Result<std::string> settled(const std::string &text, std::initializer_list<const Data *> layers,
                            const std::set<std::string> &open)
{
    std::string out;
    size_t from = 0;
    for (auto tag = nextTag(text, 0); tag; tag = nextTag(text, from)) {
        const auto chunk = tag->sign == '=' || tag->sign == '/' ? std::optional<Chunk>()
                                                                : chunkAt(text, *tag, open);
        if (!chunk)
            return text;
        out.append(text, from, chunk->begin - from);
        from = chunk->end;
        std::string piece = text.substr(chunk->begin, chunk->end - chunk->begin);
        if (chunk->decided && tag->sign != '!') {
            auto filled = filledIn(piece, layers);
            if (!filled)
                return passOn(filled);
            if (filled->find("{{") == std::string::npos && standsAlone(text, *chunk, *filled))
                piece = std::move(*filled);
        }
        out += piece;
    }
    return out.append(text, from);
}

} // namespace kakehashi::render
