#include "render/blocks/attributes.h"
#include "render/html.h"
#include "render/markdown/nodetext.h"
#include "render/markdown/parse.h"

namespace kakehashi::render {
namespace {

void writePictures(const BodyPart &part, BodyWriter &body, std::string &out)
{
    const Document document = parseMarkdown(part.text);
    for (cmark_node *node : nodesOf(document.get(), CMARK_NODE_IMAGE)) {
        const int line = part.line + lineOf(node) - 1;
        const content::MediaAsset *asset = body.media(cmark_node_get_url(node), line);
        if (!asset)
            continue;
        out.append("<li><figure>");
        body.writePicture(*asset, wordsOf(node), line, out);
        std::string caption(cmark_node_get_title(node));
        if (caption.empty())
            caption = utf8(asset->caption);
        if (!caption.empty())
            out.append("<figcaption>").append(escaped(caption)).append("</figcaption>");
        out.append("</figure></li>\n");
    }
}

/// Pictures side by side: ![alternative text](media:NAME "caption") each.
class GalleryBlock final : public Block
{
public:
    std::string_view name() const override { return "gallery"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        openBlock(out, "ul", "block-gallery", block, body);
        out.append(">\n");
        for (const BodyPart &part : block.parts)
            if (part.kind == BodyPart::Kind::Markdown)
                writePictures(part, body, out);
        out.append("</ul>\n");
    }
};

} // namespace

const Block &galleryBlock()
{
    static const GalleryBlock block;
    return block;
}

} // namespace kakehashi::render
