#pragma once

#include "check/source/sourcetext.h"

namespace kakehashi::check {

/// Puts SourceText::hidden over everything in a Markdown body (with our named blocks) that is not
/// read as prose, and returns its links. Takes time linear in the text whatever it holds; where it
/// is in doubt, as with a code span over two lines, the text stays visible.
std::vector<SourceLink> hideMarkdown(QString &text);

/// The same for tags, comments, scripts and style sheets of HTML.
void hideHtml(QString &text);

} // namespace kakehashi::check
