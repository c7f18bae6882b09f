#include "delivery/conductor.h"

#include "delivery/steps/run.h"
#include "publish/targetrepository.h"

namespace kakehashi::delivery {

struct Conductor::Parts
{
    Place place;
    Link link;
};

Conductor::Conductor(Place place) : m_parts(std::make_unique<Parts>(Parts{std::move(place), {}})) {}

Conductor::~Conductor() = default;

namespace {

/// Into the target as it is by now: a person may have changed its name while the question stood.
Result<void> keepHostKey(store::Database &database, const Ulid &id, const QString &fingerprint)
{
    publish::TargetRepository targets(database);
    auto all = targets.all();
    if (!all)
        return passOn(all);
    for (publish::Target &target : *all) {
        if (target.id != id)
            continue;
        target.hostKey = fingerprint;
        const auto saved = targets.save(target);
        return saved ? Result<void>() : passOn(saved);
    }
    return {}; // removed meanwhile: there is nothing to keep it with
}

/// Vouched for: kept with the target, so that nobody is asked again.
Result<Next> trustServer(Run &run, const Error &unknown)
{
    run.link.drop();
    const auto fingerprint = run.questions.trust(run.target, unknown);
    if (!fingerprint)
        return passOn(fingerprint);
    run.target.hostKey = *fingerprint;
    if (auto kept = keepHostKey(run.site.stores().database, run.target.id, *fingerprint); !kept)
        return passOn(kept);
    return Next::Again;
}

/// The plan is made anew afterwards: whoever had the lock may have changed the site.
Result<Next> askToBreakLock(Run &run, const Error &locked)
{
    if (!run.link.isReady())
        return tl::unexpected<Error>(locked);
    publish::Publisher &publisher = run.link.publisher();
    const auto held = publisher.heldLock(run.context);
    if (!held || !*held)
        return tl::unexpected<Error>(locked);
    if (const auto agreed = run.questions.breakLock(**held, locked); !agreed)
        return passOn(agreed);
    if (const auto broken = publisher.breakLock(**held, run.context); !broken)
        return passOn(broken);
    return Next::Again;
}

/// What a person can answer is no failure yet.
Result<Next> askAbout(Run &run, const Error &error)
{
    if (error.code == ErrorCode::HostKeyUnknown)
        return trustServer(run, error);
    if (error.code == ErrorCode::Locked)
        return askToBreakLock(run, error);
    // There is no secret to ask for, or whoever was asked has no other one.
    const bool isAnswered = run.target.auth == publish::Target::Auth::Agent || run.refused;
    if (error.code != ErrorCode::AuthenticationFailed || isAnswered)
        return tl::unexpected<Error>(error);
    run.link.drop();
    run.refused = error;
    return Next::Again;
}

Result<Next> take(const Step &step, Run &run)
{
    if (!step.endsWhatIsPublic && run.context.cancel.isCancelled())
        return cancelled();
    const auto next = step.take(run);
    return next ? next : askAbout(run, next.error());
}

} // namespace

Result<Outcome> Conductor::run(const Request &request, Questions &questions,
                               const JobContext &context)
{
    const auto site = Site::open(m_parts->place.folder, *m_parts->place.clock);
    if (!site)
        return passOn(site);
    Run run{.request = request,
            .questions = questions,
            .context = context,
            .site = **site,
            .link = m_parts->link,
            .target = request.target,
            .chosen = request.options};
    const QList<Step> &list = steps();
    for (auto step = list.begin(); step != list.end();) {
        const auto next = take(*step, run);
        if (!next)
            return passOn(next);
        if (*next == Next::End)
            break;
        step = *next == Next::Again ? list.begin() : step + 1;
    }
    run.outcome.prepared = std::move(run.prepared);
    return std::move(run.outcome);
}

QStringList Conductor::stepNames()
{
    QStringList names;
    for (const Step &step : steps())
        names.append(QString::fromLatin1(step.name));
    return names;
}

} // namespace kakehashi::delivery
