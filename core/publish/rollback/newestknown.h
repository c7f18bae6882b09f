#pragma once

#include "publish/manifest.h"
#include "publish/target.h"

#include <QDateTime>

#include <optional>

namespace kakehashi::publish {

/// A publish to a target that is known to have gone live, whatever it is known from.
struct KnownPublish
{
    qint64 generation = 0; ///< 0: none is known
    QString transaction;   ///< empty: not known
    QDateTime at;          ///< UTC; invalid: not known

    bool isNone() const { return generation == 0; }
};

KnownPublish knownFrom(const ManifestHead &head);
KnownPublish newerOf(const KnownPublish &one, const KnownPublish &other);

/// By what this machine noted beside the site; `journalFolder` as in PublishParams.
KnownPublish newestNoted(const QString &journalFolder, const Target &target);

/// What to tell when the server holds a state from before `known`: a backup was put back there, by
/// whomever, however well signed. Nothing: it does not. Publishing again over it is the cure.
std::optional<QString> wentBack(const ManifestHead &live, const KnownPublish &known);

} // namespace kakehashi::publish
