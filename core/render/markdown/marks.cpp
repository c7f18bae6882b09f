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

/// Whether the `[^` at `at` is a footnote's name as its definition can have it; in none of them
/// does a sign stand that could hide the bracket's end from cmark.
bool isFootnoteName(std::string_view text, size_t at)
{
    const size_t end = text.find_first_of("[]\\`< \t\r\n", at + 2);
    return end != std::string_view::npos && text[end] == ']';
}

/// Whether cmark would take the bracket at `at` for a footnote's that has no such name.
bool isLikeFootnote(std::string_view text, size_t at)
{
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool mayMeanCaret = next == '\\' || next == '&';
    return mayMeanCaret || (next == '^' && !isFootnoteName(text, at));
}

/// The next asterisk or bracket that may need a mark; each is sought by itself, which is quicker
/// by far.
class Places
{
public:
    explicit Places(std::string_view text)
        : m_text(text)
        , m_asterisk(text.find('*'))
        , m_bracket(text.find("[^") != std::string_view::npos ? text.find('[')
                                                              : std::string_view::npos)
    {}

    bool atEnd() const { return std::min(m_asterisk, m_bracket) == std::string_view::npos; }

    /// Where the mark goes, if one is needed.
    std::optional<size_t> take()
    {
        if (m_asterisk < m_bracket) {
            const size_t at = m_asterisk;
            const size_t end = std::min(m_text.find_first_not_of('*', at), m_text.size());
            m_asterisk = m_text.find('*', end);
            return placeBesideAsterisks(m_text, at, end);
        }
        const size_t at = m_bracket;
        m_bracket = m_text.find('[', at + 1);
        return isLikeFootnote(m_text, at) ? std::optional(at + 1) : std::nullopt;
    }

private:
    std::string_view m_text;
    size_t m_asterisk;
    size_t m_bracket; ///< sought only where cmark reads footnotes
};

} // namespace

std::optional<std::string> withMarks(std::string_view text)
{
    std::optional<std::string> out;
    size_t copied = 0;
    for (Places places(text); !places.atEnd();) {
        const std::optional<size_t> place = places.take();
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
