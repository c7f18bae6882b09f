#include "publish/transaction/commit.h"

namespace kakehashi::publish {
namespace {

using Kind = JournalStep::Kind;

} // namespace

/// A link or a folder is moved aside itself: a hard link or a copy would be of what it leads to.
bool Commit::overwrites(const JournalStep &step) const
{
    return m_place.files.features().replace && step.before.isFile();
}

QSet<QString> Commit::madeFolders() const
{
    QSet<QString> made;
    for (const JournalStep &step : m_journal.steps) {
        if (step.kind == Kind::MakeFolder)
            made.insert(step.path);
    }
    return made;
}

/// What lies where a folder is to be made, and still has to go.
SeenSteps Commit::inTheWay(const SeenSteps &seen) const
{
    const QSet<QString> made = madeFolders();
    SeenSteps found;
    for (const SeenStep &step : seen) {
        if (step.step->kind == Kind::Remove && step.state == SeenStep::State::Pending &&
            made.contains(step.step->path) && !step.target.isFolder())
            found.append(step);
    }
    return found;
}

/// Done already, where begin() or a publish that was cut off did it.
Result<void> Commit::clearTheWay(const SeenSteps &seen) const
{
    Batch looks;
    for (const SeenStep &step : seen)
        looks.append(Operation::look(m_place.control.published(step.step->path)));
    const auto looked = runAll(m_place.files, looks);
    if (!looked)
        return passOn(looked);
    Batch moves;
    for (qsizetype i = 0; i < seen.size(); ++i) {
        if (looked->at(i).info.looksLike(seen.at(i).step->before))
            moves.append(removal(seen.at(i)));
    }
    return runPatiently(moves);
}

Result<void> Commit::restoreTheWay(const SeenSteps &seen) const
{
    const QSet<QString> made = madeFolders();
    Batch moves;
    for (const SeenStep &step : seen) {
        const bool wasMoved = !step.undo.isMissing() && !step.target.looksLike(step.step->before);
        if (step.step->kind == Kind::Remove && wasMoved && made.contains(step.step->path))
            moves.append(
                Operation::move(undo(*step.step), m_place.control.published(step.step->path)));
    }
    return runPatiently(moves);
}

/// As long as it lies there, what is seen below it lies elsewhere.
void Commit::forgetBehindTheWay(SeenSteps &seen) const
{
    const QSet<QString> made = madeFolders();
    QStringList ways;
    for (const SeenStep &step : std::as_const(seen)) {
        if (step.step->kind == Kind::Remove && made.contains(step.step->path) &&
            step.target.looksLike(step.step->before))
            ways.append(step.step->path + u'/');
    }
    for (const QString &way : std::as_const(ways)) {
        for (SeenStep &step : seen) {
            if (step.step->path.startsWith(way))
                step.target = {};
        }
    }
}

} // namespace kakehashi::publish
