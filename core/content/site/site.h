#pragma once

#include "base/sha256.h"
#include "base/ulid.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace kakehashi::content {

/// The web server that the site is put on: Apache reads the .htaccess that we publish; for others
/// every old address becomes a small page that sends visitors on.
enum class ServerKind { Apache, Other };

/// Telling search engines after a publish which pages changed (indexnow.org).
struct IndexNow
{
    bool isOn = false;
    QString key = {};   ///< 8 to 128 of A-Z a-z 0-9 -; no secret: it is a file of the site
    QUrl endpoint = {}; ///< empty: the one that all taking part share

    bool operator==(const IndexNow &) const = default;
};

/// What is said once for the whole site.
struct SiteSettings
{
    Ulid id;              ///< named in every manifest, so that sites cannot be mixed up
    QString name;         ///< 「みやぎゼロカーボンチャレンジ2050」
    QString tagline;      ///< one line under the name
    QString description;  ///< for search engines, 120 characters or fewer
    QString organization; ///< 「宮城県 環境生活部 環境政策課」
    QString address;      ///< with 〒
    QString telephone;
    QString email;
    QString hours; ///< 「平日 8時30分から17時15分まで」
    QString copyright;
    QUrl url;            ///< public root, https://…/
    QString accentColor; ///< "#RRGGBB", empty: the theme's
    int postsPerPage = 20;
    ServerKind server = ServerKind::Apache;
    IndexNow indexNow = {};

    bool operator==(const SiteSettings &) const = default;
};

/// One entry of a menu. Items of one menu with the same parent are siblings, by position.
struct MenuItem
{
    Ulid id;
    QString menu; ///< "main", "utility" or "footer"
    Ulid parent = {};
    QString label;
    QString target; ///< a path of the site "/award/" or an absolute https URL
    int position = 0;
};

/// An original file in media/, named there by its hash, on the site by `fileName`.
struct MediaAsset
{
    Ulid id;
    Sha256 hash;
    qint64 bytes = 0;
    QString fileName; ///< "event-2025.jpg": lower-case ASCII, unique in the site
    QString mimeType;
    QString alt; ///< alternative text; required for pictures unless `decorative`
    QString caption;
    QString credit; ///< rights holder
    /// The last day on which it may be shown, as the rights holder allowed it; invalid: for good.
    QDate rightsUntil;
    bool decorative = false;
    int width = 0; ///< pixels, 0 for what is no picture
    int height = 0;
    QDateTime createdAt;
};

struct Redirect
{
    Ulid id;
    QString from;   ///< "/post-1528" or "/?p=3029"
    QString target; ///< path or absolute URL
    int status = 301;
};

} // namespace kakehashi::content
