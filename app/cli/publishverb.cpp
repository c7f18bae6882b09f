#include "publishverb.h"

#include "indexnow.h"
#include "publishwords.h"
#include "terminalquestions.h"

#include "base/visibletext.h"
#include "delivery/conductor.h"
#include "delivery/visitors/visitorlook.h"
#include "publish/targetrepository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTextStream>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

using delivery::Outcome;

delivery::Request requestFor(const PublishOptions &options, const publish::Target &target)
{
    delivery::Request request{.target = target};
    for (const std::string &path : options.kept)
        request.options.byPath.insert(filePath(path), publish::Resolution::KeepTheirs);
    for (const std::string &path : options.replaced)
        request.options.byPath.insert(filePath(path), publish::Resolution::TakeOurs);
    if (options.adopt)
        request.options.conflicts = publish::Resolution::TakeOurs;
    request.generation = options.generation;
    request.approval = text(options.approval);
    request.due = options.due;
    request.planOnly = options.dryRun;
    return request;
}

/// A failure beside a document that was written already: its words alone.
int told(const Error &error)
{
    QTextStream(stderr) << visibleLines(error.text) << '\n';
    return exitCodeFor(error.code);
}

/// The list goes to standard output, as that of `check` does.
int refuse(const delivery::Prepared &prepared, const Output &out)
{
    QJsonObject json;
    addGate(json, prepared);
    out.done(json, gateLines(prepared));
    return ExitRefused;
}

int showPlan(const delivery::Prepared &prepared, const PublishOptions &options, const Output &out)
{
    if (const auto named = namedPathsFit(options, prepared.plan); !named)
        return out.failed(named.error());
    QJsonObject json = publish::toJson(prepared.plan);
    addGate(json, prepared);
    const QJsonArray conflicts = conflictsJson(prepared.plan);
    json.insert(QStringLiteral("conflicts"), conflicts);
    out.done(json, gateLines(prepared) + planLines(prepared.plan));
    if (!conflicts.isEmpty())
        return ExitConflict;
    const Issues open = prepared.plan.openGuards(confirmedRules(options));
    return open.isEmpty() ? ExitDone : exitCodeFor(refusalBy(open).code);
}

/// Each file by its name, so that a person or a script can decide about it.
int showConflicts(const publish::Plan &plan, const Output &out)
{
    const Error error{ErrorCode::Conflict,
                      Text::tr("Nothing was published. %1").arg(conflictAdvice(plan))};
    out.done({{QStringLiteral("conflicts"), conflictsJson(plan)},
              {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), codeName(error.code)},
                                                    {QStringLiteral("message"), error.text}}}},
             conflictLines(plan));
    return told(error);
}

int leave(const delivery::Prepared &prepared, const Output &out)
{
    if (prepared.plan.count(publish::PlanItem::Action::Conflict) > 0)
        return showConflicts(prepared.plan, out);
    return out.failed(
        {ErrorCode::Refused, Text::tr("Nothing was published. --yes publishes without asking.")});
}

/// For a shell, which is to take it as one word.
QString quoted(QString word)
{
#ifdef Q_OS_WIN
    return u'"' + word.remove(u'"') + u'"';
#else
    return u'\'' + word.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
#endif
}

/// With the command that takes the publish back, where visitors need it.
QStringList visitorLines(const delivery::VisitorLook &look, qint64 before,
                         const PublishOptions &options)
{
    QStringList lines = delivery::sentencesOf(look);
    if (look.isBrokenByRules && before > 0)
        lines << QStringLiteral("kakehashi-cli publish rollback %1 --target %2 --to %3")
                     .arg(quoted(text(options.site)), quoted(text(options.target)))
                     .arg(before);
    else if (look.isBrokenByRules)
        lines << Text::tr("There is no earlier publish to go back to. Rename .htaccess on the "
                          "server by hand, so that visitors see the pages, and tell the server's "
                          "administrator what is refused.");
    return lines;
}

int tell(workspace::Workspace &site, const publish::Target &target, const Outcome &outcome,
         const PublishOptions &options, const Output &out)
{
    const delivery::Prepared &prepared = outcome.prepared;
    const bool isHeld = !prepared.heldBack.isEmpty();
    const bool isAmiss = !outcome.report.amiss.isEmpty();
    if (outcome.report.nothingToDo && options.due && !outcome.unwritten && !isAmiss)
        return isHeld ? refuse(prepared, out) : ExitDone;
    QJsonObject json = toJson(outcome.report);
    QStringList seen;
    ToldEngines engines;
    bool isShut = false;
    if (outcome.end == Outcome::End::Published || outcome.end == Outcome::End::UpToDate) {
        const auto look = delivery::lookAsVisitor(target, prepared.plan, out.job());
        json.insert(QStringLiteral("visitors"), delivery::toJson(look));
        seen = visitorLines(look, prepared.plan.base.generation, options);
        isShut = look.isShut();
    }
    if (!outcome.history.isNull())
        engines = tellOfPublish(site, target, out);
    if (!engines.json.isEmpty())
        json.insert(QStringLiteral("searchEngines"), engines.json);
    if (outcome.unwritten)
        json.insert(QStringLiteral("unwritten"), outcome.unwritten->text);
    if (isHeld)
        addGate(json, prepared);
    out.done(json, reportLines(outcome.report) + seen + engines.lines +
                       (isHeld ? gateLines(prepared) : QStringList()));
    if (outcome.unwritten)
        return told(*outcome.unwritten);
    if (isShut || isAmiss)
        return ExitFailed;
    // What was held back is for a person to see, though the rest went well.
    return isHeld ? ExitRefused : ExitDone;
}

/// Nothing was due. A scheduler mails whatever is printed, so it is silent where nothing was done.
int tellOfCutOff(publish::Report::Recovery recovered, const Output &out)
{
    return recovered == publish::Report::Recovery::None
               ? ExitDone
               : out.done({{QStringLiteral("recovered"), recoveryName(recovered)}},
                          {recoverySentence(recovered)});
}

int show(workspace::Workspace &site, const publish::Target &target, const Outcome &outcome,
         const PublishOptions &options, const Output &out)
{
    switch (outcome.end) {
    case Outcome::End::NotDue:
        return tellOfCutOff(outcome.report.recovered, out);
    case Outcome::End::Stopped:
        return refuse(outcome.prepared, out);
    case Outcome::End::Planned:
        return showPlan(outcome.prepared, options, out);
    case Outcome::End::Left:
        return leave(outcome.prepared, out);
    case Outcome::End::Published:
    case Outcome::End::UpToDate:
        break;
    }
    return tell(site, target, outcome, options, out);
}

} // namespace

int runPublish(const PublishOptions &options, const Output &out)
{
    if (const auto clear = decisionsAreClear(options); !clear)
        return out.failed(clear.error());
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto target = publish::TargetRepository((*site)->database()).byName(text(options.target));
    if (!target)
        return out.failed(target.error());
    TerminalQuestions questions(**site, options);
    delivery::Conductor conductor({(*site)->folder(), &(*site)->clock()});
    const auto outcome = conductor.run(requestFor(options, *target), questions, out.job());
    return outcome ? show(**site, *target, *outcome, options, out) : out.failed(outcome.error());
}

} // namespace kakehashi::cli
