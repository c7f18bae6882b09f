#include "delivery/steps/run.h"
#include "publish/historyrepository.h"
#include "publish/rollback/keptstates.h"
#include "publish/signature/paramsfor.h"
#include "workspace/due.h"

#include <QCoreApplication>

namespace kakehashi::delivery {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Delivery)
};

/// Whether a page or banner began or ended since the last publish from this site folder. A site
/// that was never published is never due: its first publish is a person's decision.
Result<bool> isDue(const Run &run)
{
    // A publish shows the site as of its beginning, and a person may have looked at its plan for
    // a while. Looking back too far only costs a plan that finds nothing to do.
    constexpr qint64 longestPublish = 3600;
    const workspace::SiteStores stores = run.site.stores();
    const auto last = publish::HistoryRepository(stores.database).list(run.target.id, 1);
    if (!last)
        return passOn(last);
    if (last->isEmpty())
        return false;
    if (!last->constFirst().heldBack.isEmpty())
        return true; // told again and again, until it is out
    const QDateTime from = last->constFirst().at.addSecs(-longestPublish);
    return !workspace::dueChanges(*run.content.snapshot, from, stores.clock.now()).isEmpty();
}

/// From this machine's notes, else from what the server keeps.
Result<publish::Manifest> stateOf(Run &run, qint64 generation)
{
    const publish::KeptStates kept(run.params.journalFolder, run.target);
    if (auto state = kept.manifest(generation))
        return state;
    const auto manifests = run.link.publisher().generations(run.context);
    if (!manifests)
        return passOn(manifests);
    for (const publish::Manifest &manifest : *manifests) {
        if (manifest.head.generation == generation)
            return manifest;
    }
    return fail(ErrorCode::NotFound,
                Text::tr("Publish %1 is kept neither on this computer nor on the server. `publish "
                         "history` lists what was published from here.")
                    .arg(generation));
}

} // namespace

Result<Next> readContent(Run &run)
{
    if (run.isFormerState())
        return Next::Step;
    auto content = run.site.content(run.request.pages);
    if (!content)
        return passOn(content);
    run.content = std::move(*content);
    run.sent = run.content.sent;
    return Next::Step;
}

Result<Next> seeWhatIsDue(Run &run)
{
    if (!run.request.due || run.isDueKnown)
        return Next::Step;
    const auto due = isDue(run);
    if (!due)
        return passOn(due);
    run.isDueKnown = true;
    if (*due)
        return Next::Step;
    run.outcome.end = Outcome::End::NotDue;
    return Next::End;
}

Result<Next> getAccess(Run &run)
{
    auto params = run.questions.access(run.target, run.refused ? &run.refused.value() : nullptr);
    if (!params)
        return passOn(params);
    run.refused.reset();
    run.params = std::move(*params);
    run.params.approval = run.request.approval;
    run.link.prepare(run.params);
    return Next::Step;
}

Result<Next> fetchFormerState(Run &run)
{
    if (!run.isFormerState())
        return Next::Step;
    const Result<publish::Manifest> state = run.request.state
                                                ? Result<publish::Manifest>(*run.request.state)
                                                : stateOf(run, run.request.generation);
    if (!state)
        return passOn(state);
    render::ObjectStore &objects = run.site.objects();
    if (auto fetched = run.link.publisher().fetchMissing(*state, objects, objects, run.context);
        !fetched)
        return passOn(fetched);
    run.tree = publish::treeOf(*state);
    run.chosen.again = state->head.generation;
    run.sent = {};
    run.sent.isFormerState = true;
    return Next::Step;
}

} // namespace kakehashi::delivery
