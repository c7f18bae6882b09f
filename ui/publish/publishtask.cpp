#include "ui/publish/publishtask.h"

#include "publish/visitorpassword.h"

namespace kakehashi::ui {

Result<PlannedPublish> buildAndPlan(const SiteToSend &site, render::ObjectStore &objects,
                                    publish::Publisher &publisher,
                                    const publish::PlanOptions &options, const JobContext &context)
{
    auto built = render::renderSite(*site.snapshot, *site.theme, site.options, objects, context);
    if (!built)
        return passOn(built);
    if (auto added = publish::addVisitorPassword(built->tree, site.target, objects, objects);
        !added)
        return passOn(added);
    auto plan = publisher.plan(built->tree, options, context);
    if (!plan)
        return passOn(plan);
    return PlannedPublish{std::move(*plan), std::move(built->issues)};
}

Result<PlannedPublish> planState(const publish::Manifest &state, render::ObjectStore &objects,
                                 publish::Publisher &publisher, const publish::PlanOptions &options,
                                 const JobContext &context)
{
    if (auto fetched = publisher.fetchMissing(state, objects, objects, context); !fetched)
        return passOn(fetched);
    auto plan = publisher.plan(publish::treeOf(state), options, context);
    if (!plan)
        return passOn(plan);
    return PlannedPublish{std::move(*plan), {}};
}

} // namespace kakehashi::ui
