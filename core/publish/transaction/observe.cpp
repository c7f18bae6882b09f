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
    }
    forgetBehindTheWay(seen);
    for (SeenStep &step : seen) {
        if (auto judged = judge(step); !judged)
            return passOn(judged);
    }
    return seen;
}

Result<void> Commit::judge(SeenStep &seen) const
{
    const JournalStep &step = *seen.step;
    switch (step.kind) {
    case Kind::MakeFolder:
        seen.state = seen.target.isFolder() ? State::Done : State::Pending;
        return {};
    case Kind::RemoveFolder:
        return {};
    case Kind::Remove:
        seen.state = seen.target.isMissing()              ? State::Done
                     : seen.target.looksLike(step.before) ? State::Pending
                     : madeFolders().contains(step.path)  ? State::Done
                                                          : State::Blocked;
        return {};
    case Kind::Add:
        return judgeAdd(seen);
    case Kind::Replace:
        return judgeReplace(seen);
    }
    return {};
}

/// Where a server replaces in one step, a file is replaced when its staged one is gone. Where two
/// renames do it, each of them may have left both of its names.
Result<void> Commit::judgeReplace(SeenStep &seen) const
{
    const JournalStep &step = *seen.step;
    bool isAfter = seen.target.looksLike(step.after);
    bool isBefore = seen.target.looksLike(step.before);
    if (isAfter && isBefore) {
        const Result<bool> really = holdsAfter(step);
        if (!really)
            return passOn(really);
        isAfter = *really;
        isBefore = !*really;
    }
    const bool halfway = seen.target.isMissing() && !seen.undo.isMissing();
    if (isAfter)
        seen.state = State::Done;
    else if (!seen.stage.isMissing() && (isBefore || halfway))
        seen.state = State::Pending;
    else
        seen.state = State::Blocked;
    return {};
}

/// With the staged file still there, what lies in its place is either its second name (the server
/// died between link and unlink of its rename) or a file of someone else that happens to look
/// alike; taking that back would destroy it.
Result<void> Commit::judgeAdd(SeenStep &seen) const
{
    const bool isAfter = seen.target.looksLike(seen.step->after);
    if (!isAfter) {
        const bool canGo = seen.target.isMissing() && !seen.stage.isMissing();
        seen.state = canGo ? State::Pending : State::Blocked;
        return {};
    }
    seen.state = State::Done;
    if (seen.stage.isMissing())
        return {};
    const Result<bool> really = holdsAfter(*seen.step);
    if (!really)
        return passOn(really);
    if (!*really)
        seen.state = State::Blocked;
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
