#pragma once

#include <string>

namespace kakehashi::render {

/// Makes telephone numbers in the document's text links that dial, wherever they come from: the
/// site's settings, a field, a table's cell. Full-width digits and brackets are understood; a
/// number that is said to be a fax machine's, and one that is a link already, stays as it is.
void linkTelephones(std::string &html);

} // namespace kakehashi::render
