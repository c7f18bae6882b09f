#include "render/blocks/attributes.h"
#include "render/html.h"

namespace kakehashi::render {
namespace {

BodyWord labelOf(std::string_view level)
{
    if (level == "warning")
        return BodyWord::Warning;
    if (level == "error")
        return BodyWord::Important;
    return level == "success" ? BodyWord::Done : BodyWord::Information;
}

/// {level=info|warning|success|error title="…"}: something to be noticed. A note, not a
/// complementary landmark: it belongs to the text around it.
class NoticeBlock final : public Block
{
public:
    std::string_view name() const override { return "notice"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const std::string_view level =
            choiceOf(block, body, "level", {"info", "warning", "success", "error"});
        const std::string_view title = block.attribute("title");
        openBlock(out, "div", "block-notice", block, body);
        appendAttribute(out, "data-level", level);
        out.append(" role=\"note\"");
        appendAttribute(out, "aria-label", title.empty() ? body.word(labelOf(level)) : title);
        out.append(">\n");
        if (!title.empty())
            out.append("<p class=\"block-notice__title\">").append(escaped(title)).append("</p>\n");
        out.append("<div class=\"block-notice__body\">\n");
        body.writeParts(block.parts, out);
        out.append("</div>\n</div>\n");
    }
};

} // namespace

const Block &noticeBlock()
{
    static const NoticeBlock block;
    return block;
}

} // namespace kakehashi::render
