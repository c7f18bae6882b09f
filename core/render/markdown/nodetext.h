#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::render {

std::string_view literalOf(cmark_node *node);

/// The words in a node without their markup: what a screen reader hears for a picture.
std::string wordsOf(cmark_node *node);

/// The text that ends before an inline node, and the one that begins behind it: through the marks
/// and tags between, which have no width. Empty where a picture, a line break or nothing stands.
std::string_view lettersBefore(cmark_node *node);
std::string_view lettersAfter(cmark_node *node);

/// All nodes of a type below `root`, in the order of the text.
std::vector<cmark_node *> nodesOf(cmark_node *root, cmark_node_type type);

/// The line a node is on, from 1. Inline nodes without one get their block's.
int lineOf(cmark_node *node);

} // namespace kakehashi::render
