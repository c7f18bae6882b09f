#pragma once

#include "publish/publisher.h"
#include "workspace/workspace.h"

namespace kakehashi::cli {

/// Everything Publisher needs to know for one of the site's targets.
Result<publish::PublishParams> publishParams(workspace::Workspace &site, const QString &target,
                                             int passwordFd);

/// What is live now, rendered for this target, with its bytes in the site's object store.
Result<render::OutputTree> treeFor(workspace::Workspace &site, const publish::Target &target,
                                   const JobContext &job);

} // namespace kakehashi::cli
