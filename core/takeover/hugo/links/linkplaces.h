#pragma once

#include "content/page/page.h"

#include <QList>
#include <QString>

namespace kakehashi::takeover {

/// One target as an author wrote it.
struct LinkPlace
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool isPicture = false; ///< `![…](…)` or src="…"
    bool isBlock = false;   ///< "media:NAME" in the attributes of a block
    bool isHtml = false;    ///< in the attribute of a tag
};

/// The targets in a body, in their order: `[a](b.md)`, `![a](b.jpg)`, `[a]: b.md`, href and src of
/// tags, `{src=media:b.jpg}` of a block. Not those in code, comments, shortcodes and scripts; a
/// footnote's `[^1]: text` has none of its own. Takes time linear in the body.
QList<LinkPlace> linkPlaces(const QString &body, content::BodyFormat format);

} // namespace kakehashi::takeover
