#include "render/search/terms.h"

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
    return isKanji(c) || (c >= 0x3041 && c <= 0x3096) || c == 0x30FC ||
           (c >= 0xF900 && c <= 0xFAFF);
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
    if (c == 0x3000)
        return u' ';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c = static_cast<char16_t>(c - 0xFEE0);
    if (c >= 'A' && c <= 'Z')
        return static_cast<char16_t>(c + 0x20);
    if (c >= 0x30A1 && c <= 0x30F6)
        return static_cast<char16_t>(c - 0x60);
    const bool asItIs = c < 0x80 || (c >= 0x3001 && c <= 0x3096) || c == 0x30FC || c == 0x30FB ||
                        (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2010 && c <= 0x2027);
    return asItIs ? c : u'\0';
}

/// Multiplying by an odd number is one-to-one, so that two pairs never meet.
constexpr std::uint32_t spread(std::uint32_t term)
{
    return term * 0x9E3779B1U;
}

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

constexpr std::array<std::string_view, 14> inlineTags{"a",      "abbr", "b",   "code",  "em",
                                                      "i",      "mark", "rb",  "small", "span",
                                                      "strong", "sub",  "sup", "wbr"};

bool isInline(std::string_view tag)
{
    size_t from = tag.starts_with('/') ? 1 : 0;
    size_t to = from;
    while (to < tag.size() && tag[to] >= 'a' && tag[to] <= 'z')
        ++to;
    const std::string_view name = tag.substr(from, to - from);
    return std::find(inlineTags.begin(), inlineTags.end(), name) != inlineTags.end();
}

/// The end of an element whose content is not read, or npos.
size_t skipped(std::string_view html, size_t at)
{
    for (const std::string_view name : {"script", "style", "svg"})
        if (html.compare(at + 1, name.size(), name) == 0) {
            const size_t close = html.find("</" + std::string(name), at);
            return close == std::string_view::npos ? html.size() : html.find('>', close);
        }
    return html.find('>', at);
}

QString foldedByUnicode(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_KC).toLower();
    for (QChar &c : out)
        if (const char16_t one = foldedOne(c.unicode()))
            c = QChar(one);
    return out;
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

void appendWords(std::string &out, std::string_view text)
{
    for (size_t at = 0; at < text.size();) {
        size_t size = 1;
        const char c = text[at] == '&' ? decoded(text.substr(at), size) : text[at];
        const bool space = c == ' ' || c == '\n';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
        at += size;
    }
}

} // namespace

QString folded(const QString &text)
{
    QString out(text.size(), Qt::Uninitialized);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t one = foldedOne(text[at].unicode());
        if (one == 0)
            return foldedByUnicode(text);
        out[at] = QChar(one);
    }
    return out;
}

void appendTermHashes(const QString &foldedText, std::vector<std::uint32_t> &hashes)
{
    const auto *text = reinterpret_cast<const char16_t *>(foldedText.utf16());
    const auto size = static_cast<size_t>(foldedText.size());
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
    seen.assign(slots, 0);
    bool seenZero = false;
    size_t kept = 0;
    for (const std::uint32_t hash : hashes) {
        size_t slot = (hash >> 7U) & (slots - 1);
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

std::string wordsOf(std::string_view html)
{
    std::string out;
    out.reserve(html.size() / 2);
    for (size_t at = 0; at < html.size();) {
        const size_t open = std::min(html.find('<', at), html.size());
        appendWords(out, html.substr(at, open - at));
        if (open == html.size())
            break;
        const size_t close = std::min(skipped(html, open), html.size());
        if (!isInline(html.substr(open + 1, close - open - 1)))
            appendWords(out, " ");
        at = close + 1;
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

} // namespace kakehashi::render
