#include "render/html.h"
#include "render/markdown/inlinetext.h"
#include "render/markdown/markdownwriter.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (size_t at = 0; at < text.size(); at += lines.back().size() + 1)
        lines.push_back(text.substr(at, std::min(text.find('\n', at), text.size()) - at));
    return lines;
}

bool isSign(char c)
{
    return c == '*' || c == '[' || c == '\n';
}

} // namespace

void MarkdownWriter::writePlain(const Stretch &stretch)
{
    m_line = m_firstLine + stretch.line - 1;
    if (stretch.kind == Stretch::Kind::Heading)
        plainHeading(stretch);
    else if (stretch.kind == Stretch::Kind::List)
        plainList(stretch);
    else if (stretch.kind == Stretch::Kind::Table)
        plainTable(stretch);
    else
        plainParagraph(stretch);
}

void MarkdownWriter::plainHeading(const Stretch &stretch)
{
    lineStart();
    const size_t level = stretch.text.find(' ');
    const size_t start = m_out->size();
    plainWords(stretch.text.substr(level + 1));
    std::string html = m_out->substr(start);
    m_out->resize(start);
    writeHeading(static_cast<int>(level), std::move(html), m_line, m_line);
}

void MarkdownWriter::plainParagraph(const Stretch &stretch)
{
    lineStart();
    const auto breaks = std::count(stretch.text.begin(), stretch.text.end(), '\n');
    m_out->append("<p").append(m_body.marks(m_line, m_line + static_cast<int>(breaks)));
    *m_out += '>';
    plainWords(stretch.text);
    m_out->append("</p>\n");
}

void MarkdownWriter::plainList(const Stretch &stretch)
{
    const std::vector<std::string_view> lines = linesOf(stretch.text);
    lineStart();
    m_out->append("<ul").append(m_body.marks(m_line, m_line + static_cast<int>(lines.size()) - 1));
    m_out->append(">\n");
    for (const std::string_view line : lines) {
        m_out->append("<li").append(m_body.marks(m_line, m_line)).append(">");
        plainWords(line.substr(2));
        m_out->append("</li>\n");
        ++m_line;
    }
    m_out->append("</ul>\n");
}

void MarkdownWriter::plainTable(const Stretch &stretch)
{
    const std::vector<std::string_view> lines = linesOf(stretch.text);
    std::string alignments;
    for (const std::string_view cell : cellsOf(lines[1]))
        alignments += cell.back() != ':' ? 'l' : (cell.front() == ':' ? 'c' : 'r');
    const int first = m_line;
    openTable(first, first + static_cast<int>(lines.size()) - 1);
    m_inTableHead = true;
    openRow(first, first, false);
    plainRow(lines[0], alignments);
    for (size_t row = 2; row < lines.size(); ++row) {
        m_line = first + static_cast<int>(row);
        openRow(m_line, m_line, row == 2);
        plainRow(lines[row], alignments);
    }
    closeTable(lines.size() > 2);
}

void MarkdownWriter::plainRow(std::string_view row, std::string_view alignments)
{
    for (const std::string_view cell : cellsOf(row)) {
        openCell(alignments[static_cast<size_t>(m_column)]);
        plainWords(cell);
        closeCell();
    }
    closeRow();
}

/// Words with links and `**` in pairs; a line break is a space, or nothing between Japanese
/// letters.
void MarkdownWriter::plainWords(std::string_view words)
{
    int line = m_line;
    bool isStrong = false;
    std::string_view before; // the text that was written last
    while (!words.empty()) {
        const auto sign = std::find_if(words.begin(), words.end(), isSign);
        const auto plain = static_cast<size_t>(sign - words.begin());
        linkedText(words.substr(0, plain));
        before = plain > 0 ? words.substr(0, plain) : before;
        words.remove_prefix(plain);
        if (words.empty())
            return;
        size_t size = 1;
        if (words.front() == '*') {
            isStrong = !isStrong;
            m_out->append(isStrong ? "<strong>" : "</strong>");
            size = 2;
        } else if (words.front() == '[') {
            const PlainLink link = linkAt(words);
            plainLink(link, line);
            before = link.label;
            size = link.size;
        } else {
            ++line;
            if (!joinsWithoutSpace(before, words.substr(1)))
                *m_out += '\n';
        }
        words.remove_prefix(size);
    }
}

void MarkdownWriter::plainLink(const PlainLink &found, int line)
{
    const Link link = m_body.link(found.target, line);
    if (link.href.empty())
        return appendEscaped(*m_out, found.label);
    openAnchor(link, {});
    const size_t start = m_out->size();
    appendEscaped(*m_out, found.label);
    m_out->append(linkNote(link, std::string_view(*m_out).substr(start))).append("</a>");
}

} // namespace kakehashi::render
