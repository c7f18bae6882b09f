#include "render/markdown/hiddenhtml.h"

#include "render/markdown/nodetext.h"
#include "render/markdown/parse.h"
#include "security/htmlallowlist.h"
#include "security/htmltags.h"

#include <algorithm>
#include <vector>

namespace kakehashi::render {
namespace {

struct Range
{
    size_t begin = std::string_view::npos;
    size_t end = 0;
};

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
}

/// Most texts hold nothing of the kind, and to look for it costs a parse.
bool mayHide(std::string_view text)
{
    if (text.find('<') == std::string_view::npos)
        return false;
    const std::string lowered = lower(text);
    static const std::vector<std::string> signs = [] {
        std::vector<std::string> all{"<!--"};
        for (const QByteArray &name : security::discardedElements())
            all.push_back('<' + name.toStdString());
        return all;
    }();
    return std::any_of(signs.begin(), signs.end(), [&](const std::string &sign) {
        return lowered.find(sign) != std::string::npos;
    });
}

std::vector<size_t> lineBegins(std::string_view text)
{
    std::vector<size_t> begins{0};
    for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        begins.push_back(at + 1);
    begins.push_back(text.size());
    return begins;
}

/// From the sign that has no end in the piece up to its end behind the piece.
Range hiddenFrom(const std::string &text, const std::string &sign, size_t begin, size_t end)
{
    Range range;
    range.begin = text.rfind(sign, end);
    if (range.begin == std::string::npos || range.begin < begin)
        return {};
    const bool isComment = sign == "<!--";
    const size_t ending = text.find(isComment ? "-->" : "</" + sign.substr(1), end);
    if (ending == std::string::npos)
        return {};
    range.end = std::min(text.find('>', ending), text.size() - 1) + 1;
    return range;
}

std::vector<Range> hiddenIn(std::string_view text)
{
    const Document document = parseMarkdown(text);
    const std::string lowered = lower(text);
    const std::vector<size_t> lines = lineBegins(text);
    const auto lineBegin = [&](int line) {
        return lines[std::min(static_cast<size_t>(std::max(line, 0)), lines.size() - 1)];
    };
    std::vector<Range> found;
    for (cmark_node *node = cmark_node_first_child(document.get()); node;
         node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK)
            continue;
        const std::string_view html = literalOf(node);
        const auto part =
            security::tokensOf(QByteArrayView(html.data(), static_cast<qsizetype>(html.size())));
        const size_t begin = lineBegin(cmark_node_get_start_line(node) - 1);
        if (part.endsWithin.isEmpty() || (!found.empty() && begin < found.back().end))
            continue;
        const Range range = hiddenFrom(lowered, part.endsWithin.toStdString(), begin,
                                       lineBegin(cmark_node_get_end_line(node)));
        if (range.begin < range.end)
            found.push_back(range);
    }
    return found;
}

} // namespace

std::string withoutHiddenHtml(std::string_view given)
{
    constexpr int mostPasses = 5; // what is taken out may bring the next to light
    std::string text;
    if (!mayHide(given))
        return text;
    for (int pass = 0; pass < mostPasses; ++pass) {
        const std::vector<Range> ranges = hiddenIn(text.empty() ? given : std::string_view(text));
        if (ranges.empty())
            return text;
        if (text.empty())
            text = given;
        for (const Range &range : ranges)
            for (size_t at = range.begin; at < range.end; ++at)
                text[at] = text[at] == '\n' ? '\n' : ' ';
    }
    return text;
}

} // namespace kakehashi::render
