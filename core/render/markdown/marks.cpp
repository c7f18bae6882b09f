#include "render/markdown/marks.h"

#include "render/markdown/nodetext.h"

#include <algorithm>
#include <cstdint>

namespace kakehashi::render {
namespace {

/// U+FDD0, a noncharacter: never in a text, and no punctuation to cmark.
constexpr std::string_view mark = "\xEF\xB7\x90";

enum class Side { Letter, Punctuation, Other };

/// What a character is to the rule: Japanese punctuation, a letter, or neither.
Side sideOf(std::string_view bytes)
{
    if (bytes.empty())
        return Side::Other;
    const auto first = static_cast<unsigned char>(bytes.front());
    if (first < 0x80) {
        const bool letter = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
                            (first >= 'a' && first <= 'z');
        return letter ? Side::Letter : Side::Other;
    }
    if (bytes.size() != 3)
        return Side::Letter;
    const auto bits = [&](size_t at, unsigned mask) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) & mask);
    };
    const std::uint32_t c = bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
    const bool punctuation = (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3003) ||
                             (c >= 0x3008 && c <= 0x3020) || c == 0x30FB ||
                             (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
                             (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
    return punctuation ? Side::Punctuation : (c == 0x3000 ? Side::Other : Side::Letter);
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string_view characterBefore(std::string_view text, size_t at)
{
    size_t from = at;
    while (from > 0 && isContinuation(text[--from]) && at - from < 4) {
    }
    return text.substr(from, at - from);
}

std::string_view characterAt(std::string_view text, size_t at)
{
    size_t to = std::min(at + 1, text.size());
    while (to < text.size() && isContinuation(text[to]))
        ++to;
    return text.substr(at, to - at);
}

using Setter = int (*)(cmark_node *node, const char *text);

void removeMarks(cmark_node *node, const char *marked, Setter set)
{
    std::string text(marked ? marked : "");
    size_t at = text.find(mark);
    if (at == std::string::npos)
        return;
    for (; at != std::string::npos; at = text.find(mark, at))
        text.erase(at, mark.size());
    set(node, text.c_str());
}

/// Where the asterisks that begin at `at` and end before `end` need a mark, if they do.
std::optional<size_t> placeBesideAsterisks(std::string_view text, size_t at, size_t end)
{
    const Side before = sideOf(characterBefore(text, at));
    const Side after = end < text.size() ? sideOf(characterAt(text, end)) : Side::Other;
    if (before == Side::Punctuation && after == Side::Letter)
        return at;
    if (before == Side::Letter && after == Side::Punctuation)
        return end;
    return {};
}

/// Whether the `[^` at `at` is a footnote's name as its definition can have it.
bool isFootnoteName(std::string_view text, size_t at)
{
    const size_t end = text.find_first_of("[] \t\r\n", at + 2);
    return end != std::string_view::npos && text[end] == ']';
}

/// The place for a mark at or behind the asterisk or bracket at `at`; `end` is where to go on.
std::optional<size_t> placeOfMark(std::string_view text, size_t at, size_t &end)
{
    if (text[at] == '*') {
        end = std::min(text.find_first_not_of('*', at), text.size());
        return placeBesideAsterisks(text, at, end);
    }
    end = at + 1;
    if (text.substr(end, 1) == "^" && !isFootnoteName(text, at))
        return end;
    return {};
}

} // namespace

std::optional<std::string> withMarks(std::string_view text)
{
    std::optional<std::string> out;
    size_t copied = 0;
    size_t end = 0;
    for (size_t at = text.find_first_of("*["); at != std::string_view::npos;
         at = text.find_first_of("*[", end)) {
        const std::optional<size_t> place = placeOfMark(text, at, end);
        if (!place)
            continue;
        if (!out)
            out.emplace();
        out->append(text, copied, *place - copied).append(mark);
        copied = *place;
    }
    if (out)
        out->append(text, copied);
    return out;
}

void removeMarks(cmark_node *document)
{
    cmark_iter *each = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(each); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(each)) {
        cmark_node *node = cmark_iter_get_node(each);
        if (event != CMARK_EVENT_ENTER)
            continue;
        removeMarks(node, cmark_node_get_literal(node), cmark_node_set_literal);
        removeMarks(node, cmark_node_get_url(node), cmark_node_set_url);
        removeMarks(node, cmark_node_get_title(node), cmark_node_set_title);
        removeMarks(node, cmark_node_get_fence_info(node), cmark_node_set_fence_info);
    }
    cmark_iter_free(each);
}

} // namespace kakehashi::render
