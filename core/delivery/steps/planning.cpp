#include "delivery/sending.h"
#include "delivery/steps/run.h"
#include "publish/drift/driftrepository.h"
#include "publish/serverlookrepository.h"

namespace kakehashi::delivery {
namespace {

bool isAboutServer(const Issue &guard)
{
    return guard.rule == QLatin1String(publish::guard::olderManifest) ||
           guard.rule == QLatin1String(publish::guard::newerThere) ||
           guard.rule == QLatin1String(publish::guard::unsignedManifest) ||
           guard.rule == QLatin1String(publish::guard::damagedManifest);
}

/// What a person has to hear of even when this plan is left: the server went back, or holds a newer
/// publish, or its list is not to be believed.
Result<Next> noteLook(Run &run)
{
    QString problem;
    for (const Issue &guard : std::as_const(run.prepared.plan.guards)) {
        if (isAboutServer(guard))
            problem = guard.text;
    }
    publish::ServerLookRepository looks(run.site.stores().database);
    const auto noted = looks.note(run.target.id, run.now(), problem);
    return noted ? Result<Next>(Next::Step) : passOn(noted);
}

/// Among the live state and, when others published since, those that the server keeps.
Result<bool> settleOn(Run &run, const Records &records)
{
    QList<publish::ManifestHead> heads{run.prepared.plan.base};
    // Without this list the note would be overwritten by that of the next publish, and with it what
    // was approved.
    const auto kept = run.link.publisher().generations(run.context);
    if (!kept)
        return passOn(kept);
    for (const publish::Manifest &manifest : *kept)
        heads.append(manifest.head);
    return settleSending(records, run.target, heads);
}

} // namespace

/// What a person once decided about files that others changed holds until it is taken back; what
/// was chosen for this publish outweighs it.
Result<Next> takeDecisions(Run &run)
{
    const auto decisions =
        publish::DriftRepository(run.site.stores().database).decisions(run.target.id);
    if (!decisions)
        return passOn(decisions);
    run.planning = run.chosen;
    run.planning.kept = publish::keptOf(*decisions);
    run.planning.accepted = publish::acceptedOf(*decisions);
    return Next::Step;
}

Result<Next> makePlan(Run &run)
{
    auto plan = run.link.publisher().plan(run.tree, run.planning, run.context);
    if (!plan)
        return passOn(plan);
    run.prepared.plan = std::move(*plan);
    return noteLook(run);
}

/// Planning has ended what an earlier run was cut off in. When that went through, its pages are
/// approved only now, and this plan was made of older ones: it is made again.
Result<Next> settleEarlier(Run &run)
{
    if (!isSendingNoted(run.params.journalFolder, run.target))
        return Next::Step;
    const auto records = run.site.records();
    if (!records)
        return passOn(records);
    const auto settled = settleOn(run, *records);
    if (!settled)
        return passOn(settled);
    run.hasSettled = run.hasSettled || *settled;
    return *settled && !run.isFormerState() ? Next::Again : Next::Step;
}

Result<Next> passGate(Run &run)
{
    Prepared &prepared = run.prepared;
    prepared.settledEarlier = run.hasSettled;
    prepared.plan.notes += check::notesOf(prepared.gate);
    if (!prepared.gate.isOpen() && prepared.heldBack.isEmpty())
        prepared.plan.guards.prepend(check::guardOf(prepared.gate));
    if (!run.request.note.isEmpty())
        prepared.plan.notes.append(
            {Severity::Should, QStringLiteral("publish-of-a-state"), run.request.note});
    if (!run.request.planOnly)
        return Next::Step;
    run.outcome.end = Outcome::End::Planned;
    return Next::End;
}

Result<Next> askToAgree(Run &run)
{
    const auto answer = run.questions.agree(run.prepared);
    if (!answer)
        return passOn(answer);
    switch (answer->kind) {
    case Answer::Kind::PlanAgain:
        run.chosen = answer->options;
        return Next::Again;
    case Answer::Kind::Leave:
        run.outcome.end = Outcome::End::Left;
        return Next::End;
    case Answer::Kind::Send:
        break;
    }
    run.confirmed = answer->confirmed;
    return Next::Step;
}

} // namespace kakehashi::delivery
