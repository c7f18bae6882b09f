#include "publish/transaction/commit.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Commit)
};

using Kind = JournalStep::Kind;
using State = SeenStep::State;
using render::CommitGroup;

constexpr qint64 largestManifest = 256 * 1024 * 1024;

constexpr int usualFolderMode = 0755;

constexpr std::array commitOrder{CommitGroup::Asset, CommitGroup::Page, CommitGroup::Listing,
                                 CommitGroup::Home};

bool putsFile(const JournalStep &step)
{
    return step.kind == Kind::Add || step.kind == Kind::Replace;
}

template <typename Wanted>
SeenSteps chosen(const SeenSteps &seen, Wanted wanted)
{
    SeenSteps found;
    std::copy_if(seen.cbegin(), seen.cend(), std::back_inserter(found), wanted);
    return found;
}

tl::unexpected<Error> blocked(const SeenStep &seen)
{
    return fail(ErrorCode::Conflict,
                Text::tr("%1 was changed on the server by someone else in the middle of the "
                         "publish. It was left as it is; plan the publish again.")
                    .arg(seen.step->path));
}

} // namespace

QString Commit::undoFolder() const
{
    return m_place.control.undo(m_journal.generation, m_journal.transaction);
}

QString Commit::newManifest() const
{
    if (!m_newManifest.isEmpty())
        return m_newManifest;
    return m_journal.linkAfter.isEmpty() ? gate().manifest()
                                         : inUndo(QLatin1String(newManifestName));
}

Batch Commit::endingSteps(const Ending *ending) const
{
    return ending ? gate().steps(newJournal(), ending->farewell, ending->tidies) : Batch();
}

SeenSteps Commit::fresh() const
{
    SeenSteps seen;
    for (const JournalStep &step : m_journal.steps) {
        const bool isMade = step.kind == Kind::MakeFolder;
        seen.append({&step, isMade ? State::Done : State::Pending, step.before, step.after, {}});
    }
    return seen;
}

Result<Batch> Commit::savesOld()
{
    const Features can = m_place.files.features();
    Batch batch;
    if (can.replace && !can.hardLink) {
        if (auto copied = copyOld(); !copied)
            return passOn(copied);
    } else if (can.replace) {
        for (const JournalStep &step : m_journal.steps) {
            if (step.kind == Kind::Replace && overwrites(step))
                batch.append(Operation::link(m_place.control.published(step.path), undo(step)));
        }
    } // else: putting the new file in place begins with moving the old one to undo/
    return batch;
}

Result<void> Commit::begin(SeenSteps &fresh)
{
    if (const SeenSteps first = inTheWay(fresh); !first.isEmpty()) {
        const Operation naming = Operation::move(newJournal(), m_place.control.journal());
        const auto named = m_hasName ? Result<Outcomes>() : runAll(m_place.files, {naming});
        if (!named)
            return passOn(named);
        m_hasName = true;
        if (auto cleared = clearTheWay(first); !cleared)
            return cleared;
    }
    Batch batch;
    if (!m_hasName)
        batch.append(Operation::move(newJournal(), m_place.control.journal()));
    const qsizetype named = batch.size();
    Batch modes;
    for (const JournalStep &step : m_journal.steps) {
        if (step.kind == Kind::MakeFolder)
            addFolder(step, batch, modes);
    }
    const qsizetype folders = batch.size();
    if (m_place.files.features().inOrder)
        batch += std::exchange(modes, {});
    const qsizetype adds = batch.size();
    QList<SeenStep *> adding;
    for (SeenStep &seen : fresh) {
        if (!m_place.files.features().inOrder || seen.step->kind != Kind::Add)
            continue;
        batch.append(addition(*seen.step));
        adding.append(&seen);
    }
    const auto replaces = [](const JournalStep &step) { return step.kind == Kind::Replace; };
    const bool isAll = !adding.isEmpty() &&
                       std::none_of(m_journal.steps.cbegin(), m_journal.steps.cend(), replaces);
    const Batch ending = isAll ? endingSteps(m_ending) : Batch();
    const qsizetype ends = batch.size();
    const auto outcomes = m_place.files.run(batch + ending);
    if (!outcomes)
        return passOn(outcomes);
    for (qsizetype i = 0; i < folders; ++i) {
        const Outcome &outcome = outcomes->at(i);
        const bool isThere = outcome.status == Outcome::Status::Exists;
        const bool fine = outcome.ok() || (i >= named && isThere);
        if (!fine)
            return outcomeError(batch.at(i), outcome);
    }
    if (const auto set = m_place.files.run(modes); !set)
        return passOn(set);
    for (qsizetype i = 0; i < adding.size(); ++i) {
        if (!outcomes->at(adds + i).ok())
            continue; // forward() asks again, and knows what to do about a refusal
        adding.at(i)->state = State::Done;
        adding.at(i)->stage = {};
    }
    if (!ending.isEmpty())
        m_ending->passed = Gate::passed(outcomes->mid(ends), m_ending->farewell);
    return {};
}

/// With its mode in so many words: an account's umask may make it a folder that no web server can
/// go through. Who may not set it is told by the look after the publish.
void Commit::addFolder(const JournalStep &step, Batch &folders, Batch &modes) const
{
    const QString path = m_place.control.published(step.path);
    const int mode = step.after.mode != 0 ? step.after.mode : usualFolderMode;
    folders.append(Operation::makeFolder(path, mode & 0777));
    modes.append(Operation::setMode(path, mode));
}

Operation Commit::addition(const JournalStep &step) const
{
    return Operation::move(m_place.control.staged(step.stage),
                           m_place.control.published(step.path));
}

/// By way of this machine, some megabytes at a time.
Result<void> Commit::copyOld() const
{
    constexpr qint64 batchBytes = 8'000'000;
    Batch reads{Operation::read(m_place.control.manifest(), largestManifest)};
    Batch copies{Operation::write(oldManifest(), {}, Operation::Create::Truncate)};
    qint64 bytes = 0;
    for (const JournalStep &step : m_journal.steps) {
        if (step.kind != Kind::Replace || !overwrites(step))
            continue;
        if (bytes > batchBytes) {
            if (auto copied = copy(reads, copies); !copied)
                return copied;
            reads.clear();
            copies.clear();
            bytes = 0;
        }
        reads.append(Operation::read(m_place.control.published(step.path), step.before.size + 1));
        copies.append(Operation::write(undo(step), {}, Operation::Create::Truncate));
        copies.last().time = step.before.time;
        bytes += step.before.size;
    }
    return copy(reads, copies);
}

Result<void> Commit::copy(const Batch &reads, Batch copies) const
{
    const auto read = m_place.files.run(reads, m_place.context);
    if (!read)
        return passOn(read);
    for (qsizetype i = reads.size() - 1; i >= 0; --i) {
        const Outcome &found = read->at(i);
        const bool isManifest = reads.at(i).path == m_place.control.manifest();
        if (isManifest && found.status == Outcome::Status::Missing)
            copies.removeAt(i);
        else if (!found.ok())
            return outcomeError(reads.at(i), found);
        else
            copies[i].bytes = found.bytes;
    }
    const auto wrote = runAll(m_place.files, copies, m_place.context);
    return wrote ? Result<void>() : passOn(wrote);
}

Result<void> Commit::forward(const SeenSteps &seen)
{
    Batch folders;
    Batch modes;
    for (const SeenStep &step : seen) {
        if (putsFile(*step.step) && step.state == State::Blocked)
            return blocked(step);
        if (step.step->kind == Kind::MakeFolder && step.state == State::Pending)
            addFolder(*step.step, folders, modes);
    }
    if (auto cleared = clearTheWay(inTheWay(seen)); !cleared)
        return cleared;
    // From here on a person's Cancel waits: a commit takes a moment, taking it back no less.
    const auto made = runAll(m_place.files, folders, {}, Outcome::Status::Exists);
    if (!made)
        return passOn(made);
    if (const auto set = m_place.files.run(modes); !set)
        return passOn(set);
    QList<SeenSteps> groups;
    for (const CommitGroup group : commitOrder) {
        const SeenSteps members = chosen(seen, [group](const SeenStep &step) {
            return putsFile(*step.step) && step.step->group == group &&
                   step.state == State::Pending;
        });
        if (!members.isEmpty())
            groups.append(members);
    }
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool isLast = i == groups.size() - 1;
        if (auto moved = moveIntoPlace(groups.at(i), isLast ? m_ending : nullptr); !moved)
            return moved;
    }
    return {};
}

Result<void> Commit::moveIntoPlace(const SeenSteps &group, Ending *ending) const
{
    Batch aside;
    Batch moves;
    for (const SeenStep &seen : group) {
        const JournalStep &step = *seen.step;
        const bool canReplace = overwrites(step);
        const QString target = m_place.control.published(step.path);
        const QString stage = m_place.control.staged(step.stage);
        const bool isReplaced = step.kind == Kind::Replace;
        if (isReplaced && !canReplace && !seen.target.isMissing())
            aside.append(seen.undo.isMissing() ? Operation::move(target, undo(step))
                                               : Operation::remove(target)); // has two names
        moves.append(isReplaced && canReplace ? Operation::replace(stage, target)
                                              : Operation::move(stage, target));
    }
    if (auto done = runPatiently(aside); !done)
        return done;
    return runPatiently(moves, ending);
}

/// A busy server may refuse once; what it refuses for a reason is not asked again.
Result<void> Commit::runPatiently(Batch batch, Ending *ending) const
{
    constexpr int attempts = 3;
    for (int attempt = 1; !batch.isEmpty(); ++attempt) {
        Ending *const last = attempt == 1 ? ending : nullptr;
        const auto outcomes = m_place.files.run(batch + endingSteps(last), {});
        if (!outcomes)
            return passOn(outcomes);
        if (last)
            last->passed = Gate::passed(outcomes->mid(batch.size()), last->farewell);
        Batch again;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const Outcome &outcome = outcomes->at(i);
            if (outcome.ok())
                continue;
            if (attempt == attempts || outcome.status != Outcome::Status::Failed)
                return outcomeError(batch.at(i), outcome);
            again.append(batch.at(i));
        }
        batch = again;
    }
    return {};
}

Result<void> Commit::switchManifest()
{
    const ControlFolder &control = m_place.control;
    if (m_place.files.features().replace)
        return runPatiently({Operation::replace(newManifest(), control.manifest())});
    const auto aside = m_place.files.run({Operation::move(control.manifest(), oldManifest())});
    if (!aside)
        return passOn(aside);
    return runPatiently({Operation::move(newManifest(), control.manifest())});
}

Result<void> Commit::finish(const SeenSteps &seen, Issues *notes, const Batch &along,
                            Outcomes *alongDone)
{
    if (auto removed = removeFiles(seen, notes); !removed)
        return removed;
    Batch leftovers;
    for (const SeenStep &step : seen) {
        if (step.step->kind == Kind::RemoveFolder)
            leftovers.append(Operation::removeFolder(m_place.control.published(step.step->path)));
        else if (step.state == State::Done && !step.stage.isMissing())
            leftovers.append(Operation::remove(m_place.control.staged(step.step->stage)));
    }
    // A folder that holds someone else's files stays, and that is right.
    const ControlFolder &control = m_place.control;
    leftovers += gate().clear();
    leftovers.append(Operation::remove(newJournal()));
    leftovers.append(Operation::removeFolder(control.stage()));
    leftovers.append(Operation::move(control.journal(), inUndo(QStringLiteral("journal"))));
    const qsizetype last = leftovers.size() - 1;
    const auto ended = m_place.files.run(leftovers + along);
    if (!ended)
        return passOn(ended);
    if (alongDone)
        *alongDone = ended->mid(leftovers.size());
    const Outcome::Status status = ended->at(last).status;
    if (status == Outcome::Status::Ok || status == Outcome::Status::Missing)
        return {};
    return runPatiently({Operation::remove(control.journal())});
}

Result<void> Commit::removeFiles(const SeenSteps &seen, Issues *notes) const
{
    const QSet<QString> made = madeFolders();
    for (const bool assets : {false, true}) {
        Batch batch;
        for (const SeenStep &step : seen) {
            if (made.contains(step.step->path))
                continue; // was done before the folder was made
            const bool isAsset = step.step->group == CommitGroup::Asset;
            if (step.step->kind == Kind::Remove && isAsset == assets &&
                step.state == State::Pending)
                batch.append(removal(step));
        }
        const auto outcomes = m_place.files.run(batch);
        if (!outcomes)
            return passOn(outcomes);
        for (qsizetype i = 0; i < batch.size(); ++i) {
            if (outcomes->at(i).ok() || outcomes->at(i).status == Outcome::Status::Missing)
                continue;
            notes->append({Severity::Should, QStringLiteral("publish-not-removed"),
                           Text::tr("%1 could not be removed from the server (%2). Remove it "
                                    "there by hand.")
                               .arg(batch.at(i).path, outcomes->at(i).text)});
        }
    }
    return {};
}

/// A file that is in undo/ as well was cut off between link and unlink of its rename.
Operation Commit::removal(const SeenStep &seen) const
{
    const QString target = m_place.control.published(seen.step->path);
    return seen.undo.isMissing() ? Operation::move(target, undo(*seen.step))
                                 : Operation::remove(target);
}

Result<void> Commit::back(const SeenSteps &seen)
{
    for (auto group = commitOrder.rbegin(); group != commitOrder.rend(); ++group) {
        const auto restored = restore(chosen(seen, [group](const SeenStep &step) {
            return putsFile(*step.step) && step.step->group == *group;
        }));
        if (!restored)
            return restored;
    }
    Batch folders;
    for (auto step = seen.crbegin(); step != seen.crend(); ++step) {
        if (step->step->kind == Kind::MakeFolder)
            folders.append(Operation::removeFolder(m_place.control.published(step->step->path)));
    }
    if (auto removed = m_place.files.run(folders); !removed)
        return passOn(removed);
    if (auto restored = restoreTheWay(seen); !restored)
        return restored;
    if (auto restored = restoreManifest(); !restored)
        return restored;
    return clearAfterBack();
}

} // namespace kakehashi::publish
