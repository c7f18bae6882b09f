#pragma once

#include "publish/publisher.h"
#include "publish/signature/manifestkey.h"

#include <QHash>

namespace kakehashi::publish {

/// The site that is published, and by whom.
struct PublishingSite
{
    QString id;     ///< Ulid
    QString folder; ///< site folder on this machine
    QString person; ///< empty: the account's name
    /// By target, what the site's history knows, here or in a backup; see PublishParams::known.
    QHash<Ulid, KnownPublish> known = {};
    QList<Target> targets = {}; ///< all of the site's, which may know of one another
};

/// Where a site's publishes leave their traces on this machine: manifest cache, kept states.
QString journalFolder(const QString &siteFolder);

/// Everything that a Publisher needs, from what window and command line each get in their own way.
PublishParams paramsFor(const PublishingSite &site, const Target &target, const Access &access,
                        const ManifestKey &key);

} // namespace kakehashi::publish
