#include "render/blocks/attributes.h"
#include "render/html.h"

namespace kakehashi::render {
namespace {

void appendCredit(std::string &caption, const std::string &credit, const BodyWriter &body)
{
    if (caption.empty())
        caption.append(body.word(BodyWord::CreditAlone)).append(credit);
    else
        caption.append(body.word(BodyWord::CreditBefore))
            .append(credit)
            .append(body.word(BodyWord::CreditAfter));
}

/// {src=media:NAME alt="…" caption="…" width=narrow|wide|full}: one picture with its caption.
class FigureBlock final : public Block
{
public:
    std::string_view name() const override { return "figure"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const std::string_view width =
            choiceOf(block, body, "width", {"", "narrow", "wide", "full"});
        openBlock(out, "figure", "block-figure", block, body);
        if (!width.empty())
            appendAttribute(out, "data-width", width);
        out.append(">\n");
        const std::string_view source = requiredOf(block, body, "src");
        std::string caption(block.attribute("caption"));
        if (const auto *asset = source.empty() ? nullptr : body.media(source, block.line)) {
            body.writePicture(*asset, block.attribute("alt"), block.line, out);
            if (caption.empty())
                caption = utf8(asset->caption);
            if (!asset->credit.isEmpty())
                appendCredit(caption, utf8(asset->credit), body);
        }
        if (!caption.empty() || !block.parts.empty()) {
            out.append("\n<figcaption>").append(escaped(caption));
            body.writeParts(block.parts, out);
            out.append("</figcaption>");
        }
        out.append("\n</figure>\n");
    }
};

} // namespace

const Block &figureBlock()
{
    static const FigureBlock block;
    return block;
}

} // namespace kakehashi::render
