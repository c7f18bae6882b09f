#pragma once

#include "publish/publisher.h"
#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish {

/// Folders that hold nothing of ours, each as one Unknown whose path ends with "/": its size is
/// that of all files below, its time the newest there, so a decision about it ends when something
/// in it changes. Empty ones are nobody's harm and left out. `folders` are relative paths. Links
/// are not followed.
Result<QList<Drift>> foreignFolders(RemoteFiles &files, const ControlFolder &control,
                                    const QStringList &folders, const JobContext &context);

} // namespace kakehashi::publish
