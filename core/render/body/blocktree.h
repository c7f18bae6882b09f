#pragma once

#include "base/issue.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace kakehashi::render {

struct BlockNode;

/// A stretch of Markdown, a named block, or a `+++` line between columns. Views look into the
/// body's text, which must outlive them. Lines count from 1 in the body.
struct BodyPart
{
    enum class Kind { Markdown, Block, Separator };

    Kind kind = Kind::Markdown;
    std::string_view text = {};
    int line = 1;
    std::shared_ptr<const BlockNode> block = {};
};

using BodyParts = std::vector<BodyPart>;

struct BlockAttribute
{
    std::string_view name;
    std::string_view value;
};

/// `::: name {attributes}` … `:::`
struct BlockNode
{
    std::string_view name = {};
    std::vector<BlockAttribute> attributes = {};
    int line = 0;    ///< of the opening fence
    int endLine = 0; ///< of the closing fence
    int colons = 3;
    BodyParts parts = {};

    std::string_view attribute(std::string_view wanted) const; ///< empty when it is not given
};

/// Splits a body into Markdown and named blocks. A fence of n colons closes the innermost open
/// block that was opened with n; `::: /name` closes the innermost of that name. Fences inside code
/// blocks are text, and so is everything inside `::: html`. Never fails: what is wrong becomes an
/// Issue and the content is kept.
BodyParts splitBlocks(std::string_view body, Issues &issues);

} // namespace kakehashi::render
