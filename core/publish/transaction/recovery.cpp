#include "publish/transaction/recovery.h"

#include "base/ulid.h"
#include "publish/transaction/commit.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

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

/// What the server says of a publish that was cut off, once it may be believed.
struct Record
{
    Journal journal;
    QByteArray key; ///< that it is signed with, and so is its manifest; empty: not checked
};

/// Whether it may have been made up by somebody who can write there. What is not signed, or with a
/// key that is not here, is believed of a publish that this machine began itself.
bool isDoubtful(const QByteArray &bytes, const Record &record, const PublishParams &who,
                const QStringList &mine)
{
    const bool isSigned = Journal::isSigned(bytes);
    const bool isMine = mine.contains(record.journal.transaction);
    const bool hasKey = !who.manifestKey.isEmpty() && !who.manifestKeyIsNew;
    if (hasKey && isSigned)
        return record.key.isEmpty();
    return (hasKey || isSigned) && !isMine;
}

QString howToSetAside()
{
    return Text::tr("`publish resume --set-aside` puts the record aside without doing anything by "
                    "it; the next publish then looks at every file and puts it right.");
}

tl::unexpected<Error> notObeyed(const Workplace &place, const QByteArray &bytes,
                                const PublishParams &who)
{
    const bool isElsewhere =
        Journal::isSigned(bytes) && (who.manifestKey.isEmpty() || who.manifestKeyIsNew);
    const QString why =
        isElsewhere
            ? Text::tr("The record of an unfinished publish on the server (%1) is signed, and this "
                       "computer does not have the site's key to check it with. Nothing was done "
                       "by it. Import the key from the computer that publishes (`site key "
                       "import`), or finish the publish there.")
            : Text::tr("The record of an unfinished publish on the server (%1) is not signed with "
                       "this site's key, so somebody else may have put it there, or an older "
                       "version of this program. Nothing was done by it. Finish that publish on "
                       "the computer that began it, or look into the server.");
    return fail(ErrorCode::Conflict, why.arg(place.control.journal()) + u' ' + howToSetAside());
}

/// Genuine records are kept in undo/, where anybody who can write there can take one from.
bool isOver(const Journal &journal, const QByteArray &liveList)
{
    const auto live = manifestHead(liveList.left(headBytes), {});
    if (!live || live->generation == 0) // moved aside, or the one to be replaced was damaged
        return false;
    return live->transaction != journal.transaction &&
           live->transaction != journal.base.transaction;
}

/// Nothing: there is none, or one that was cut off before it said anything.
Result<std::optional<Record>> readRecord(const Workplace &place, const PublishParams &who,
                                         const QStringList &mine)
{
    const QString path = place.control.journal();
    const auto read = place.files.run(
        {Operation::read(path, largestFile), Operation::read(place.control.manifest(), headBytes)},
        place.context);
    if (!read)
        return passOn(read);
    const Outcome &found = read->first();
    if (found.status == Outcome::Status::Missing)
        return std::nullopt;
    if (!found.ok())
        return outcomeError(Operation::read(path, 0), found);
    if (Journal::isIncomplete(found.bytes)) {
        const auto removed =
            runAll(place.files, {Operation::remove(path)}, place.context, Outcome::Status::Missing);
        if (!removed)
            return passOn(removed);
        return std::nullopt;
    }
    Result<Journal> parsed = Journal::fromBytes(found.bytes);
    if (!parsed && parsed.error().code == ErrorCode::Corrupt)
        return fail(ErrorCode::Corrupt, parsed.error().text + u' ' + howToSetAside(),
                    parsed.error().detail);
    if (!parsed)
        return passOn(parsed);
    const bool isGood = Journal::isSigned(found.bytes) && !who.manifestKey.isEmpty() &&
                        Journal::fromBytes(found.bytes, who.manifestKey);
    Record record{std::move(*parsed), isGood ? who.manifestKey : QByteArray()};
    if (isDoubtful(found.bytes, record, who, mine))
        return notObeyed(place, found.bytes, who);
    if (isOver(record.journal, read->last().bytes))
        return fail(ErrorCode::Conflict,
                    Text::tr("The record of an unfinished publish on the server (%1) is that of "
                             "publish %2, which is long over. Somebody put it back there. Nothing "
                             "was done by it.")
                            .arg(place.control.journal())
                            .arg(record.journal.generation) +
                        u' ' + howToSetAside());
    return record;
}

/// What the last steps of the one that was cut off, should they arrive only now, cannot change.
Result<Found> readState(const Workplace &place, const Journal &journal, const QByteArray &key,
                        Commit &commit)
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
                              Manifest::fromBytes(manifest, key).has_value();
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

/// Its name there is no publish's. An administrator may want to look at it.
Result<Recovery> setAside(const Workplace &place)
{
    const QString aside = ControlFolder::join(
        place.control.undo(), QStringLiteral("refused-") + Ulid::generate().toString());
    const auto moved =
        runAll(place.files, {Operation::move(place.control.journal(), aside)}, place.context);
    return moved ? Result<Recovery>(Recovery::SetAside) : passOn(moved);
}

bool cannotBeBelieved(const Error &error)
{
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::Corrupt;
}

} // namespace

Result<Recovery> recoverPublish(const Workplace &place, const PublishParams &who,
                                const QStringList &mine, Publisher::Direction direction,
                                Issues *notes)
{
    using Direction = Publisher::Direction;
    const auto record = readRecord(place, who, mine);
    if (!record && direction == Direction::SetAside && cannotBeBelieved(record.error()))
        return setAside(place);
    if (!record)
        return passOn(record);
    if (!*record)
        return Recovery::None;
    if (direction == Direction::SetAside)
        return fail(ErrorCode::Refused,
                    Text::tr("The record of the unfinished publish is genuine. Finish that publish "
                             "or take it back; there is no need to put the record aside."));
    const Journal &journal = (*record)->journal;
    if (isForeign(journal, who))
        return fail(ErrorCode::Conflict,
                    Text::tr("Another site's publish to this folder was cut off. Check the "
                             "target's folder; finish that publish with its own site first."));
    const std::unique_ptr<Commit> made = makeCommit(place, journal);
    Commit &commit = *made;
    const Result<Found> found = readState(place, journal, (*record)->key, commit);
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
    if (direction == Direction::TakeBack || (!canFinish && direction == Direction::Automatic))
        return takeBack(commit, *seen);
    if (!canFinish)
        return fail(ErrorCode::Conflict,
                    Text::tr("The publish cannot be finished: files changed on the server or what "
                             "was sent is gone. Take it back, then publish again."));
    return goForward(commit, *seen, direction == Direction::Automatic, notes);
}

} // namespace kakehashi::publish
