#include "publish/transaction/commit.h"

namespace kakehashi::publish {
namespace {

using Kind = JournalStep::Kind;
using State = SeenStep::State;

} // namespace

Result<SeenSteps> Commit::observe() const
{
    SeenSteps seen;
    Batch looks;
    for (const JournalStep &step : m_journal.steps) {
        seen.append({&step, State::Pending, {}, {}, {}});
        looks.append(Operation::look(m_place.control.published(step.path)));
        // A step without a staged or saved file looks at a name that is never there.
        const QString none = QStringLiteral("none");
        const QString stage = step.stage.isEmpty() ? none : step.stage;
        looks.append(Operation::look(m_place.control.staged(stage)));
        looks.append(Operation::look(
            ControlFolder::join(undoFolder(), step.undo.isEmpty() ? none : step.undo)));
    }
    const auto looked = runAll(m_place.files, looks);
    if (!looked)
        return passOn(looked);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        seen[i].target = looked->at(3 * i).info;
        seen[i].stage = looked->at(3 * i + 1).info;
        seen[i].undo = looked->at(3 * i + 2).info;
        if (auto judged = judge(seen[i]); !judged)
            return passOn(judged);
    }
    return seen;
}

/// A rename is atomic, so what was staged is either still there or in its place.
Result<void> Commit::judge(SeenStep &seen) const
{
    const JournalStep &step = *seen.step;
    const bool isAfter = seen.target.looksLike(step.after);
    const bool isBefore = seen.target.looksLike(step.before);
    switch (step.kind) {
    case Kind::MakeFolder:
        seen.state = seen.target.isFolder() ? State::Done : State::Pending;
        return {};
    case Kind::RemoveFolder:
        return {};
    case Kind::Remove:
        seen.state = seen.target.isMissing() ? State::Done
                     : isBefore              ? State::Pending
                                             : State::Blocked;
        return {};
    case Kind::Add:
        if (isAfter)
            seen.state = State::Done;
        else if (seen.stage.isMissing() || !seen.target.isMissing())
            seen.state = State::Blocked;
        return {};
    case Kind::Replace:
        break;
    }
    const bool halfway = seen.target.isMissing() && !seen.undo.isMissing();
    if (!seen.stage.isMissing()) {
        seen.state = isBefore || isAfter || halfway ? State::Pending : State::Blocked;
        return {};
    }
    seen.state = isAfter ? State::Done : State::Blocked;
    if (!isAfter || !isBefore)
        return {};
    const Result<bool> really = holdsAfter(step);
    if (!really)
        return passOn(really);
    seen.state = *really ? State::Done : State::Blocked;
    return {};
}

/// Old and new have one size and one second: only the content tells which of them it is.
Result<bool> Commit::holdsAfter(const JournalStep &step) const
{
    const auto read =
        runAll(m_place.files,
               {Operation::read(m_place.control.published(step.path), step.after.size + 1)});
    if (!read)
        return passOn(read);
    return Sha256::of(read->first().bytes) == step.afterHash;
}

} // namespace kakehashi::publish
