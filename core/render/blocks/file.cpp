#include "render/blocks/attributes.h"
#include "render/html.h"

namespace kakehashi::render {
namespace {

/// {src=media:NAME label="…"}: a file to download, with its type and size.
class FileBlock final : public Block
{
public:
    std::string_view name() const override { return "file"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const std::string_view source = requiredOf(block, body, "src");
        const auto *asset = source.empty() ? nullptr : body.media(source, block.line);
        std::string label(block.attribute("label"));
        if (!asset) {
            openBlock(out, "p", "block-file", block, body);
            out.append(">").append(escaped(label)).append("</p>\n");
            return;
        }
        if (label.empty())
            label = utf8(asset->caption.isEmpty() ? asset->fileName : asset->caption);
        const Link link = body.link("media:" + utf8(asset->fileName), block.line);
        openBlock(out, "p", "block-file", block, body);
        appendAttribute(out, "data-type",
                        utf8(asset->fileName.mid(asset->fileName.lastIndexOf(u'.') + 1)));
        out.append("><a href=\"");
        appendHref(out, link.href);
        out.append("\"><span class=\"block-file__label\">").append(escaped(label));
        out.append("</span><span class=\"block-file__meta\">").append(escaped(link.fileNote));
        out.append("</span></a></p>\n");
    }
};

} // namespace

const Block &fileBlock()
{
    static const FileBlock block;
    return block;
}

} // namespace kakehashi::render
