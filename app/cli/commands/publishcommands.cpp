#include "commands.h"
#include "delivery.h"
#include "deliveryverb.h"
#include "indexnow.h"
#include "publishgate.h"
#include "secrets.h"
#include "settling.h"

#include "notify/sending.h"
#include "publish/drift/driftrepository.h"
#include "publish/historyrepository.h"
#include "publish/publisher.h"
#include "publish/rollback/keptstates.h"
#include "publish/targetrepository.h"
#include "workspace/due.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonArray>
#include <QTextStream>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

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
    for (const Issue &issue : plan.guards + plan.notes)
        lines.append(QStringLiteral("%1 [%2]").arg(issue.text, issue.rule));
    lines.append(Text::tr("%1 to add, %2 to change, %3 to remove, %4 unchanged, %5 KB to send")
                     .arg(plan.count(publish::PlanItem::Action::Add))
                     .arg(plan.count(publish::PlanItem::Action::Replace))
                     .arg(plan.count(publish::PlanItem::Action::Remove))
                     .arg(plan.unchanged)
                     .arg((plan.bytesToSend + 999) / 1000));
    return lines;
}

QJsonObject toJson(const publish::Report &report)
{
    return {{QStringLiteral("generation"), report.generation},
            {QStringLiteral("transaction"), report.transaction},
            {QStringLiteral("added"), report.added},
            {QStringLiteral("replaced"), report.replaced},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("unchanged"), report.unchanged},
            {QStringLiteral("bytesSent"), report.bytesSent},
            {QStringLiteral("roundTrips"), report.roundTrips},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("nothingToDo"), report.nothingToDo}};
}

QStringList reportLines(const publish::Report &report)
{
    if (report.nothingToDo)
        return {Text::tr("The server holds this site already; nothing was sent.")};
    return {Text::tr("Published generation %1: %2 added, %3 changed, %4 removed, %5 KB in %6 s.")
                .arg(report.generation)
                .arg(report.added)
                .arg(report.replaced)
                .arg(report.removed)
                .arg((report.bytesSent + 999) / 1000)
                .arg(report.seconds, 0, 'f', 2)};
}

QStringList confirmedRules(const PublishOptions &options)
{
    QStringList rules;
    for (const std::string &rule : options.confirmed)
        rules.append(text(rule));
    return rules;
}

bool personAgrees(const publish::Plan &plan)
{
    if (!canAsk())
        return false;
    QTextStream err(stderr);
    err << planLines(plan).join(u'\n') << '\n' << Text::tr("Publish this? [y/N] ") << Qt::flush;
    return QTextStream(stdin).readLine().trimmed().toLower() == QStringLiteral("y");
}

/// Before anything is signed with it: a list that nobody can check helps nobody.
Result<void> keepNewKey(const Delivery &delivery, const publish::Plan &plan)
{
    const publish::PublishParams &params = delivery.params;
    const bool signs = !publish::signingKey(plan.signature, params).isEmpty();
    if (!params.manifestKeyIsNew || !signs || !plan.hasChanges())
        return {};
    return storeManifestKey(params.siteId, params.manifestKey);
}

/// The list goes to standard output, as that of `check` does.
int refuse(const Cleared &cleared, const Output &out)
{
    out.done({{QStringLiteral("blocking"), cli::toJson(cleared.gate.blocking)},
              {QStringLiteral("heldBack"), QJsonArray::fromStringList(cleared.heldBack)}},
             gateLines(cleared));
    return ExitRefused;
}

int publishPlan(Delivery &delivery, const publish::Plan &plan, const Cleared &cleared,
                const PublishOptions &options, const Output &out)
{
    if (auto kept = keepNewKey(delivery, plan); !kept)
        return out.failed(kept.error());
    const bool sends = plan.hasChanges();
    if (auto noted = sends ? notify::noteSending(delivery.params, plan, {}) : Result<void>();
        !noted)
        return out.failed(noted.error());
    auto report = delivery.publisher->publish(plan, delivery.site->objects(),
                                              confirmedRules(options), out.job());
    if (!report) {
        // Only what was interrupted may still become public without us.
        if (report.error().code != ErrorCode::Interrupted)
            notify::forgetSending(delivery.params.journalFolder, delivery.params.target);
        return out.failed(report.error());
    }
    report->heldBack = cleared.heldBack;
    if (report->nothingToDo && options.due)
        return cleared.heldBack.isEmpty() ? ExitDone : refuse(cleared, out);
    ToldEngines told;
    if (!report->nothingToDo) {
        publish::HistoryRepository history(delivery.site->database());
        const auto stored = history.add(delivery.params, plan, *report);
        if (!stored)
            return out.failed(stored.error());
        told = tellOfPublish(*delivery.site, {delivery.params.target, plan, *stored}, out);
    }
    notify::forgetSending(delivery.params.journalFolder, delivery.params.target);
    QJsonObject json = toJson(*report);
    if (!told.json.isEmpty())
        json.insert(QStringLiteral("searchEngines"), told.json);
    if (cleared.heldBack.isEmpty())
        return out.done(json, reportLines(*report) + told.lines);
    json.insert(QStringLiteral("blocking"), cli::toJson(cleared.gate.blocking));
    json.insert(QStringLiteral("heldBack"), QJsonArray::fromStringList(cleared.heldBack));
    out.done(json, reportLines(*report) + told.lines + gateLines(cleared));
    return ExitRefused; // what was held back is for a person to see, though the rest went well
}

/// What a person once decided about files that others changed holds for scripts too.
Result<publish::PlanOptions> planOptions(const Delivery &delivery, qint64 again)
{
    const auto decisions =
        publish::DriftRepository(delivery.site->database()).decisions(delivery.params.target.id);
    if (!decisions)
        return passOn(decisions);
    publish::PlanOptions options;
    options.byPath = publish::resolutionsOf(*decisions);
    options.accepted = publish::acceptedOf(*decisions);
    options.again = again;
    return options;
}

/// `cleared`: the tree, and what the check says of it; a former state is not checked again.
int offer(Delivery &delivery, const Cleared &cleared, const PublishOptions &options,
          const Output &out)
{
    const auto planning = planOptions(delivery, options.generation);
    if (!planning)
        return out.failed(planning.error());
    auto plan = delivery.publisher->plan(cleared.tree, *planning, out.job());
    if (!plan)
        return out.failed(plan.error());
    if (const auto settled = settleEarlier(delivery, {plan->base}); !settled)
        return out.failed(settled.error());
    plan->notes += check::notesOf(cleared.gate);
    if (!cleared.gate.isOpen() && cleared.heldBack.isEmpty())
        plan->guards.prepend(check::guardOf(cleared.gate));
    if (options.dryRun) {
        QJsonObject json = publish::toJson(*plan);
        json.insert(QStringLiteral("blocking"), cli::toJson(cleared.gate.blocking));
        json.insert(QStringLiteral("heldBack"), QJsonArray::fromStringList(cleared.heldBack));
        out.done(json, gateLines(cleared) + planLines(*plan));
        return plan->openGuards(confirmedRules(options)).isEmpty() ? ExitDone : ExitRefused;
    }
    if (plan->hasChanges() && !options.yes && !options.due && !personAgrees(*plan))
        return out.failed({ErrorCode::Refused, Text::tr("Nothing was published. --yes publishes "
                                                        "without asking.")});
    return publishPlan(delivery, *plan, cleared, options, out);
}

/// Whether a page or banner began or ended since the last publish from this site folder. A site
/// that was never published is never due: its first publish is a person's decision.
Result<bool> isDue(const Delivery &delivery)
{
    // A publish shows the site as of its beginning, and a person may have looked at its plan for
    // a while. Looking back too far only costs a plan that finds nothing to do.
    constexpr qint64 longestPublish = 3600;
    const auto last =
        publish::HistoryRepository(delivery.site->database()).list(delivery.params.target.id, 1);
    if (!last)
        return passOn(last);
    if (last->isEmpty())
        return false;
    if (!last->constFirst().heldBack.isEmpty())
        return true; // told again and again, until it is out
    const auto live = delivery.site->snapshot({});
    if (!live)
        return passOn(live);
    const QDateTime from = last->constFirst().at.addSecs(-longestPublish);
    return !workspace::dueChanges(**live, from, delivery.site->clock().now()).isEmpty();
}

int publishSite(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    if (options.due) {
        const auto due = isDue(*delivery);
        if (!due)
            return out.failed(due.error());
        if (!*due)
            return ExitDone; // a scheduler mails whatever is printed
    }
    const auto cleared = clearedTree(*delivery, options.due, out.job());
    if (!cleared)
        return out.failed(cleared.error());
    const bool mayGo = cleared->gate.isOpen() || !cleared->heldBack.isEmpty() || options.dryRun;
    return mayGo ? offer(*delivery, *cleared, options, out) : refuse(*cleared, out);
}

/// From this machine's notes, else from what the server keeps.
Result<publish::Manifest> stateOf(Delivery &delivery, qint64 generation, const Output &out)
{
    const publish::KeptStates kept(delivery.params.journalFolder, delivery.params.target);
    if (auto state = kept.manifest(generation))
        return state;
    const auto manifests = delivery.publisher->generations(out.job());
    if (!manifests)
        return passOn(manifests);
    for (const publish::Manifest &manifest : *manifests) {
        if (manifest.head.generation == generation)
            return manifest;
    }
    return fail(ErrorCode::NotFound,
                Text::tr("Publish %1 is kept neither on this computer nor on the server. `publish "
                         "history` lists what was published from here.")
                    .arg(generation));
}

int rollback(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    const auto state = stateOf(*delivery, options.generation, out);
    if (!state)
        return out.failed(state.error());
    render::ObjectStore &objects = delivery->site->objects();
    if (auto fetched = delivery->publisher->fetchMissing(*state, objects, objects, out.job());
        !fetched)
        return out.failed(fetched.error());
    return offer(*delivery, {publish::treeOf(*state), {}}, options, out);
}

int resume(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    const auto done =
        delivery->publisher->recover(publish::Publisher::Direction::Automatic, out.job());
    if (!done)
        return out.failed(done.error());
    using Recovery = publish::Report::Recovery;
    if (const auto noted = noteResumed(*delivery, out.job()); !noted)
        return out.failed(noted.error());
    const QString state = *done == Recovery::None       ? QStringLiteral("none")
                          : *done == Recovery::Finished ? QStringLiteral("finished")
                                                        : QStringLiteral("taken-back");
    const QString sentence = *done == Recovery::None ? Text::tr("No publish was cut off there.")
                             : *done == Recovery::Finished
                                 ? Text::tr("The publish that was cut off is finished.")
                                 : Text::tr("The publish that was cut off is taken back; the site "
                                            "is as it was before.");
    return out.done({{QStringLiteral("recovered"), state}}, {sentence});
}

int history(const PublishOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto target = publish::TargetRepository((*site)->database()).byName(text(options.target));
    if (!target)
        return out.failed(target.error());
    const auto entries = publish::HistoryRepository((*site)->database()).list(target->id);
    if (!entries)
        return out.failed(entries.error());
    const notify::NoticeRepository notices((*site)->database());
    QJsonArray array;
    QList<QStringList> rows;
    for (const publish::HistoryEntry &entry : *entries) {
        const auto notice = notices.latestOf(entry.id);
        const int told = notice && *notice ? (*notice)->told : 0;
        const int waiting = notice && *notice ? (*notice)->waiting : 0;
        array.append(QJsonObject{{QStringLiteral("generation"), entry.generation},
                                 {QStringLiteral("at"), toStored(entry.at)},
                                 {QStringLiteral("author"), entry.author},
                                 {QStringLiteral("machine"), entry.machine},
                                 {QStringLiteral("approval"), entry.approval},
                                 {QStringLiteral("added"), entry.added},
                                 {QStringLiteral("replaced"), entry.replaced},
                                 {QStringLiteral("removed"), entry.removed},
                                 {QStringLiteral("bytesSent"), entry.bytesSent},
                                 {QStringLiteral("enginesTold"), told},
                                 {QStringLiteral("enginesWaiting"), waiting}});
        rows.append(
            {QString::number(entry.generation),
             entry.at.toTimeZone(japanTime()).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
             entry.author, entry.machine,
             QStringLiteral("+%1 ~%2 -%3").arg(entry.added).arg(entry.replaced).arg(entry.removed),
             entry.approval});
    }
    return out.done({{QStringLiteral("history"), array}},
                    table({Text::tr("Generation"), Text::tr("When"), Text::tr("Who"),
                           Text::tr("Machine"), Text::tr("Files"), Text::tr("Approval")},
                          rows));
}

void addPublishOptions(CLI::App *command, PublishOptions &options)
{
    command->add_flag("--dry-run", options.dryRun, "Only show what would happen and why");
    command->add_flag("--yes", options.yes, "Do not ask");
    command->add_option("--confirm", options.confirmed, "Rule of a guard that you accept");
    command->add_option("--approval", options.approval,
                        "Who approved this and where that is written, for the history");
}

} // namespace

void addPublishCommands(CLI::App &app, Context &context)
{
    auto options = std::make_shared<PublishOptions>();
    auto *publish = app.add_subcommand("publish", "Publish the site, or look after a publish");
    publish->require_subcommand(0, 1);
    auto *site = publish->add_option("SITE", options->site, "Site folder");
    auto *target = publish->add_option("--target", options->target, "Name of the target");
    publish->add_option("--password-fd", options->passwordFd, "File descriptor with the password");
    addPublishOptions(publish, *options);
    publish->add_flag("--due", options->due,
                      "For schedulers: publish without asking, and only if a page or banner began "
                      "or ended since the last publish");
    publish->callback([publish, site, target, options, &context] {
        if (!publish->get_subcommands().empty())
            return;
        if (site->count() == 0 || target->count() == 0)
            throw CLI::RequiredError("SITE and --target");
        context.exitCode = publishSite(*options, context.out);
    });

    addVerb(*publish, "resume", "End a publish that was cut off", *options)
        ->callback([options, &context] { context.exitCode = resume(*options, context.out); });
    addVerify(*publish, options, context);
    addVerify(app, options, context); // the same, as schedulers' scripts look for it
    auto *back = addVerb(*publish, "rollback", "Publish a former generation again", *options);
    back->add_option("--to", options->generation, "Generation")->required();
    addPublishOptions(back, *options);
    back->callback([options, &context] { context.exitCode = rollback(*options, context.out); });
    addVerb(*publish, "history", "List what was published from here", *options)
        ->callback([options, &context] { context.exitCode = history(*options, context.out); });
}

} // namespace kakehashi::cli
