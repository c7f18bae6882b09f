#include "render/blocks/attributes.h"
#include "render/html.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Content side by side, separated by lines of `+++`; below each other on a phone.
class ColumnsBlock final : public Block
{
public:
    std::string_view name() const override { return "columns"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {
        const bool before = body.chartsBeside();
        body.setChartsBeside(chartsIn(block.parts) > 1);
        writeColumns(block, body, out);
        body.setChartsBeside(before);
    }

private:
    static int chartsIn(const BodyParts &parts)
    {
        return static_cast<int>(std::count_if(parts.begin(), parts.end(), [](const BodyPart &part) {
            return part.kind == BodyPart::Kind::Block && part.block->name == "chart";
        }));
    }

    static bool holdsChart(const BodyParts &parts)
    {
        return std::any_of(parts.begin(), parts.end(), [](const BodyPart &part) {
            return part.kind == BodyPart::Kind::Block &&
                   (part.block->name == "chart" || holdsChart(part.block->parts));
        });
    }

    static void writeColumns(const BlockNode &block, BodyWriter &body, std::string &out)
    {
        constexpr int mostColumns = 4;
        int columns = 1;
        for (const BodyPart &part : block.parts)
            columns += part.kind == BodyPart::Kind::Separator ? 1 : 0;
        if (columns > mostColumns)
            body.report(Severity::Should, "columns-many",
                        Text::tr("%1 columns are too narrow to read. Use up to %2.")
                            .arg(columns)
                            .arg(mostColumns),
                        block.line);
        openBlock(out, "div", "block-columns", block, body);
        appendAttribute(out, "data-count", std::to_string(std::min(columns, mostColumns)));
        if (holdsChart(block.parts))
            out.append(" data-charts");
        out.append(">\n<div class=\"column\">\n");
        BodyParts column;
        for (const BodyPart &part : block.parts) {
            if (part.kind != BodyPart::Kind::Separator) {
                column.push_back(part);
                continue;
            }
            body.writeParts(std::exchange(column, {}), out);
            out.append("</div>\n<div class=\"column\">\n");
        }
        body.writeParts(column, out);
        out.append("</div>\n</div>\n");
    }
};

} // namespace

const Block &columnsBlock()
{
    static const ColumnsBlock block;
    return block;
}

} // namespace kakehashi::render
