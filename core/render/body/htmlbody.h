#pragma once

#include "render/body/bodywriter.h"

namespace kakehashi::render {

/// Writes HTML that a person supplied: sanitised, with media and links resolved as in Markdown.
void writeHtml(std::string_view html, int firstLine, BodyWriter &body, std::string &out);

} // namespace kakehashi::render
