#include "publishwords.h"

#include "commands.h"
#include "sitecheck.h"

#include "publish/drift/evidence.h"
#include "publish/planning/planguards.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

using Action = publish::PlanItem::Action;

QString optionFor(const Issue &guard)
{
    return QStringLiteral("--confirm ") + guard.rule;
}

} // namespace

QStringList planLines(const publish::Plan &plan)
{
    QList<QStringList> rows;
    for (const publish::PlanItem &item : plan.items)
        rows.append(
            {publish::toStored(item.action), item.path, QString::number(item.bytes), item.reason});
    QStringList lines;
    if (!rows.isEmpty())
        lines =
            table({Text::tr("Step"), Text::tr("File"), Text::tr("Bytes"), Text::tr("Why")}, rows);
    for (const Issue &issue : plan.guards + plan.notes) {
        const bool isPassable = issue.severity == Severity::Ask && plan.guards.contains(issue);
        lines.append(
            QStringLiteral("%1 [%2]").arg(issue.text, isPassable ? optionFor(issue) : issue.rule));
    }
    if (plan.count(Action::Conflict) > 0)
        lines.append(conflictAdvice(plan));
    lines.append(Text::tr("%1 to add, %2 to change, %3 to remove, %4 unchanged, %5 KB to send")
                     .arg(plan.count(Action::Add))
                     .arg(plan.count(Action::Replace))
                     .arg(plan.count(Action::Remove))
                     .arg(plan.unchanged)
                     .arg((plan.bytesToSend + 999) / 1000));
    return lines;
}

QStringList gateLines(const delivery::Prepared &prepared)
{
    QStringList lines;
    for (const check::Finding &finding : prepared.gate.blocking)
        lines.append(toLine(finding));
    if (!prepared.heldBack.isEmpty())
        lines.append(Text::tr("Held back until this is mended or excepted: %1. Everything else "
                              "that was due is published.")
                         .arg(prepared.heldBack.join(QStringLiteral(", "))));
    else if (!prepared.gate.isOpen())
        lines.append(check::guardOf(prepared.gate).text);
    return lines;
}

QStringList reportLines(const publish::Report &report)
{
    QStringList lines;
    using Recovery = publish::Report::Recovery;
    if (report.recovered == Recovery::Finished)
        lines << Text::tr("An earlier publish had been cut off; it was finished first.");
    if (report.recovered == Recovery::TakenBack)
        lines << Text::tr("An earlier publish had been cut off; it was taken back first.");
    if (report.nothingToDo)
        lines << Text::tr("The server holds this site already; nothing was sent.");
    else
        lines << Text::tr("Published generation %1: %2 added, %3 changed, %4 removed, %5 KB in "
                          "%6 s.")
                     .arg(report.generation)
                     .arg(report.added)
                     .arg(report.replaced)
                     .arg(report.removed)
                     .arg((report.bytesSent + 999) / 1000)
                     .arg(report.seconds, 0, 'f', 2);
    for (const Issue &note : report.notes)
        lines << note.text;
    return lines;
}

QString recoverySentence(publish::Report::Recovery recovery)
{
    using Recovery = publish::Report::Recovery;
    switch (recovery) {
    case Recovery::Finished:
        return Text::tr("The publish that was cut off is finished.");
    case Recovery::TakenBack:
        return Text::tr("The publish that was cut off is taken back; the site is as it was "
                        "before.");
    case Recovery::SetAside:
        return Text::tr("The record of that publish is put aside. The next publish looks at every "
                        "file and puts it right.");
    case Recovery::None:
        break;
    }
    return Text::tr("No publish was cut off there.");
}

QString recoveryName(publish::Report::Recovery recovery)
{
    using Recovery = publish::Report::Recovery;
    switch (recovery) {
    case Recovery::Finished:
        return QStringLiteral("finished");
    case Recovery::TakenBack:
        return QStringLiteral("taken-back");
    case Recovery::SetAside:
        return QStringLiteral("set-aside");
    case Recovery::None:
        break;
    }
    return QStringLiteral("none");
}

QStringList conflictLines(const publish::Plan &plan)
{
    QList<QStringList> rows;
    for (const publish::PlanItem &item : plan.items) {
        if (item.action == Action::Conflict)
            rows.append({item.path, item.reason});
    }
    return rows.isEmpty() ? QStringList() : table({Text::tr("File"), Text::tr("Why")}, rows);
}

QString conflictAdvice(const publish::Plan &plan)
{
    const QStringList byHand = plan.onlyByHand();
    const int open = plan.count(Action::Conflict) - static_cast<int>(byHand.size());
    QStringList advice;
    if (!byHand.isEmpty())
        advice << publish::byHandAdvice(byHand);
    if (open > 0)
        advice << Text::tr(
            "%n file(s) on the server are in the way. Decide for each with --keep PATH "
            "(theirs stays) or --replace PATH (ours goes there, theirs is put aside), or "
            "take over all of them with --adopt.",
            nullptr, open);
    return advice.join(u' ');
}

Error refusalBy(const Issues &guards)
{
    Error error = publish::refusedBy(guards).value();
    QStringList options;
    for (const Issue &guard : guards) {
        if (guard.severity != Severity::Ask)
            return error;
        options.append(optionFor(guard));
    }
    options.removeDuplicates();
    error.text += u' ' + Text::tr("Whoever knows this and wants to go on all the same adds: %1")
                             .arg(options.join(u' '));
    error.detail.clear();
    return error;
}

QJsonObject toJson(const publish::Report &report)
{
    QJsonArray notes;
    for (const Issue &note : report.notes)
        notes.append(toJson(note));
    QJsonArray amiss;
    for (const publish::Drift &drift : report.amiss)
        amiss.append(publish::toJson(drift));
    return {{QStringLiteral("generation"), report.generation},
            {QStringLiteral("transaction"), report.transaction},
            {QStringLiteral("added"), report.added},
            {QStringLiteral("replaced"), report.replaced},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("unchanged"), report.unchanged},
            {QStringLiteral("bytesSent"), report.bytesSent},
            {QStringLiteral("roundTrips"), report.roundTrips},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("nothingToDo"), report.nothingToDo},
            {QStringLiteral("restored"), report.restored},
            {QStringLiteral("mended"), report.mended},
            {QStringLiteral("modesMended"), report.modesMended},
            {QStringLiteral("amiss"), amiss},
            {QStringLiteral("notes"), notes}};
}

QJsonArray conflictsJson(const publish::Plan &plan)
{
    QJsonArray array;
    for (const publish::PlanItem &item : plan.items) {
        if (item.action == Action::Conflict)
            array.append(QJsonObject{{QStringLiteral("path"), item.path},
                                     {QStringLiteral("reason"), item.reason}});
    }
    return array;
}

void addGate(QJsonObject &json, const delivery::Prepared &prepared)
{
    json.insert(QStringLiteral("blocking"), toJson(prepared.gate.blocking));
    json.insert(QStringLiteral("heldBack"), QJsonArray::fromStringList(prepared.heldBack));
}

} // namespace kakehashi::cli
