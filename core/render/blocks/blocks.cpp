#include "render/blocks/block.h"

#include "render/html.h"

#include <array>

namespace kakehashi::render {

// Each is defined in the file of its name.
const Block &noticeBlock();
const Block &figureBlock();
const Block &galleryBlock();
const Block &buttonBlock();
const Block &columnsBlock();
const Block &cardsBlock();
const Block &pagesBlock();
const Block &tableBlock();
const Block &fileBlock();
const Block &detailsBlock();
const Block &embedBlock();
const Block &tocBlock();
const Block &htmlBlock();
const Block &chartBlock();

namespace {

const auto &allBlocks()
{
    static const std::array<const Block *, 14> all{
        &noticeBlock(), &figureBlock(), &galleryBlock(), &buttonBlock(), &columnsBlock(),
        &cardsBlock(),  &pagesBlock(),  &tableBlock(),   &fileBlock(),   &detailsBlock(),
        &embedBlock(),  &tocBlock(),    &htmlBlock(),    &chartBlock()};
    return all;
}

} // namespace

const Block *blockNamed(std::string_view name)
{
    for (const Block *block : allBlocks())
        if (block->name() == name)
            return block;
    return nullptr;
}

QStringList blockNames()
{
    QStringList names;
    for (const Block *block : allBlocks())
        names.append(fromUtf8(block->name()));
    return names;
}

} // namespace kakehashi::render
