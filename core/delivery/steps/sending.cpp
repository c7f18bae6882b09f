#include "delivery/sending.h"
#include "delivery/steps/run.h"
#include "publish/drift/driftrepository.h"
#include "publish/sentrepository.h"

#include <QCoreApplication>

namespace kakehashi::delivery {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Delivery)
};

/// From the commit on the site has changed: what fails is told beside the success.
Next notWritten(Run &run, const Error &error)
{
    run.outcome.unwritten =
        Error{error.code,
              Text::tr("The new site is public on %1, but that could not be written down here. %2 "
                       "It is noted, and will be written down when %1 is looked at next.")
                  .arg(run.target.name, error.text),
              error.detail};
    return Next::End;
}

/// Whether a look tells more than the failure does: it came after the server was spoken to, and
/// the line is still there.
bool isWorthLooking(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Interrupted: // nobody knows until it is ended
    case ErrorCode::Network:
    case ErrorCode::Cancelled: // a person waits
    case ErrorCode::Locked:    // it is somebody else's now
    case ErrorCode::Refused:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::HostKeyUnknown:
    case ErrorCode::HostKeyChanged:
        return false;
    default:
        return true;
    }
}

QString stateSeen(const publish::Standing &standing, const publish::ManifestHead &before)
{
    if (standing.hasJournal)
        return Text::tr("Looked at afterwards, the server still holds the record of this publish: "
                        "the next one finishes it or takes it back.");
    const qint64 generation = standing.live.generation;
    if (!standing.live.sameState(before))
        return Text::tr("Looked at afterwards, the server holds another publish (%1) than before; "
                        "somebody else published.")
            .arg(generation);
    return generation == 0
               ? Text::tr("Looked at afterwards, the server holds no publish of this site, as "
                          "before, and nothing is left unfinished.")
               : Text::tr("Looked at afterwards, the server holds publish %1, as before, and "
                          "nothing is left unfinished.")
                     .arg(generation);
}

/// With what was seen on the server after that: is the site broken now?
Error lookedAfter(Run &run, Error failed)
{
    if (!isWorthLooking(failed.code))
        return failed;
    const auto standing = run.link.publisher().standing(run.context);
    // Then that is why the server was not as the plan saw it, and nobody else published.
    if (standing && failed.code == ErrorCode::Conflict && !standing->problem().isEmpty())
        return {ErrorCode::Conflict,
                Text::tr("Nothing was published. %1").arg(standing->problem())};
    failed.text += u' ' + (standing ? stateSeen(*standing, run.prepared.plan.base)
                                    : Text::tr("What the server holds now could not be seen."));
    return failed;
}

/// What a person chose to keep this time holds from now on, as long as the file stays as it is.
Result<void> noteKept(Run &run)
{
    publish::DriftRepository decisions(run.site.stores().database);
    for (const publish::PlanItem &item : std::as_const(run.prepared.plan.items)) {
        const auto chosen = run.chosen.byPath.constFind(item.path);
        const bool isChosen =
            item.action == publish::PlanItem::Action::Foreign && chosen != run.chosen.byPath.cend();
        if (!isChosen)
            continue;
        const auto decided = decisions.decide({run.target.id,
                                               item.path,
                                               publish::DriftDecision::Kind::Adopt,
                                               item.found,
                                               {},
                                               run.params.author,
                                               run.now()});
        if (!decided)
            return decided;
    }
    return {};
}

} // namespace

Result<Next> keepNewKey(Run &run)
{
    const publish::Plan &plan = run.prepared.plan;
    const bool signs = !publish::signingKey(plan.signature, run.params).isEmpty();
    if (!run.params.manifestKeyIsNew || !signs || !plan.hasChanges())
        return Next::Step;
    if (const auto kept = run.questions.keepKey(run.params.siteId, run.params.manifestKey); !kept)
        return passOn(kept);
    return Next::Step;
}

Result<Next> noteWhatIsSent(Run &run)
{
    const publish::Plan &plan = run.prepared.plan;
    // Putting the live state right leaves every page as it was.
    const bool isLive =
        run.request.state && run.request.state->head.transaction == plan.base.transaction;
    if (isLive) {
        const auto known =
            publish::SentRepository(run.site.stores().database).revisions(run.target.id);
        if (!known)
            return passOn(known);
        run.sent.isFormerState = false;
        run.sent.revisions = *known;
    }
    if (!plan.hasChanges())
        return Next::Step;
    if (const auto noted = noteSending(run.params, plan, run.sent); !noted)
        return passOn(noted);
    return Next::Step;
}

Result<Next> commit(Run &run)
{
    auto report = run.link.publisher().publish(run.prepared.plan, run.site.objects(), run.confirmed,
                                               run.context);
    if (!report) {
        // Only what was interrupted may still become public without us.
        if (report.error().code != ErrorCode::Interrupted)
            forgetSending(run.params.journalFolder, run.target);
        return tl::unexpected<Error>(lookedAfter(run, report.error()));
    }
    report->heldBack = run.sent.heldBack;
    run.outcome.report = std::move(*report);
    run.outcome.end =
        run.outcome.report.nothingToDo ? Outcome::End::UpToDate : Outcome::End::Published;
    return Next::Step;
}

Result<Next> writeRecords(Run &run)
{
    if (const auto noted = noteKept(run); !noted)
        return notWritten(run, noted.error());
    const auto records = run.site.records();
    if (!records)
        return notWritten(run, records.error());
    const publish::Report &report = run.outcome.report;
    if (report.nothingToDo) {
        const auto noted = noteUnchanged(*records, run.target, run.sent, run.now());
        return noted ? Next::Step : notWritten(run, noted.error());
    }
    const auto entry = writeDown(*records, run.params, run.prepared.plan, report, run.sent);
    if (!entry)
        return notWritten(run, entry.error());
    run.outcome.history = *entry;
    return Next::Step;
}

Result<Next> forgetNote(Run &run)
{
    forgetSending(run.params.journalFolder, run.target);
    return Next::End;
}

} // namespace kakehashi::delivery
