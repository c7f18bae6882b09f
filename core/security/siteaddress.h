#pragma once

#include "base/result.h"

#include <QUrl>

namespace kakehashi::security {

/// The address of a site as a person types it. Pages, feeds and redirects lead from the top of
/// their host, so a site has a host of its own: Invalid, with what to write instead, for a folder
/// ("https://pref.example.jp/portal/"), a query, a fragment, a name before "@", another scheme or
/// no host. Empty text is the empty address of a site that has none yet.
Result<QUrl> siteAddress(const QString &text);

/// Whether a URL leads to the site's own host: in whatever letters, with or without the dot at the
/// end, http or https. Another port is another server.
bool isOwnAddress(const QUrl &site, const QUrl &url);

/// The same with "www." before one of the two, which mostly is the same site and may be another.
bool isLikelyOwnAddress(const QUrl &site, const QUrl &url);

} // namespace kakehashi::security
