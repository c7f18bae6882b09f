#pragma once

#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// Whom to tell of a weakness (RFC 9116), from the site's mail address or telephone; empty when
/// it has neither. Expires at the end of the half-year after the next, so that the file changes
/// twice a year and not with every build.
std::string securityTxt(const SiteIndex &index);

/// The web app manifest: name, colours and the theme's icons.
std::string webManifest(const SiteIndex &index);

} // namespace kakehashi::render
