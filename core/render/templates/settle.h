#pragma once

#include "render/templates/template.h"

#include <set>

namespace kakehashi::render {

/// The template's text with everything filled in that `layers` alone decide: what stands outside
/// sections on names of `open`, and uses none of them. Rendering the outcome with further layers,
/// which may only add names of `open`, gives byte for byte what the whole text would have given.
/// A place that cannot be settled so is left as it is.
Result<std::string> settled(const std::string &text, std::initializer_list<const Data *> layers,
                            const std::set<std::string> &open);

} // namespace kakehashi::render
