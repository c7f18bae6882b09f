#include "delivery/sending.h"
#include "delivery/source/publishingsite.h"
#include "delivery/steps/run.h"
#include "publish/historyrepository.h"
#include "publish/rollback/keptstates.h"
#include "publish/serverlookrepository.h"
#include "publish/signature/paramsfor.h"
#include "workspace/due.h"

#include <QCoreApplication>

namespace kakehashi::delivery {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Delivery)
};

/// Whether a page or banner began or ended since `last`, the latest publish from this site folder.
bool isDueSince(const Run &run, const publish::HistoryEntry &last)
{
    // A publish shows the site as of its beginning, and a person may have looked at its plan for
    // a while. Looking back too far only costs a plan that finds nothing to do.
    constexpr qint64 longestPublish = 3600;
    if (!last.heldBack.isEmpty())
        return true; // told again and again, until it is out
    const QDateTime from = last.at.addSecs(-longestPublish);
    return !workspace::dueChanges(*run.content.snapshot, from, run.now()).isEmpty();
}

/// Often nobody but a scheduler connects, so it sees whether the server is as it was left: once an
/// hour, however often it runs, and every time as long as something is wrong.
Result<bool> isLookDue(const Run &run)
{
    constexpr qint64 lookEvery = 3600; // seconds
    const auto look = publish::ServerLookRepository(run.site.stores().database).last(run.target.id);
    if (!look)
        return passOn(look);
    if (!*look || !(*look)->scheduled.isValid() || !(*look)->problem.isEmpty())
        return true;
    return std::abs((*look)->scheduled.secsTo(run.now())) >= lookEvery;
}

/// Whether a backup, or another target, tells of a publish there that the history does not hold.
Result<bool> isKnownElsewhere(const Run &run)
{
    const workspace::SiteStores stores = run.site.stores();
    const auto site = publishingSite(stores.site, stores.database, stores.folder, {});
    if (!site)
        return passOn(site);
    return !publish::paramsFor(*site, run.target, {}, {}).known.isNone();
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

/// Nothing is due, but a publish was cut off on the way: the site may be half new until somebody
/// ends it, and often nobody but the scheduler comes by. Who publishes right now is left in peace.
Result<Next> endWhatWasCutOff(Run &run)
{
    const auto recovery =
        run.link.publisher().recover(publish::Publisher::Direction::Automatic, run.context);
    if (!recovery)
        return recovery.error().code == ErrorCode::Locked ? Result<Next>(Next::End)
                                                          : passOn(recovery);
    run.outcome.report.recovered = *recovery;
    return settleEarlier(run).map([](Next) { return Next::End; });
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

/// A site that was never published is never due: its first publish is a person's decision. Where
/// the history is lost, it is still seen whether the server stands.
Result<Next> seeWhatIsDue(Run &run)
{
    if (!run.request.due || run.isDueKnown)
        return Next::Step;
    const auto last = publish::HistoryRepository(run.site.stores().database).list(run.target.id, 1);
    if (!last)
        return passOn(last);
    run.isDueKnown = true;
    run.outcome.end = Outcome::End::NotDue;
    if (!last->isEmpty() && isDueSince(run, last->constFirst()))
        return Next::Step;
    if (last->isEmpty()) {
        const auto known = isKnownElsewhere(run);
        if (!known)
            return passOn(known);
        if (!*known)
            return Next::End;
    }
    const auto look = isLookDue(run);
    if (!look)
        return passOn(look);
    run.onlyLooks = *look;
    return *look ? Next::Step : Next::End;
}

Result<Next> getAccess(Run &run)
{
    auto params = run.questions.access(run.target, run.refused ? &run.refused.value() : nullptr);
    if (!params)
        return passOn(params);
    run.refused.reset();
    run.params = std::move(*params);
    run.params.approval = run.request.approval;
    run.link.prepare(run.params, run.questions.asker());
    return Next::Step;
}

Result<Next> lookAtServer(Run &run)
{
    if (!run.request.due)
        return Next::Step;
    publish::ServerLookRepository looks(run.site.stores().database);
    // Noted before, so that a server that is not there is told once an hour as well.
    if (const auto noted = looks.noteScheduled(run.target.id, run.now()); !noted)
        return passOn(noted);
    auto standing = run.link.publisher().standing(run.context);
    if (!standing)
        return passOn(standing);
    if (isSendingNoted(run.params.journalFolder, run.target))
        standing->newerThere.clear(); // it may be that one, and is written down with the next plan
    const QString problem = standing->problem();
    if (const auto noted = looks.note(run.target.id, run.now(), problem); !noted)
        return passOn(noted);
    if (!problem.isEmpty())
        return fail(ErrorCode::Conflict, problem);
    if (!run.onlyLooks)
        return Next::Step;
    return standing->hasJournal ? endWhatWasCutOff(run) : Result<Next>(Next::End);
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
