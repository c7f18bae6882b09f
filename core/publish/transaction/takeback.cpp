#include "publish/transaction/commit.h"

namespace kakehashi::publish {
namespace {

using Kind = JournalStep::Kind;
using State = SeenStep::State;

} // namespace

Result<void> Commit::restore(const SeenSteps &group) const
{
    Batch aside;
    Batch moves;
    for (const SeenStep &seen : group) {
        const JournalStep &step = *seen.step;
        const bool canReplace = overwrites(step);
        const QString target = m_place.control.published(step.path);
        const QString stage = m_place.control.staged(step.stage);
        const bool wasMoved = seen.state == State::Done;
        if (step.kind == Kind::Add && wasMoved) {
            // Both names at once: the server died between link and unlink of its rename.
            moves.append(seen.stage.isMissing() ? Operation::move(target, stage)
                                                : Operation::remove(target));
        } else if (step.kind == Kind::Replace && !seen.undo.isMissing()) {
            if (wasMoved && !canReplace)
                aside.append(seen.stage.isMissing() ? Operation::move(target, stage)
                                                    : Operation::remove(target));
            if (wasMoved && canReplace)
                moves.append(Operation::replace(undo(step), target));
            else if (wasMoved || seen.target.isMissing())
                moves.append(Operation::move(undo(step), target));
        }
    }
    if (auto done = runPatiently(aside); !done)
        return done;
    return runPatiently(moves);
}

Result<void> Commit::restoreManifest() const
{
    const QString kept = oldManifest();
    const QString manifest = m_place.control.manifest();
    const auto looked = m_place.files.run({Operation::look(manifest), Operation::look(kept)});
    if (!looked)
        return passOn(looked);
    if (!looked->first().info.isMissing() || looked->last().info.isMissing())
        return {};
    return runPatiently({Operation::move(kept, manifest)});
}

Result<void> Commit::clearAfterBack() const
{
    const auto listed = m_place.files.run({Operation::list(undoFolder())});
    if (!listed)
        return passOn(listed);
    QStringList names;
    for (const FolderEntry &entry : listed->first().entries)
        names.append(entry.name);
    Batch leftovers = gate().leftoverFiles(names);
    for (const FolderEntry &entry : listed->first().entries) {
        if (!entry.info.isFolder())
            leftovers.append(Operation::remove(ControlFolder::join(undoFolder(), entry.name)));
    }
    if (auto done = m_place.files.run(leftovers); !done)
        return passOn(done);
    const Batch folders =
        gate().leftoverFolders(names) + Batch{Operation::removeFolder(undoFolder())};
    if (auto done = m_place.files.run(folders); !done)
        return passOn(done);
    const Operation last = Operation::remove(m_place.control.journal());
    const auto done = m_place.files.run({last});
    if (!done)
        return passOn(done);
    const Outcome &outcome = done->first();
    const bool gone = outcome.ok() || outcome.status == Outcome::Status::Missing;
    return gone ? Result<void>() : outcomeError(last, outcome);
}

} // namespace kakehashi::publish
