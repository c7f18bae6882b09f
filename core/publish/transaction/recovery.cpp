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
    bool committed = false;
    bool switched = false;      ///< visitors see it
    bool manifestReady = false; ///< the manifest to switch to is there and whole
};

QString transactionOf(const QByteArray &manifest)
{
    const auto head = manifestHead(manifest.left(headBytes), {});
    return head ? head->transaction : QString();
}

/// False: there is none, or one that was cut off before it said anything.
Result<bool> readJournal(const Workplace &place, Journal &journal)
{
    const QString path = place.control.journal();
    const auto read = place.files.run({Operation::read(path, largestFile)}, place.context);
    if (!read)
        return passOn(read);
    const Outcome &found = read->first();
    if (found.status == Outcome::Status::Missing)
        return false;
    if (!found.ok())
        return outcomeError(Operation::read(path, 0), found);
    if (Journal::isIncomplete(found.bytes)) {
        const auto removed =
            runAll(place.files, {Operation::remove(path)}, place.context, Outcome::Status::Missing);
        return removed ? Result<bool>(false) : passOn(removed);
    }
    Result<Journal> parsed = Journal::fromBytes(found.bytes);
    if (!parsed)
        return passOn(parsed);
    journal = std::move(*parsed);
    return true;
}

/// What the last steps of the one that was cut off, should they arrive only now, cannot change.
Result<Found> readState(const Workplace &place, const Journal &journal, Commit &commit)
{
    if (auto closed = place.files.run(commit.gate().close(), place.context); !closed)
        return passOn(closed);
    Batch reads{Operation::read(place.control.manifest(), headBytes)};
    const QString former = ControlFolder::join(commit.undoFolder(), QLatin1String(newManifestName));
    for (const QString &path : commit.gate().manifests() + QStringList{former})
        reads.append(Operation::read(path, largestFile));
    const auto read = place.files.run(reads, place.context);
    if (!read)
        return passOn(read);
    const Result<bool> switched = commit.isSwitched();
    if (!switched)
        return passOn(switched);
    Found found;
    found.switched = *switched;
    found.committed = transactionOf(read->first().bytes) == journal.transaction;
    for (qsizetype i = 1; i < reads.size() && !found.manifestReady; ++i) {
        const QByteArray &manifest = read->at(i).bytes;
        found.manifestReady = transactionOf(manifest) == journal.transaction &&
                              Manifest::fromBytes(manifest, {}).has_value();
        if (found.manifestReady)
            commit.manifestIsAt(reads.at(i).path);
    }
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
    const Result<bool> isThere = readJournal(place, journal);
    if (!isThere)
        return passOn(isThere);
    if (!*isThere)
        return Recovery::None;
    if (isForeign(journal, who))
        return fail(ErrorCode::Conflict,
                    Text::tr("Another site's publish to this folder was cut off. Check the "
                             "target's folder; finish that publish with its own site first."));
    const std::unique_ptr<Commit> made = makeCommit(place, journal);
    Commit &commit = *made;
    const Result<Found> found = readState(place, journal, commit);
    if (!found)
        return passOn(found);
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
