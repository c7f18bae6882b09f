#pragma once

#include "publish/manifest.h"
#include "publish/target.h"
#include "publish/transaction/controlfolder.h"

/// A docroot that is a symbolic link. To everything but the commit, its own path is the docroot's:
/// the server follows it, so plans, drift and locks are as with files in place. Beside it lies
/// releases/, in it one folder for each publish, which the link is pointed to (publishing.md 4A).
namespace kakehashi::publish::switching {

/// What has to be resolved on the server to know where the docroot is: by link the folder that
/// holds it, else the docroot itself.
QString toResolve(const Target &target);
/// The docroot, from what that resolved to.
QString rootOf(const Target &target, const QString &resolved);

/// "releases/000012-TRANSACTION": what the link says, and the folder's place beside it.
QString releaseOf(qint64 generation, const QString &transaction);
/// Whether only a publish can have made a folder of that name.
bool isRelease(const QString &linkText);

/// In the folder of what a publish keeps: the paths of others' files that it carried over.
constexpr const char *carriedName = "carried";

QString releasesFolder(const ControlFolder &control);
/// Where the web server serves the folder above, too, it shows nobody a list of former versions.
Operation noIndex(const ControlFolder &control);
/// The folder that the docroot's link leads to when it says `linkText`.
QString folderOf(const ControlFolder &control, const QString &linkText);

} // namespace kakehashi::publish::switching
