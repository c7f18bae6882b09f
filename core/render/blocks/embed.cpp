#include "render/blocks/attributes.h"
#include "render/html.h"
#include "security/urlpolicy.h"

namespace kakehashi::render {
namespace {

Result<QString> mapUrl(const QString &url)
{
    const auto checked = security::checkUrl(url, security::UrlUse::Embed);
    return checked ? Result<QString>(url) : Result<QString>(passOn(checked));
}

/// {youtube=ID | map=URL title="…"}: a video without cookies, or a map. The title is what a
/// screen reader says instead of the frame.
class EmbedBlock final : public Block
{
public:
    std::string_view name() const override { return "embed"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const bool video = !block.attribute("youtube").empty();
        const std::string title(requiredOf(block, body, "title"));
        const auto source = video ? security::youtubeEmbedUrl(fromUtf8(block.attribute("youtube")))
                                  : mapUrl(fromUtf8(requiredOf(block, body, "map")));
        if (!source) {
            body.report(Severity::Must, "embed-refused", source.error().text, block.line);
            openBlock(out, "p", "", block, body);
            out.append(">").append(escaped(title)).append("</p>\n");
            return;
        }
        openBlock(out, "div", "block-embed", block, body);
        appendAttribute(out, "data-type", video ? "youtube" : "map");
        out.append("><iframe");
        appendAttribute(out, "src", utf8(*source));
        appendAttribute(out, "title",
                        title.empty() ? body.word(video ? BodyWord::Video : BodyWord::Map) : title);
        out.append(" loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\"");
        out.append(" allowfullscreen></iframe></div>\n");
    }
};

} // namespace

const Block &embedBlock()
{
    static const EmbedBlock block;
    return block;
}

} // namespace kakehashi::render
