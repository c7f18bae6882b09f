#include "ui/history/servertoday.h"

#include "publish/drift/driftrepository.h"
#include "publish/historyrepository.h"
#include "publish/rollback/cutoff.h"
#include "publish/serverlookrepository.h"
#include "publish/signature/paramsfor.h"
#include "publish/targetrepository.h"
#include "ui/history/historymodel.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"
#include "workspace/due.h"
#include "workspace/snapshotbuilder.h"

#include <QCoreApplication>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::ServerToday)
};

/// A scheduler that runs every few minutes is given some time before it counts as missed.
constexpr qint64 scheduleSlack = 30 * 60;

void go(Session &session, const char *panel)
{
    session.showPanel(QLatin1String(panel));
}

void addCutOff(const TodayFacts &facts, const publish::Target &target, TodayGroup &group)
{
    const auto cutOff = publish::cutOffPublish(publish::journalFolder(facts.stores.folder), target);
    if (!cutOff)
        return;
    const QString text = Text::tr("The publish to %1 was cut off").arg(target.name);
    group.urgent = text + QStringLiteral(" (") + whenText(cutOff->begun) + u')';
    group.urgentPanel = QStringLiteral("history");
    group.lines.append({QStringLiteral("warning"), text,
                        Text::tr("%1 — finish it or take it back").arg(whenText(cutOff->begun)),
                        [](Session &there) { go(there, "history"); }});
}

void addMissed(const TodayFacts &facts, const publish::Target &target, TodayGroup &group)
{
    if (target.noindex)
        return; // nobody waits for a staging server
    const publish::HistoryRepository history(facts.stores.database);
    const auto last = history.list(target.id, 1);
    const auto live = workspace::snapshotOf(facts.stores, {});
    if (!last || last->isEmpty() || !live)
        return;
    for (const QString &path : last->constFirst().heldBack)
        group.lines.append({QStringLiteral("warning"), path,
                            Text::tr("Held back from %1 on %2: the check found something that "
                                     "must be mended first")
                                .arg(target.name, whenText(last->constFirst().at)),
                            [](Session &there) { go(there, "check"); }});
    const QDateTime now = facts.stores.clock.now();
    const auto missed =
        workspace::dueChanges(**live, last->constFirst().at, now.addSecs(-scheduleSlack));
    for (const workspace::DueChange &change : missed) {
        const QString note =
            change.kind == workspace::DueChange::Kind::Opens
                ? Text::tr("Should be on %1 since %2; publish to show it")
                : Text::tr("Should be gone from %1 since %2; publish to remove it");
        group.lines.append({QStringLiteral("warning"), change.title,
                            note.arg(target.name, whenText(change.at)),
                            [](Session &there) { go(there, "publish"); }});
    }
}

void addDrift(const TodayFacts &facts, const publish::Target &target, TodayGroup &group)
{
    const auto last = publish::DriftRepository(facts.stores.database).lastCheck(target.id);
    if (!last || !*last || (*last)->findings == 0)
        return;
    group.lines.append(
        {QStringLiteral("warning"),
         Text::tr("%n file(s) on %1 are not as published", nullptr, (*last)->findings)
             .arg(target.name),
         Text::tr("Checked %1").arg(whenText((*last)->at)),
         [](Session &there) { go(there, "drift"); }});
}

void addWentBack(const TodayFacts &facts, const publish::Target &target, TodayGroup &group)
{
    const publish::ServerLookRepository looks(facts.stores.database);
    const auto last = looks.last(target.id);
    if (!last || !*last || (*last)->problem.isEmpty())
        return;
    group.lines.append({QStringLiteral("warning"),
                        Text::tr("%1 shows a former state of the site").arg(target.name),
                        Text::tr("%1 (seen %2)").arg((*last)->problem, whenText((*last)->at)),
                        [](Session &there) { go(there, "publish"); }});
}

} // namespace

TodayGroup serverConcerns(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Server"), {}};
    const auto targets = publish::TargetRepository(facts.stores.database).all();
    if (!targets) {
        group.failures.append(targets.error());
        return group;
    }
    for (const publish::Target &target : *targets) {
        addCutOff(facts, target, group);
        addWentBack(facts, target, group);
        addMissed(facts, target, group);
        addDrift(facts, target, group);
    }
    return group;
}

} // namespace kakehashi::ui
