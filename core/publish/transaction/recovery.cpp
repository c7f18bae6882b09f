#include "publish/transaction/recovery.h"

#include "publish/transaction/commit.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Recovery)
};

using Recovery = Report::Recovery;

constexpr qint64 largestFile = 256 * 1024 * 1024;

struct Found
{
    QByteArray journal;
    bool committed = false;
    bool switched = false;      ///< visitors see it
    bool manifestReady = false; ///< the manifest to switch to is there and whole
};

QString transactionOf(const QByteArray &manifest)
{
    const auto head = manifestHead(manifest.left(headBytes), {});
    return head ? head->transaction : QString();
}

Result<Found> readState(const Workplace &place, Journal &journal)
{
    const ControlFolder &control = place.control;
    const auto read = place.files.run({Operation::read(control.journal(), largestFile),
                                       Operation::read(control.manifest(), headBytes)},
                                      place.context);
    if (!read)
        return passOn(read);
    Found found;
    if (read->at(0).status == Outcome::Status::Missing)
        return found;
    if (!read->at(0).ok())
        return outcomeError(Operation::read(control.journal(), 0), read->at(0));
    found.journal = read->at(0).bytes;
    Result<Journal> parsed = Journal::fromBytes(found.journal);
    if (!parsed)
        return passOn(parsed);
    journal = std::move(*parsed);
    found.committed = transactionOf(read->at(1).bytes) == journal.transaction;
    const auto next = place.files.run(
        {Operation::read(Commit(place, journal).newManifest(), largestFile)}, place.context);
    if (!next)
        return passOn(next);
    const Result<bool> switched = makeCommit(place, journal)->isSwitched();
    if (!switched)
        return passOn(switched);
    found.switched = *switched;
    const QByteArray &manifest = next->first().bytes;
    found.manifestReady = transactionOf(manifest) == journal.transaction &&
                          Manifest::fromBytes(manifest, {}).has_value();
    return found;
}

Result<Recovery> finish(Commit &commit, const SeenSteps &seen, Issues *notes)
{
    if (auto done = commit.finish(seen, notes); !done)
        return passOn(done);
    return Recovery::Finished;
}

Result<Recovery> takeBack(Commit &commit, const SeenSteps &seen)
{
    if (auto done = commit.back(seen); !done)
        return passOn(done);
    return Recovery::TakenBack;
}

Result<Recovery> goForward(Commit &commit, const SeenSteps &seen, bool mayTakeBack, Issues *notes)
{
    Result<void> done = commit.forward(seen);
    if (done)
        done = commit.switchManifest();
    if (done)
        return finish(commit, seen, notes);
    if (done.error().code == ErrorCode::Network || !mayTakeBack)
        return passOn(done);
    const Result<SeenSteps> now = commit.observe();
    if (!now)
        return passOn(now);
    return takeBack(commit, *now);
}

bool isForeign(const Journal &journal, const PublishParams &who)
{
    return !who.siteId.isEmpty() && journal.site != who.siteId;
}

} // namespace

Result<Recovery> recoverPublish(const Workplace &place, const PublishParams &who,
                                Publisher::Direction direction, Issues *notes)
{
    Journal journal;
    const Result<Found> found = readState(place, journal);
    if (!found)
        return passOn(found);
    if (found->journal.isEmpty())
        return Recovery::None;
    if (isForeign(journal, who))
        return fail(ErrorCode::Conflict,
                    Text::tr("Another site's publish to this folder was cut off. Check the "
                             "target's folder; finish that publish with its own site first."));
    const std::unique_ptr<Commit> made = makeCommit(place, journal);
    Commit &commit = *made;
    const Result<SeenSteps> seen = commit.observe();
    if (!seen)
        return passOn(seen);
    if (found->committed)
        return finish(commit, *seen, notes);
    const bool isWhole =
        found->switched || std::none_of(seen->cbegin(), seen->cend(), [](const SeenStep &step) {
            return step.state == SeenStep::State::Blocked &&
                   step.step->kind != JournalStep::Kind::Remove;
        });
    const bool canFinish = found->manifestReady && isWhole;
    using Direction = Publisher::Direction;
    if (direction == Direction::TakeBack || (!canFinish && direction == Direction::Automatic))
        return takeBack(commit, *seen);
    if (!canFinish)
        return fail(ErrorCode::Conflict,
                    Text::tr("The publish cannot be finished: files changed on the server or what "
                             "was sent is gone. Take it back, then publish again."));
    return goForward(commit, *seen, direction == Direction::Automatic, notes);
}

} // namespace kakehashi::publish
