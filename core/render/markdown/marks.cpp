#include "render/markdown/marks.h"

#include "render/markdown/nodetext.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace kakehashi::render {
namespace {

/// U+FDD0, a noncharacter: never in a text, and no punctuation to cmark.
constexpr std::string_view letterMark = "\xEF\xB7\x90";

/// U+FDD1 and a comma: to the side of the comma, cmark sees punctuation.
constexpr std::string_view commaBehind = "\xEF\xB7\x91,";
constexpr std::string_view commaBefore = ",\xEF\xB7\x91";

enum class Side {
    Letter,         ///< or a digit, or a symbol
    JapaneseLetter, ///< kana, kanji, full-width letters and signs
    Punctuation,
    JapanesePunctuation,
    Space
};

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

char32_t codeOf(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    char32_t code = bytes.size() == 1   ? first
                    : bytes.size() == 2 ? first & 0x1FU
                    : bytes.size() == 3 ? first & 0x0FU
                                        : first & 0x07U;
    for (const char c : bytes.substr(1))
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

/// Whether the character is as wide as a kanji, or a half-width form of such a one (Unicode's
/// East_Asian_Width W, F and H), a picture among letters included.
bool isJapanese(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE10 && c <= 0xFE1F) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFFEF) ||
           (c >= 0x1AFF0 && c <= 0x1B16F) || (c >= 0x1F000 && c <= 0x1FAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// Punctuation as Japanese sentences use it though its width is not told: “ ” … ― ※ ‥
bool isJapanesePunctuation(char32_t c)
{
    return isJapanese(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
}

bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

Side sideOf(std::string_view bytes)
{
    if (bytes.empty())
        return Side::Space;
    const char32_t c = codeOf(bytes);
    if (c < 0x80) {
        const bool letter =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? Side::Letter : (c <= ' ' || c == 0x7F ? Side::Space : Side::Punctuation);
    }
    if (QChar::isSpace(c))
        return Side::Space;
    if (QChar::isPunct(c))
        return isJapanesePunctuation(c) ? Side::JapanesePunctuation : Side::Punctuation;
    return isJapanese(c) ? Side::JapaneseLetter : Side::Letter;
}

/// What ends before `at`; a variant of a kanji (葛󠄀) is what its kanji is.
Side sideBefore(std::string_view text, size_t at)
{
    std::string_view before = characterBefore(text, at);
    while (before.size() >= 3 && isVariationSelector(codeOf(before)) && at > before.size()) {
        at -= before.size();
        before = characterBefore(text, at);
    }
    return sideOf(before);
}

using Setter = int (*)(cmark_node *node, const char *text);

void removeMarks(cmark_node *node, const char *marked, Setter set)
{
    std::string text(marked ? marked : "");
    constexpr std::string_view common = "\xEF\xB7";
    if (text.find(common) == std::string::npos)
        return;
    for (const std::string_view mark : {commaBehind, commaBefore, letterMark})
        for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.erase(at, mark.size());
    set(node, text.c_str());
}

struct Mark
{
    size_t at;
    std::string_view bytes;
};

using Marks = std::array<std::optional<Mark>, 2>;

bool isPunctuation(Side side)
{
    return side == Side::Punctuation || side == Side::JapanesePunctuation;
}

/// Whether asterisks between the letter and the punctuation are marks, though no space is there:
/// one of the two is Japanese.
bool isJapaneseBoundary(Side letter, Side punctuation)
{
    return (letter == Side::JapaneseLetter && isPunctuation(punctuation)) ||
           (letter == Side::Letter && punctuation == Side::JapanesePunctuation);
}

bool isEscaped(std::string_view text, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && text[at - backslashes - 1] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

bool isOfJapanese(Side side)
{
    return side == Side::JapaneseLetter || side == Side::JapanesePunctuation;
}

/// What two underscores that begin at `at` need. Between letters they are part of a word to
/// CommonMark, but Japanese has no spaces to tell words apart: there they are marks as two
/// asterisks are. One underscore stays what it is in 様式_1.docx.
Marks marksBesideUnderscores(std::string_view text, size_t at, size_t end)
{
    if (end - at != 2 || isEscaped(text, at))
        return {};
    const Side before = sideBefore(text, at);
    const Side after = end < text.size() ? sideOf(characterAt(text, end)) : Side::Space;
    const bool isTight = before != Side::Space && after != Side::Space;
    if (!isTight || !(isOfJapanese(before) || isOfJapanese(after)))
        return {};
    return {Mark{at, commaBehind}, Mark{end, commaBefore}};
}

/// What the asterisks that begin at `at` and end before `end` need, if anything. The comma stands
/// on the letter's side, so that marks on the other side (`**_「…」_**`) do not see it.
std::optional<Mark> markBesideAsterisks(std::string_view text, size_t at, size_t end)
{
    const bool escaped = isEscaped(text, at);
    if (escaped) // the first is only an asterisk
        ++at;
    if (at == end)
        return {};
    const Side before = escaped ? Side::Punctuation : sideBefore(text, at);
    const Side after = end < text.size() ? sideOf(characterAt(text, end)) : Side::Space;
    if (isJapaneseBoundary(before, after))
        return Mark{at, commaBehind};
    if (isJapaneseBoundary(after, before))
        return Mark{end, commaBefore};
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

/// The next asterisk, underscore or bracket that may need a mark; each is sought by itself, which
/// is quicker by far.
class Places
{
public:
    explicit Places(std::string_view text)
        : m_text(text)
        , m_asterisk(text.find('*'))
        , m_underscore(text.find("__"))
        , m_bracket(text.find("[^") != std::string_view::npos ? text.find('[')
                                                              : std::string_view::npos)
    {}

    bool atEnd() const
    {
        return std::min({m_asterisk, m_underscore, m_bracket}) == std::string_view::npos;
    }

    /// The marks that are needed here, if any are.
    Marks take()
    {
        if (m_asterisk < std::min(m_underscore, m_bracket)) {
            const size_t at = m_asterisk;
            const size_t end = std::min(m_text.find_first_not_of('*', at), m_text.size());
            m_asterisk = m_text.find('*', end);
            return {markBesideAsterisks(m_text, at, end)};
        }
        if (m_underscore < m_bracket) {
            const size_t at = m_underscore;
            const size_t end = std::min(m_text.find_first_not_of('_', at), m_text.size());
            m_underscore = m_text.find("__", end);
            return marksBesideUnderscores(m_text, at, end);
        }
        const size_t at = m_bracket;
        m_bracket = m_text.find('[', at + 1);
        if (isLikeFootnote(m_text, at))
            return {Mark{at + 1, letterMark}};
        return {};
    }

private:
    std::string_view m_text;
    size_t m_asterisk;
    size_t m_underscore;
    size_t m_bracket; ///< sought only where cmark reads footnotes
};

} // namespace

std::optional<std::string> withMarks(std::string_view text)
{
    std::optional<std::string> out;
    size_t copied = 0;
    for (Places places(text); !places.atEnd();) {
        for (const std::optional<Mark> &mark : places.take()) {
            if (!mark)
                continue;
            if (!out)
                out.emplace();
            out->append(text, copied, mark->at - copied).append(mark->bytes);
            copied = mark->at;
        }
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
