#pragma once

#include "render/templates/template.h"

namespace kakehashi::render {

/// The text of `file` with every {{>name}} replaced by templates/partials/name.mustache. Fails
/// with Invalid and "file:line: reason" when a partial is missing, includes itself, or is not
/// valid alone.
Result<std::string> withPartials(const TemplateTexts &texts, const QString &file);

/// Without white space at the beginning of lines, which HTML ignores. Texts with <pre> or
/// <textarea> are left alone.
std::string withoutIndentation(const std::string &text);

} // namespace kakehashi::render
