#pragma once

#include "render/body/headings.h"

#include <QString>

namespace kakehashi::render {

/// The headings of a Markdown body with the ids that its page will give them, without laying the
/// page out: what comes from elsewhere learns where its links lead. Headings in raw HTML are not
/// among them. Any thread.
std::vector<Heading> outlineOf(const QString &body);

} // namespace kakehashi::render
