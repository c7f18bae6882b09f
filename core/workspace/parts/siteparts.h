#pragma once

#include "base/issue.h"
#include "workspace/parts/stores.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace kakehashi::workspace {

/// What a site has besides its pages and the bytes of its media, in the form of the files of a
/// sample (resources/sample/README.md). Nothing in it is about a person.
struct SiteParts
{
    QJsonObject site;   ///< settings, menus, redirects
    QJsonObject media;  ///< file name → alt, caption, credit, rightsUntil, decorative
    QJsonArray banners; ///< with their pictures' file names
    QMap<QString, QJsonObject> series; ///< by name

    bool operator==(const SiteParts &) const = default;
};

Result<SiteParts> partsOf(const SiteStores &stores);

/// site.json, media.json, banners.json and series/*.json of a folder; a missing file is an empty
/// part. Corrupt, with the file's name, for what is no JSON.
Result<SiteParts> readParts(const QString &folder);
Result<void> writeParts(const SiteParts &parts, const QString &folder);

struct TakeOptions
{
    /// What the site has already gives way; otherwise it stays and is named in the answer.
    bool replace = false;
    /// File names that became others when the media were taken in.
    QHash<QString, QString> mediaNames = {};
};

/// Puts everything but media texts into the site, whose media and pages are there by now. Corrupt
/// when a part contradicts itself. Answers what was kept as it was.
Result<Issues> takeParts(const SiteParts &parts, const SiteStores &stores,
                         const TakeOptions &options);

} // namespace kakehashi::workspace
