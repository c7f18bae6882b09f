#include "render/blocks/attributes.h"
#include "render/html.h"

#include <QCoreApplication>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// {href=… style=primary|secondary}: a link that looks like a button; the words are the
/// content.
class ButtonBlock final : public Block
{
public:
    std::string_view name() const override { return "button"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const std::string_view style = choiceOf(block, body, "style", {"primary", "secondary"});
        const Link link = body.link(requiredOf(block, body, "href"), block.line);
        std::string inner;
        body.writeParts(block.parts, inner);
        std::string words = plainText(inner);
        if (words.empty())
            words = block.attribute("label");
        if (words.empty())
            body.report(Severity::Must, "button-empty",
                        Text::tr("The button has no words. Write them between the two lines of "
                                 "colons."),
                        block.line);
        openBlock(out, "p", "block-button", block, body);
        appendAttribute(out, "data-style", style);
        out.append("><a href=\"");
        appendHref(out, link.href.empty() ? "#" : link.href);
        out.append(link.external ? "\" class=\"external\" rel=\"noopener\">" : "\">");
        appendEscaped(out, words);
        out.append(linkNote(link, words)).append("</a></p>\n");
    }
};

} // namespace

const Block &buttonBlock()
{
    static const ButtonBlock block;
    return block;
}

} // namespace kakehashi::render
