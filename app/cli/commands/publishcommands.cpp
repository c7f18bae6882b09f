#include "commands.h"
#include "deliveryverb.h"
#include "publishverb.h"
#include "publishwords.h"

#include "delivery/resume.h"
#include "notify/noticerepository.h"
#include "publish/historyrepository.h"
#include "publish/targetrepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

Result<delivery::Resumed> resumeOnce(Delivery &delivery, const PublishOptions &options,
                                     const Output &out)
{
    using Direction = publish::Publisher::Direction;
    return delivery::resume(*delivery.publisher, delivery.site->folder(), delivery.params.target,
                            options.setAside ? Direction::SetAside : Direction::Automatic,
                            out.job());
}

/// Where somebody else's lock is in the way and may be broken, once more after that.
Result<delivery::Resumed> resumePastLock(Delivery &delivery, const PublishOptions &options,
                                         const Output &out)
{
    auto done = resumeOnce(delivery, options, out);
    if (done || done.error().code != ErrorCode::Locked)
        return done;
    const auto held = delivery.publisher->heldLock(out.job());
    if (!held || !*held)
        return done;
    if (const auto may = mayBreakLock(**held, done.error(), options); !may)
        return passOn(may);
    if (const auto broken = delivery.publisher->breakLock(**held, out.job()); !broken)
        return passOn(broken);
    return resumeOnce(delivery, options, out);
}

int resume(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    const auto done = resumePastLock(*delivery, options, out);
    if (!done)
        return out.failed(done.error());
    return out.done({{QStringLiteral("recovered"), recoveryName(done->recovery)}},
                    {recoverySentence(done->recovery)});
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

int refuseNoState(const Output &out)
{
    return out.failed(
        {ErrorCode::Refused,
         Text::tr("There is no publish 0 to go back to: before the first publish the folder held "
                  "nothing of this site. To take a site off the server, remove its files there by "
                  "hand; to mend a first publish that the web server refuses, rename .htaccess on "
                  "the server and publish again once the cause is put right.")});
}

void addPublishOptions(CLI::App *command, PublishOptions &options)
{
    command->add_flag("--dry-run", options.dryRun, "Only show what would happen and why");
    command->add_flag("--yes", options.yes, "Do not ask");
    command->add_option("--confirm", options.confirmed, "Rule of a guard that you accept");
    addBreakLock(command, options);
    command->add_option("--approval", options.approval,
                        "Who approved this and where that is written, for the history");
    command->add_option("--keep", options.kept,
                        "File in the way that someone else made or changed: theirs stays; may be "
                        "given again");
    command->add_option("--replace", options.replaced,
                        "The same, but ours goes there and theirs is put aside on the server; may "
                        "be given again");
    command->add_flag("--adopt", options.adopt,
                      "Take over all files in the way as ours; theirs are put aside");
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
        context.exitCode = runPublish(*options, context.out);
    });

    auto *again = addVerb(*publish, "resume", "End a publish that was cut off", *options);
    again->add_flag("--set-aside", options->setAside,
                    "Put aside a record of it that cannot be believed, without doing anything by "
                    "it");
    addBreakLock(again, *options);
    again->callback([options, &context] { context.exitCode = resume(*options, context.out); });
    addVerify(*publish, options, context);
    addVerify(app, options, context); // the same, as schedulers' scripts look for it
    auto *back = addVerb(*publish, "rollback", "Publish a former generation again", *options);
    back->add_option("--to", options->generation, "Generation")->required();
    addPublishOptions(back, *options);
    back->callback([options, &context] {
        context.exitCode = options->generation > 0 ? runPublish(*options, context.out)
                                                   : refuseNoState(context.out);
    });
    addVerb(*publish, "history", "List what was published from here", *options)
        ->callback([options, &context] { context.exitCode = history(*options, context.out); });
}

} // namespace kakehashi::cli
