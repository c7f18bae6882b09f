#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace kakehashi::security {

enum class UrlUse {
    Link,    ///< a visitor follows it: https, http, mailto, tel, media:, own paths, #fragment
    Picture, ///< the browser loads it: https, media:, own paths
    Embed,   ///< an iframe: YouTube without cookies, Google Maps, maps of 国土地理院
};

/// Whether a page may hold this URL. Judged as a browser reads it: tabs, line breaks and leading
/// control characters do not hide a scheme. Any thread.
bool isUrlAllowed(const QString &url, UrlUse use);

/// The same with a sentence: Invalid says what is allowed instead.
Result<void> checkUrl(const QString &url, UrlUse use);

/// The hosts that UrlUse::Embed allows, for a Content-Security-Policy.
QStringList embedHosts();

/// The address that goes into an iframe for a YouTube id ([A-Za-z0-9_-]{11}); Invalid otherwise.
Result<QString> youtubeEmbedUrl(const QString &id);

} // namespace kakehashi::security
