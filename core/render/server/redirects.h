#pragma once

#include "render/site/siteindex.h"

#include <string>

namespace kakehashi::render {

/// True when visitors of the old address are to be sent on: no page stands there now and the
/// target is one that they may be sent to.
bool isInForce(const SiteIndex &index, const content::Redirect &redirect);

/// Whether a page or a file of the site stands at the old address, as it would be decoded by the
/// server: the redirect makes way for it.
bool isShadowed(const SiteIndex &index, const content::Redirect &redirect);

/// Where it leads in the end: "media:x.pdf" as the file's path. Empty when the file is not there.
QString targetOf(const SiteIndex &index, const content::Redirect &redirect);

/// Apache takes the first rule that fits: one that asks for more of the query must come before one
/// that asks for less, and that before one that asks for nothing.
QList<content::Redirect> narrowestFirst(QList<content::Redirect> redirects);

/// The lines of a .htaccess for it, query strings ("/?p=3029") by a condition; empty when it is
/// not in force or its address holds what no request can.
std::string rewriteRule(const SiteIndex &index, const content::Redirect &redirect);

/// A page that sends visitors on, for servers that cannot redirect themselves.
std::string redirectPage(const SiteIndex &index, const content::Redirect &redirect);

/// "post-1528/index.html"; empty when the address is no plain path ("/?p=3029").
QString redirectOutputPath(const content::Redirect &redirect);

} // namespace kakehashi::render
