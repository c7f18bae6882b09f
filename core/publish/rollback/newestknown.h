#pragma once

#include "publish/manifest.h"
#include "publish/rollback/knownpublish.h"
#include "publish/target.h"

#include <optional>

namespace kakehashi::publish {

KnownPublish knownFrom(const ManifestHead &head);
KnownPublish newerOf(const KnownPublish &one, const KnownPublish &other);

/// By what this machine noted beside the site; `journalFolder` as in PublishParams.
KnownPublish newestNoted(const QString &journalFolder, const Target &target);

/// What to tell when the server holds a state from before `known`: a backup was put back there, by
/// whomever, however well signed. Nothing: it does not. Publishing again over it is the cure.
std::optional<QString> wentBack(const ManifestHead &live, const KnownPublish &known);
/// What to tell when `live` was published from a newer copy of the site than this one, which made
/// or knows `ours`; a copy without a history is no older one. Nothing: it was not.
std::optional<QString> newerThere(const ManifestHead &live, const KnownPublish &ours);
/// What to tell where the list of a publish of this machine is not as that left it.
QString tamperedList(qint64 generation);
/// What to tell where nobody can know that.
QString noWitness();

} // namespace kakehashi::publish
