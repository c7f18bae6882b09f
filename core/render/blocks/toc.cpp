#include "render/blocks/attributes.h"
#include "render/html.h"

namespace kakehashi::render {
namespace {

/// The headings of the page as links.
class TocBlock final : public Block
{
public:
    std::string_view name() const override { return "toc"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        body.writeContentsMark(block.line, block.endLine, out);
        body.writeParts(block.parts, out);
    }
};

} // namespace

const Block &tocBlock()
{
    static const TocBlock block;
    return block;
}

} // namespace kakehashi::render
