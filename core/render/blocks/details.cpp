#include "render/blocks/attributes.h"
#include "render/html.h"

namespace kakehashi::render {
namespace {

/// {summary="…"}: opens on demand, for questions and answers.
class DetailsBlock final : public Block
{
public:
    std::string_view name() const override { return "details"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        openBlock(out, "details", "block-details", block, body);
        out.append(">\n<summary>").append(escaped(requiredOf(block, body, "summary")));
        out.append("</summary>\n<div class=\"block-details__body\">\n");
        body.writeParts(block.parts, out);
        out.append("</div>\n</details>\n");
    }
};

} // namespace

const Block &detailsBlock()
{
    static const DetailsBlock block;
    return block;
}

} // namespace kakehashi::render
