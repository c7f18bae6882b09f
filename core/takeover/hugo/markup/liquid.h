#pragma once

#include "takeover/hugo/links/linkmap.h"

namespace kakehashi::takeover {

/// Whether Jekyll would have read the page's body for its tags: it is one of Jekyll's, or has tags
/// that nobody else knows, and Hugo was not it.
bool isLiquid(const SiteConfig &config, const SourcePage &page);

/// The body without Jekyll's Liquid, as far as it has a form here: post_url and link lead to the
/// pages, site.baseurl and site.url to our top, highlight is a code block, comments are left out.
/// What is not known stays and is reported with its line. Lines stay as many as they were.
QString withoutLiquid(const QString &body, const LinkMap &links, SourcePage &page);

} // namespace kakehashi::takeover
