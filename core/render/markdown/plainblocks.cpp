#include "render/markdown/plainblocks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kakehashi::render {
namespace {

enum class Role : unsigned char {
    Plain,    ///< means itself wherever it stands within a line
    Asterisk, ///< means itself or strong words
    Bracket,  ///< begins a link
    Special   ///< cmark's business
};

constexpr std::array<Role, 256> roles = [] {
    std::array<Role, 256> table{};
    for (size_t code = 0; code < ' '; ++code)
        table[code] = Role::Special;
    for (const char c : std::string_view("\\`_]<&~#\x7f"))
        table[static_cast<unsigned char>(c)] = Role::Special;
    table['*'] = Role::Asterisk;
    table['['] = Role::Bracket;
    return table;
}();

bool isAsciiLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Kana and the common kanji: what `**` may stand beside without a question of punctuation.
bool isJapaneseLetter(std::string_view three)
{
    if (three.size() != 3 || three == "゠" || three == "・")
        return false;
    const auto first = static_cast<unsigned char>(three[0]);
    const auto second = static_cast<unsigned char>(three[1]);
    return (first >= 0xE4 && first <= 0xE9) || (first == 0xE3 && second >= 0x81 && second <= 0x83);
}

bool isBetweenLetters(std::string_view text, size_t begin, size_t end)
{
    const bool before = begin > 0 && (isAsciiLetter(text[begin - 1]) ||
                                      (begin >= 3 && isJapaneseLetter(text.substr(begin - 3, 3))));
    const bool after =
        end < text.size() && (isAsciiLetter(text[end]) || isJapaneseLetter(text.substr(end, 3)));
    return before && after;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

Role roleOf(char c)
{
    return roles[static_cast<unsigned char>(c)];
}

/// What an address is made of that stands in a link as it is typed.
bool isAddressSign(char c)
{
    return isAsciiLetter(c) || (c >= '0' && c <= '9') ||
           std::string_view("/.:?=%+,;-_#@").find(c) != std::string_view::npos;
}

/// Whether the words of a line are plain: runs of two asterisks stand between letters, in pairs
/// (`asterisks` counts over the lines of a paragraph), and no space is at the end.
bool arePlain(std::string_view words, int &asterisks)
{
    for (size_t at = 0; at < words.size();) {
        size_t size = 1;
        switch (roleOf(words[at])) {
        case Role::Special:
            return false;
        case Role::Plain:
            break;
        case Role::Asterisk:
            if (words.substr(at, 2) != "**" || !isBetweenLetters(words, at, at + 2))
                return false;
            ++asterisks;
            size = 2;
            break;
        case Role::Bracket:
            size = at > 0 && words[at - 1] == '!' ? 0 : linkAt(words.substr(at)).size;
            if (size == 0)
                return false;
            break;
        }
        at += size;
    }
    return !words.empty() && words.back() != ' ';
}

/// A line that begins with a letter begins no list, table, quote or underline.
bool beginsPlain(std::string_view line)
{
    const auto first = static_cast<unsigned char>(line.front());
    return first >= 0x80 || isAsciiLetter(line.front());
}

bool isPlainHeading(std::string_view line)
{
    const size_t level = line.find_first_not_of('#');
    if (level == 0 || level > 6 || line[level] != ' ')
        return false;
    const std::string_view words = line.substr(level + 1);
    int asterisks = 0;
    return !words.empty() && words.front() != ' ' && arePlain(words, asterisks) &&
           asterisks % 2 == 0;
}

bool isPlainCell(std::string_view words)
{
    int asterisks = 0;
    return words.empty() || (arePlain(words, asterisks) && asterisks % 2 == 0);
}

/// `---`, with a colon on the sides to which the column is aligned.
bool isAlignment(std::string_view cell)
{
    if (cell.starts_with(':'))
        cell.remove_prefix(1);
    if (cell.ends_with(':'))
        cell.remove_suffix(1);
    return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/// `- ` and words that begin no block of their own: no list, no quote, no number with a dot.
bool isItem(std::string_view line)
{
    if (!line.starts_with("- ") || line.size() < 3)
        return false;
    const std::string_view words = line.substr(2);
    const size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    const bool numbers =
        digits > 0 && digits < words.size() && words[digits] != '.' && words[digits] != ')';
    int asterisks = 0;
    return (numbers || words.front() == '[' || beginsPlain(words)) && arePlain(words, asterisks) &&
           asterisks % 2 == 0;
}

bool isRow(std::string_view line)
{
    return line.size() > 1 && line.front() == '|' && line.back() == '|';
}

/// Whether parts of the text may refer to each other or hold blank lines (definitions, footnotes,
/// code, HTML), or its beginning means something else (a byte order mark).
bool mayBelongTogether(std::string_view text)
{
    for (const std::string_view sign : {"<", "]:", "[^", "```", "~~~", "\r", "\xEF\xBB\xBF"})
        if (text.find(sign) != std::string_view::npos)
            return true;
    return false;
}

class Splitter
{
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    std::vector<Stretch> split()
    {
        while (m_at < m_text.size()) {
            const std::string_view line = lineAt(m_at);
            if (isBlank(line))
                pass(line);
            else if (line.front() == '#' && isPlainHeading(line))
                take(Stretch::Kind::Heading, line.size(), 1);
            else
                lines();
        }
        endMarkdown();
        return std::move(m_stretches);
    }

private:
    std::string_view lineAt(size_t at) const
    {
        return m_text.substr(at, std::min(m_text.find('\n', at), m_text.size()) - at);
    }

    void pass(std::string_view line)
    {
        m_at += line.size() + 1;
        ++m_line;
    }

    /// The lines up to the next blank one: all plain and of a kind, or for cmark with what went to
    /// it before.
    void lines()
    {
        m_lines.clear();
        size_t end = m_at;
        for (size_t at = m_at; at < m_text.size(); at = end + 1) {
            const std::string_view line = lineAt(at);
            if (isBlank(line))
                break;
            m_lines.push_back(line);
            end = at + line.size();
        }
        const auto kind = kindOfLines(end);
        if (kind != Stretch::Kind::Markdown)
            return take(kind, end - m_at, static_cast<int>(m_lines.size()));
        if (!m_markdown)
            m_markdown = {m_at, m_line};
        for (const std::string_view line : m_lines)
            pass(line);
    }

    Stretch::Kind kindOfLines(size_t end) const
    {
        const char first = m_lines.front().front();
        if (first == '-' && isList(end))
            return Stretch::Kind::List;
        if (first == '|' && isTable())
            return Stretch::Kind::Table;
        return isParagraph() ? Stretch::Kind::Paragraph : Stretch::Kind::Markdown;
    }

    bool isParagraph() const
    {
        int asterisks = 0;
        for (const std::string_view line : m_lines)
            if (!beginsPlain(line) || !arePlain(line, asterisks))
                return false;
        return asterisks % 2 == 0;
    }

    /// A list goes on behind blank lines with what is indented and with the next item.
    bool isList(size_t end) const
    {
        if (m_markdown || !std::all_of(m_lines.begin(), m_lines.end(), isItem))
            return false;
        while (end < m_text.size()) {
            const std::string_view line = lineAt(end);
            if (!isBlank(line))
                return line.front() == '#' || line.front() == '|' || beginsPlain(line);
            end += line.size() + 1;
        }
        return true;
    }

    /// A head, alignments, and rows, each of as many cells.
    bool isTable() const
    {
        if (m_lines.size() < 2)
            return false;
        const size_t columns = cellsOf(m_lines.front()).size();
        for (size_t row = 0; row < m_lines.size(); ++row) {
            const std::vector<std::string_view> cells = cellsOf(m_lines[row]);
            if (!isRow(m_lines[row]) || cells.size() != columns ||
                !std::all_of(cells.begin(), cells.end(), row == 1 ? isAlignment : isPlainCell))
                return false;
        }
        return true;
    }

    void take(Stretch::Kind kind, size_t size, int lines)
    {
        endMarkdown();
        m_stretches.push_back({kind, m_text.substr(m_at, size), m_line});
        m_at += size + 1;
        m_line += lines;
    }

    void endMarkdown()
    {
        if (!m_markdown)
            return;
        const size_t end = std::min(m_at, m_text.size());
        m_stretches.push_back({Stretch::Kind::Markdown,
                               m_text.substr(m_markdown->at, end - m_markdown->at),
                               m_markdown->line});
        m_markdown.reset();
    }

    struct Begin
    {
        size_t at;
        int line;
    };

    std::string_view m_text;
    size_t m_at = 0;
    int m_line = 1;
    std::vector<std::string_view> m_lines; ///< that are being looked at
    std::optional<Begin> m_markdown;       ///< of what goes to cmark
    std::vector<Stretch> m_stretches;
};

} // namespace

std::vector<Stretch> stretchesOf(std::string_view text)
{
    if (mayBelongTogether(text))
        return {{Stretch::Kind::Markdown, text, 1}};
    return Splitter(text).split();
}

PlainLink linkAt(std::string_view words)
{
    size_t label = 1;
    while (label < words.size() && roleOf(words[label]) == Role::Plain)
        ++label;
    if (label == 1 || words.substr(label, 2) != "](")
        return {};
    const size_t begin = label + 2;
    size_t end = begin;
    while (end < words.size() && isAddressSign(words[end]))
        ++end;
    if (end == begin || end == words.size() || words[end] != ')')
        return {};
    return {words.substr(1, label - 1), words.substr(begin, end - begin), end + 1};
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    for (size_t at = 1; at < line.size();) {
        const size_t end = std::min(line.find('|', at), line.size());
        std::string_view cell = line.substr(at, end - at);
        cell.remove_prefix(std::min(cell.find_first_not_of(' '), cell.size()));
        cell = cell.substr(0, cell.find_last_not_of(' ') + 1);
        cells.push_back(cell);
        at = end + 1;
    }
    return cells;
}

} // namespace kakehashi::render
