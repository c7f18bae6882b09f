#pragma once

#include "publish/publisher.h"
#include "publish/rollback/newestknown.h"

#include <QHash>
#include <QMap>

/// Who on this machine can tell the newest publish to a target, besides its own notes: for one that
/// was set up here just now, or whose notes are lost.
namespace kakehashi::publish::witness {

struct Scene
{
    QString journalFolder;
    QList<Target> targets;           ///< all of the site's
    QHash<Ulid, KnownPublish> known; ///< by target, from the site's history here or in a backup
    QByteArray key;                  ///< that manifests are signed with; empty: not checked
};

/// From the history; from what is noted of other targets that lead to the same folder of the same
/// server; and from the manifests of other targets, which name each other's newest publish: as they
/// were last seen from here, and as they lie in folders of this machine.
KnownPublish newestOf(const Scene &scene, const Target &target);

/// What this copy of the site published to there itself, by whatever target.
KnownPublish historyOf(const Scene &scene, const Target &target);

/// Whether nothing on this machine tells of a publish to there.
bool isUnknown(const PublishParams &params);

/// Asks the servers of the site's other targets, whose lists name the newest publish to `params`'
/// target, and notes what they tell. A server that does not answer, or whose list nobody vouches
/// for, tells nothing.
KnownPublish askServers(const PublishParams &params, const QList<PublishParams> &others,
                        const JobContext &context);

/// For the manifest that is published to `target`. By target (Ulid).
QMap<QString, KnownPublish> othersThan(const Scene &scene, const Target &target);

} // namespace kakehashi::publish::witness
