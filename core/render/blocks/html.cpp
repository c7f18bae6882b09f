#include "render/html.h"
#include "render/blocks/attributes.h"

namespace kakehashi::render {
namespace {

/// HTML as supplied, sanitised.
class HtmlBlock final : public Block
{
public:
    std::string_view name() const override { return "html"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        openBlock(out, "div", "block-html", block, body);
        out.append(">\n");
        for (const BodyPart &part : block.parts)
            body.writeSanitized(part.text, part.line, out);
        out.append("</div>\n");
    }
};

} // namespace

const Block &htmlBlock()
{
    static const HtmlBlock block;
    return block;
}

} // namespace kakehashi::render
