#include "render/blocks/attributes.h"
#include "render/html.h"

#include <QCoreApplication>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// {caption="…" headers=column|both}: gives the Markdown table inside a caption; `both` makes
/// its first column headings too.
class TableBlock final : public Block
{
public:
    std::string_view name() const override { return "table"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const bool rowHeaders = choiceOf(block, body, "headers", {"column", "both"}) == "both";
        body.setTableCaption(std::string(requiredOf(block, body, "caption")), rowHeaders);
        body.writeParts(block.parts, out);
        if (!body.takeTableSettings().caption.empty())
            body.report(Severity::Should, "table-missing",
                        Text::tr("There is no table inside this block. Write one with | between "
                                 "the cells."),
                        block.line);
    }
};

} // namespace

const Block &tableBlock()
{
    static const TableBlock block;
    return block;
}

} // namespace kakehashi::render
