#include "render/search/terms.h"

#include "render/html.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace kakehashi::render {
namespace {

constexpr bool isKanji(char16_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 ||
           c == 0x3007;
}

constexpr bool isJapanese(char16_t c)
{
    // Rare kanji outside the basic plane are two units, which are a pair of their own: 𠮷.
    return isKanji(c) || (c >= 0x3041 && c <= 0x3096) || c == 0x30FC ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xD840 && c <= 0xD88F) ||
           (c >= 0xDC00 && c <= 0xDFFF);
}

/// Latin with its accents, Greek, Cyrillic.
constexpr bool isWordLetter(char16_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c <= 0x24F) ||
           (c >= 0x370 && c <= 0x4FF);
}

/// Folds the common characters; 0 for those that need NFKC. What is no part of a term may come out
/// otherwise than NFKC has it.
constexpr char16_t foldedOne(char16_t c)
{
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096))
        return c;
    if (c == 0x3000)
        return u' ';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c = static_cast<char16_t>(c - 0xFEE0);
    if (c >= 'A' && c <= 'Z')
        return static_cast<char16_t>(c + 0x20);
    if (c >= 0x30A1 && c <= 0x30F6)
        return static_cast<char16_t>(c - 0x60);
    const bool asItIs = c < 0x80 || (c >= 0x3001 && c <= 0x3040) || c == 0x30FC || c == 0x30FB ||
                        (c >= 0x2010 && c <= 0x2027);
    return asItIs ? c : u'\0';
}

/// Multiplying by an odd number is one-to-one, so that two pairs never meet.
constexpr std::uint32_t spread(std::uint32_t term)
{
    return term * 0x9E3779B1U;
}

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

/// A word goes on behind these.
constexpr std::array<std::string_view, 32> inlineTags{
    "a",    "abbr",  "b",    "bdi",    "bdo",    "cite", "code", "data", "del", "dfn",  "em",
    "font", "i",     "ins",  "kbd",    "mark",   "q",    "rb",   "rp",   "rt",  "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub",  "sup",  "time", "u",   "var"};

std::string_view nameOf(std::string_view tag)
{
    const size_t from = tag.starts_with('/') ? 1 : 0;
    size_t to = from;
    while (to < tag.size() && tag[to] >= 'a' && tag[to] <= 'z')
        ++to;
    return tag.substr(from, to - from);
}

bool isInline(std::string_view name)
{
    return name == "wbr" ||
           std::find(inlineTags.begin(), inlineTags.end(), name) != inlineTags.end();
}

/// Shown at no place of its own within a word; search.js leaves them out as well.
constexpr bool isInvisible(char16_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/// The end of an element whose content is not read, or npos.
size_t skipped(std::string_view html, size_t at)
{
    if (at + 1 == html.size() || html[at + 1] != 's')
        return html.find('>', at);
    for (const std::string_view name : {"script", "style", "svg"})
        if (html.compare(at + 1, name.size(), name) == 0) {
            const size_t close = html.find("</" + std::string(name), at);
            return close == std::string_view::npos ? html.size() : html.find('>', close);
        }
    return html.find('>', at);
}

std::u16string foldedByUnicode(std::string_view text)
{
    std::u16string out =
        fromUtf8(text).normalized(QString::NormalizationForm_KC).toLower().toStdU16String();
    std::erase_if(out, isInvisible);
    for (char16_t &c : out)
        if (const char16_t one = foldedOne(c))
            c = one;
    return out;
}

/// The character that begins at `at`, which moves behind it; 0 for one outside the basic plane
/// and for what is no UTF-8.
char16_t nextOf(std::string_view text, size_t &at)
{
    const auto byte = [&](size_t ahead) { return static_cast<unsigned char>(text[at + ahead]); };
    const unsigned first = byte(0);
    const size_t length = first < 0x80 ? 1 : (first < 0xE0 ? 2 : 3);
    if (first >= 0xF0 || at + length > text.size())
        return 0;
    const unsigned code = length == 1 ? first
                          : length == 2
                              ? (first & 31U) << 6U | (byte(1) & 63U)
                              : (first & 15U) << 12U | (byte(1) & 63U) << 6U | (byte(2) & 63U);
    at += length;
    return static_cast<char16_t>(code);
}

/// The character that an entity of our own HTML stands for; `size` is its length.
char decoded(std::string_view html, size_t &size)
{
    for (const auto &[entity, meant] : entities)
        if (html.starts_with(entity)) {
            size = entity.size();
            return meant;
        }
    size = 1;
    return '&';
}

constexpr bool isPlain(char c)
{
    return c != ' ' && c != '\n' && c != '&';
}

void appendWords(std::string &out, std::string_view text)
{
    for (size_t at = 0; at < text.size();) {
        size_t size = 1;
        const char c = text[at] == '&' ? decoded(text.substr(at), size) : text[at];
        if (c == ' ' || c == '\n') {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
        } else if (size > 1 || c == '&') {
            out += c;
        } else {
            while (at + size < text.size() && isPlain(text[at + size]))
                ++size;
            out.append(text, at, size);
        }
        at += size;
    }
}

/// Folds what is of the common characters; false at the first that is not.
bool appendFolded(std::u16string &out, std::string_view utf8)
{
    size_t size = out.size();
    out.resize(size + utf8.size());
    for (size_t at = 0; at < utf8.size();) {
        const char16_t one = foldedOne(nextOf(utf8, at));
        if (one == 0)
            return false;
        out[size++] = one;
    }
    out.resize(size);
    return true;
}

/// Entities stand for what is in no term.
bool appendFoldedText(std::u16string &out, std::string_view text)
{
    for (size_t from = 0; from < text.size();) {
        const size_t entity = std::min(text.find('&', from), text.size());
        if (!appendFolded(out, text.substr(from, entity - from)))
            return false;
        if (entity == text.size())
            break;
        size_t size = 0;
        out += static_cast<char16_t>(decoded(text.substr(entity), size));
        from = entity + size;
    }
    return true;
}

/// Where the content of <rt> or <rp> ends that begins at `at`.
size_t endOfReading(std::string_view html, size_t at)
{
    size_t end = html.size();
    for (const std::string_view next : {"</rt", "</rp", "<rt", "<rp", "</ruby"})
        end = std::min(end, html.find(next, at));
    return end;
}

/// Hands the texts between tags to `text`, and calls `space` where a block begins or ends. Readings
/// come behind all others, those of one <ruby> as one word. Ends early when `text` returns false.
template <typename OnText, typename OnSpace>
void readWords(std::string_view html, OnText text, OnSpace space)
{
    std::string readings;
    for (size_t at = 0; at < html.size();) {
        const size_t open = std::min(html.find('<', at), html.size());
        if (!text(html.substr(at, open - at)))
            return;
        if (open == html.size())
            break;
        const size_t close = std::min(skipped(html, open), html.size());
        const std::string_view tag = html.substr(open + 1, close - open - 1);
        const std::string_view name = nameOf(tag);
        at = std::min(close + 1, html.size());
        const bool closes = tag.starts_with('/');
        if (closes && name == "ruby")
            readings += ' ';
        else if (!closes && (name == "rt" || name == "rp")) {
            const size_t end = endOfReading(html, at);
            if (name == "rt") // what stands in <rp> is for browsers that know no readings
                readings += html.substr(at, end - at);
            at = end;
        }
        if (!isInline(name))
            space();
    }
    if (!readings.empty()) {
        space();
        readWords(readings, text, space);
    }
}

} // namespace

std::u16string folded(std::string_view utf8)
{
    std::u16string out;
    return appendFolded(out, utf8) ? out : foldedByUnicode(utf8);
}

void foldWords(std::string_view html, std::u16string &out)
{
    out.clear();
    bool common = true;
    readWords(
        html, [&](std::string_view text) { return common = appendFoldedText(out, text); },
        [&] { out += u' '; });
    if (!common)
        out = foldedByUnicode(wordsOf(html));
}

void appendTermHashes(std::u16string_view text, std::vector<std::uint32_t> &hashes)
{
    const size_t size = text.size();
    for (size_t at = 0; at < size;) {
        const char16_t c = text[at];
        if (isJapanese(c)) {
            const bool goesOn = at + 1 < size && isJapanese(text[at + 1]);
            if (isKanji(c))
                hashes.push_back(spread(std::uint32_t(c) << 16U));
            if (goesOn)
                hashes.push_back(spread(std::uint32_t(c) << 16U | text[at + 1]));
            ++at;
        } else if (isWordLetter(c)) {
            std::uint32_t word = 2166136261U; // FNV-1a
            for (; at < size && isWordLetter(text[at]); ++at)
                word = (word ^ text[at]) * 16777619U;
            hashes.push_back(spread(word));
        } else {
            ++at;
        }
    }
}

void removeRepeats(std::vector<std::uint32_t> &hashes)
{
    // A table of what was seen; sorting took six times as long. 0 is marked apart.
    thread_local std::vector<std::uint32_t> seen;
    const size_t slots = std::bit_ceil(hashes.size() * 2 + 2);
    const int unused = 32 - std::countr_zero(slots); // the low bits of kanji are all the same
    seen.assign(slots, 0);
    bool seenZero = false;
    size_t kept = 0;
    for (const std::uint32_t hash : hashes) {
        size_t slot = hash >> unused;
        while (seen[slot] != 0 && seen[slot] != hash)
            slot = (slot + 1) & (slots - 1);
        if (hash == 0 ? seenZero : seen[slot] == hash)
            continue;
        seenZero = seenZero || hash == 0;
        seen[slot] = hash;
        hashes[kept++] = hash;
    }
    hashes.resize(kept);
}

std::string wordsOf(std::string_view html, size_t most)
{
    std::string out;
    readWords(
        html,
        [&](std::string_view text) {
            appendWords(out, text);
            return out.size() <= most; // so that a space at the end is not the text's own
        },
        [&] { appendWords(out, " "); });
    if (out.ends_with(' '))
        out.pop_back();
    return out.size() > most ? out.substr(0, most) : out;
}

} // namespace kakehashi::render
