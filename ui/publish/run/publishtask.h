#pragma once

#include "base/job.h"
#include "check/gate/gate.h"
#include "check/rulebook.h"
#include "publish/publisher.h"
#include "render/render.h"
#include "render/sinks.h"

#include <memory>

namespace kakehashi::ui {

/// The site as it is to go out; values, so any thread may build it.
struct SiteToSend
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    render::RenderOptions options;
    publish::Target target;
    check::RuleBook::Ptr rules;
    QList<check::Exception> exceptions = {}; ///< that hold
};

/// A plan with what rendering had to say about the pages.
struct PlannedPublish
{
    publish::Plan plan;
    Issues issues;
    render::SnapshotPtr site = {}; ///< that was checked; null: a former state, not checked again
    check::Gate gate = {};
};

/// Checks the site, builds it into `objects` and compares it with the server. Where the check
/// stops the publish, the plan's guards say so. Worker thread.
Result<PlannedPublish> buildAndPlan(const SiteToSend &site, render::ObjectStore &objects,
                                    publish::Publisher &publisher,
                                    const publish::PlanOptions &options, const JobContext &context);

/// Plans to publish exactly what `state` lists, after fetching what `objects` lacks of it from the
/// server. Worker thread.
Result<PlannedPublish> planState(const publish::Manifest &state, render::ObjectStore &objects,
                                 publish::Publisher &publisher, const publish::PlanOptions &options,
                                 const JobContext &context);

} // namespace kakehashi::ui
