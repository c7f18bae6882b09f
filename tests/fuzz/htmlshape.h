#pragma once

#include <QByteArray>

namespace kakehashi::fuzz {

/// Reads HTML that we made far more strictly than a browser would and ends the process unless
/// it is UTF-8 of balanced tags, quoted attributes and escaped text, without anything that runs:
/// no script, style or form, no event handler, no URL but those of an honest link, picture or
/// embedded map. Written without the product's own lists, so that a hole in those shows.
void requireSafeHtml(QByteArrayView html);

} // namespace kakehashi::fuzz
