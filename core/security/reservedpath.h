#pragma once

#include <QString>

namespace kakehashi::security {

// The addresses that the program answers at by itself. A page or redirect there would take the
// place of what visitors, search engines and browsers look for.

/// Whether a file of every site is or may be there: "/search/", "/404.html", "/sitemap.xml",
/// "/robots.txt", "/assets/…", "/.well-known/…" and the like. `address` is decoded, with or
/// without the slash or "index.html" at its end, without query.
bool isGeneratedAddress(const QString &address);

/// Whether no page may be there: one of these, "/media/…", or a further page of a list
/// ("/topics/page/2/").
bool isReservedPath(const QString &path);

/// A path near to a reserved one that a page may have: "/search/" → "/search-page/",
/// "/topics/page/2/" → "/topics/page-2/", "/feed.xml" → "/feed-xml/".
QString unreservedPath(const QString &path);

} // namespace kakehashi::security
