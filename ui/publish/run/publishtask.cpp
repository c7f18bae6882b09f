#include "ui/publish/run/publishtask.h"

#include "check/check.h"
#include "publish/visitorpassword.h"

namespace kakehashi::ui {
namespace {

Result<check::Gate> checkBefore(const SiteToSend &site, const JobContext &context)
{
    // Search engines are told to stay away from a rehearsal; that is no mistake of its pages.
    render::RenderOptions options = site.options;
    options.noindex = false;
    const auto report =
        check::checkSite({site.rules, *site.theme, options}, *site.snapshot, context);
    if (!report)
        return passOn(report);
    return check::gateOf(report->findings, *site.snapshot, site.exceptions);
}

} // namespace

Result<PlannedPublish> buildAndPlan(const SiteToSend &site, render::ObjectStore &objects,
                                    publish::Publisher &publisher,
                                    const publish::PlanOptions &options, const JobContext &context)
{
    auto gate = checkBefore(site, context);
    if (!gate)
        return passOn(gate);
    auto built = render::renderSite(*site.snapshot, *site.theme, site.options, objects, context);
    if (!built)
        return passOn(built);
    if (auto added = publish::addVisitorPassword(built->tree, site.target, objects, objects);
        !added)
        return passOn(added);
    auto plan = publisher.plan(built->tree, options, context);
    if (!plan)
        return passOn(plan);
    plan->notes += check::notesOf(*gate);
    if (!gate->isOpen())
        plan->guards.prepend(check::guardOf(*gate));
    return PlannedPublish{std::move(*plan), std::move(built->issues), site.snapshot,
                          std::move(*gate)};
}

Result<PlannedPublish> planState(const publish::Manifest &state, render::ObjectStore &objects,
                                 publish::Publisher &publisher, const publish::PlanOptions &options,
                                 const JobContext &context)
{
    if (auto fetched = publisher.fetchMissing(state, objects, objects, context); !fetched)
        return passOn(fetched);
    publish::PlanOptions again = options;
    again.again = state.head.generation;
    auto plan = publisher.plan(publish::treeOf(state), again, context);
    if (!plan)
        return passOn(plan);
    return PlannedPublish{std::move(*plan), {}};
}

} // namespace kakehashi::ui
