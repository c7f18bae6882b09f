#pragma once

#include "check/check.h"
#include "check/gate/gate.h"
#include "check/outside/outsidelinkrepository.h"
#include "check/rulebook.h"
#include "delivery/records.h"
#include "render/render.h"
#include "workspace/parts/stores.h"
#include "workspace/themefolder.h"
#include "workspace/workspace.h"

namespace kakehashi::delivery {

/// The site as it is to go out or be checked, read at one moment. Values, so any thread may build
/// it.
struct Content
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    Issue themeIssue; ///< without text: the theme is whole
    render::RenderOptions options;
    check::RuleBook::Ptr rules;
    QList<check::Exception> exceptions; ///< that hold
    QHash<QString, check::OutsideState> outside;
    Sent sent = {}; ///< which revisions these are, where it is to be sent
};

/// On the stores' thread, in a transaction of its own.
Result<Content> contentOf(const workspace::SiteStores &stores, workspace::ThemeFolder &theme,
                          const workspace::SnapshotOptions &options);

/// What the check says of it, what other sites answered about links to them included, and whether
/// it may go out: for a publish and for whoever only asks, the same.
struct Checked
{
    check::SiteReport report;
    check::Gate gate;
};
Result<Checked> runCheck(const Content &content, const JobContext &context);

} // namespace kakehashi::delivery
