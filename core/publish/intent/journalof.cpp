#include "publish/intent/journalof.h"

#include "publish/switching/releases.h"

namespace kakehashi::publish {
namespace {

using Action = PlanItem::Action;
using Kind = JournalStep::Kind;

JournalStep folderStep(Kind kind, const QString &path)
{
    JournalStep step;
    step.kind = kind;
    step.path = path;
    step.after.kind = FileInfo::Kind::Folder;
    return step;
}

std::optional<JournalStep> stepOf(const PlanItem &item, const Staging &staging)
{
    JournalStep step;
    step.path = item.path;
    step.group = item.group;
    step.before = item.found;
    if (item.found.isFile()) // else a rollback has nothing to read there
        step.beforeHash = item.before;
    if (item.action == Action::Remove) {
        step.kind = Kind::Remove;
        return step;
    }
    if (item.action != Action::Add && item.action != Action::Replace)
        return std::nullopt;
    step.kind = item.action == Action::Add ? Kind::Add : Kind::Replace;
    step.stage = staging.nameOf(item.path);
    step.after = staging.files().value(item.path);
    step.afterHash = item.after;
    return step;
}

QList<JournalStep> stepsOf(const Plan &plan, const Staging &staging)
{
    QList<JournalStep> steps;
    for (const QString &folder : plan.foldersMissing) {
        steps.append(folderStep(Kind::MakeFolder, folder));
        steps.last().after.mode = plan.folderModes.value(folder);
    }
    int undo = 0;
    for (const PlanItem &item : plan.items) {
        std::optional<JournalStep> step = stepOf(item, staging);
        if (!step)
            continue;
        if (step->kind != Kind::Add && !plan.switches)
            step->undo = QString::number(undo++);
        steps.append(*step);
    }
    QStringList gone;
    for (const QString &folder : plan.foldersBefore) {
        if (!plan.result.folders.contains(folder))
            gone.prepend(folder); // children before parents
    }
    for (const QString &folder : std::as_const(gone))
        steps.append(folderStep(Kind::RemoveFolder, folder));
    return steps;
}

} // namespace

Journal journalOf(const Plan &plan, const PublishParams &who, const QString &transaction,
                  const Staging &staging)
{
    Journal journal;
    journal.site = who.siteId;
    journal.transaction = transaction;
    journal.generation = plan.result.head.generation;
    journal.base = plan.base;
    journal.author = who.author;
    journal.machine = who.machine;
    journal.approval = who.approval;
    journal.started = who.clock->now();
    if (plan.switches) {
        journal.linkBefore = plan.linkText;
        journal.linkAfter = switching::releaseOf(journal.generation, transaction);
    }
    journal.steps = stepsOf(plan, staging);
    return journal;
}

} // namespace kakehashi::publish
