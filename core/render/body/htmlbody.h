#pragma once

#include "render/body/bodywriter.h"

namespace kakehashi::render {

/// One tag of sanitised HTML: well-formed, values in double quotes.
struct HtmlTag
{
    size_t begin = std::string_view::npos;
    size_t end = 0; ///< behind '>'
    std::string_view name = {};
    std::string_view attributes = {};
    bool closes = false;
};

HtmlTag nextTag(std::string_view html, size_t from);

/// Writes a sanitised tag that begins an element (or is all of it) as the site has it: links
/// resolved, media as pictures, headings with their ids. `words` are a heading's. Returns where a
/// link leads.
Link writeTag(std::string_view html, std::string_view words, int line, BodyWriter &body,
              std::string &out);

/// The element of this name as pages have it: the page's title is the only <h1>.
std::string_view writtenName(std::string_view name);

/// Writes HTML that a person supplied: sanitised, with media and links resolved as in Markdown.
void writeHtml(std::string_view html, int firstLine, BodyWriter &body, std::string &out);

} // namespace kakehashi::render
