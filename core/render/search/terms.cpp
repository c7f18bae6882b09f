#include "render/search/terms.h"

#include "render/html.h"

#include <algorithm>
#include <array>
#include <bit>

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

/// True for what NFKC and lower case leave as it is, or what is no part of a term anyway.
constexpr bool isFoldedAlready(char16_t c)
{
    return c < 'A' || (c > 'Z' && c < 0x80) || (c >= 0x3000 && c <= 0x309A) ||
           (c >= 0x30A1 && c <= 0x30FE) || (c >= 0x4E00 && c <= 0x9FFF);
}

/// Multiplying by an odd number is one-to-one, so that two pairs never meet.
constexpr std::uint32_t spread(std::uint32_t term)
{
    return term * 0x9E3779B1U;
}

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

} // namespace

QString folded(const QString &text)
{
    QString out = text;
    const auto *from = reinterpret_cast<const char16_t *>(text.utf16());
    if (!std::all_of(from, from + text.size(), &isFoldedAlready)) {
        bool plain = true;
        for (qsizetype at = 0; plain && at < text.size(); ++at)
            plain = from[at] < 0x80 || isFoldedAlready(from[at]);
        out = plain ? text.toLower() : text.normalized(QString::NormalizationForm_KC).toLower();
    }
    for (QChar &c : out)
        if (c.unicode() >= 0x30A1 && c.unicode() <= 0x30F6)
            c = QChar(static_cast<char16_t>(c.unicode() - 0x60));
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
        out.append(html.substr(at, open - at));
        if (open == html.size())
            break;
        const size_t close = std::min(skipped(html, open), html.size());
        if (!isInline(html.substr(open + 1, close - open - 1)))
            out += ' ';
        at = close + 1;
    }
    return plainText(out);
}

} // namespace kakehashi::render
