#include "render/body/outline.h"

#include "render/body/blocktree.h"
#include "render/html.h"
#include "render/markdown/nodetext.h"
#include "render/markdown/parse.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

void collect(const BodyParts &parts, Headings &headings)
{
    for (const BodyPart &part : parts) {
        if (part.kind == BodyPart::Kind::Block)
            collect(part.block->parts, headings);
        if (part.kind != BodyPart::Kind::Markdown || isTooDeep(part.text))
            continue;
        const Document document = parseMarkdown(part.text);
        for (cmark_node *node : nodesOf(document.get(), CMARK_NODE_HEADING)) {
            std::string words = wordsOf(node);
            const std::string wantedId = takeWantedId(words);
            headings.add(std::max(2, cmark_node_get_heading_level(node)), escaped(words), wantedId);
        }
    }
}

} // namespace

std::vector<Heading> outlineOf(const QString &body)
{
    Issues unused;
    const std::string text = utf8(body);
    Headings headings;
    collect(splitBlocks(text, unused), headings);
    return headings.all();
}

} // namespace kakehashi::render
