#pragma once

#include "content/page/page.h"

#include <QHash>

namespace kakehashi::takeover {

/// What links call the places of a page → the ids that they have on ours.
using Anchors = QHash<QString, QString>;

/// The places of a page: its headings by the names that Hugo and GitHub make of them ("#概要",
/// "#費用-2026年度", the second of a name with "-1"), by their `{#id}`, and ids in its HTML.
Anchors anchorsOf(const content::PageContent &content);

} // namespace kakehashi::takeover
