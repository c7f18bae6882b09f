#pragma once

#include "publish/remotefiles.h"

#include <QMap>
#include <QSet>
#include <QStringList>

namespace kakehashi::publish::switching {

/// Everything in a folder and below, by relative path, ours or not; links are not followed.
struct ReleaseTree
{
    FileInfo root;
    QMap<QString, FileInfo> entries;

    bool contains(const QString &path) const { return entries.contains(path); }
    QStringList folders() const; ///< parents first
};

/// Lists several trees at once. `known` are folders that are probably there: what they hold is
/// asked for in the first flights; unknown ones cost two more for each level. A tree that is not
/// there fails with NotFound, a folder in it that may not be read with PermissionDenied. Control
/// folders of earlier publishes in the tree are left out.
Result<QList<ReleaseTree>> listReleases(RemoteFiles &files, const QStringList &roots,
                                        const QStringList &known, const JobContext &context = {});

} // namespace kakehashi::publish::switching
