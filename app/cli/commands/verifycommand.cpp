#include "delivery.h"
#include "deliveryverb.h"
#include "publishwords.h"
#include "secrets.h"
#include "terminalquestions.h"

#include "base/file.h"
#include "content/site/siterepository.h"
#include "delivery/conductor.h"
#include "delivery/visitors/visitorlook.h"
#include "publish/connection/askingconnector.h"
#include "publish/drift/driftrepository.h"
#include "publish/drift/evidence.h"
#include "publish/rollback/witness.h"
#include "publish/serverlookrepository.h"
#include "publish/targetrepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Verify)
};

using Level = publish::Publisher::Level;

struct Look
{
    Level level = Level::Listing;
    QDateTime seen;
    publish::Standing standing;
    QList<publish::Drift> drifts; ///< all
    QList<publish::Drift> open;   ///< that nobody decided about
    delivery::VisitorLook visitors;

    /// What visitors get is the proof; else the docroot's permissions are all that is known.
    bool isShut() const
    {
        return visitors.isShut() || (!standing.closedRoot.isEmpty() && !isSeenByVisitors());
    }
    bool isSeenByVisitors() const { return visitors.asked > 0 && visitors.wrong.isEmpty(); }
};

/// --accept PATH: the file stays unreported while it is as it is now.
Result<void> accept(Delivery &delivery, const PublishOptions &options, const Look &look)
{
    publish::DriftRepository watch(delivery.site->database());
    for (const std::string &accepted : options.accepted) {
        bool found = false;
        for (const publish::Drift &drift : look.drifts) {
            if (drift.path != text(accepted))
                continue;
            found = true;
            auto decided = watch.decide({delivery.params.target.id, drift.path,
                                         publish::DriftDecision::Kind::Ignore, drift.found,
                                         drift.foundHash, delivery.params.author, look.seen});
            if (!decided)
                return decided;
        }
        if (!found)
            return fail(ErrorCode::NotFound,
                        Text::tr("%1 is not among the files that differ.").arg(text(accepted)));
    }
    return {};
}

Result<void> writeEvidence(Delivery &delivery, const PublishOptions &options, const Look &look,
                           const JobContext &job)
{
    const auto live = delivery.publisher->published(job);
    if (!live)
        return passOn(live);
    const auto settings = delivery.site->site().settings();
    if (!settings)
        return passOn(settings);
    const publish::Evidence evidence{
        settings->name, delivery.params.siteId, delivery.params.target,  live->head, look.level,
        look.seen,      delivery.params.author, delivery.params.machine, look.drifts};
    QString stem = text(options.evidence);
    if (stem.endsWith(QLatin1String(".html")))
        stem.chop(5);
    const QByteArray json = QJsonDocument(publish::toJson(evidence)).toJson();
    if (auto written = writeFile(stem + QStringLiteral(".json"), json); !written)
        return written;
    return writeFile(stem + QStringLiteral(".html"), publish::toHtml(evidence));
}

QString problemOf(const Look &look, const Result<QList<publish::Drift>> &drifts)
{
    const bool isDoubted = !drifts && (drifts.error().code == ErrorCode::Corrupt ||
                                       drifts.error().code == ErrorCode::Conflict);
    return isDoubted ? drifts.error().text : look.standing.problem();
}

Result<Look> lookAt(Delivery &delivery, const PublishOptions &options, const Output &out)
{
    Look look;
    look.level = options.content ? Level::Content : Level::Listing;
    auto standing = delivery.publisher->standing(out.job());
    if (!standing)
        return passOn(standing);
    look.standing = std::move(*standing);
    auto drifts = delivery.publisher->verify(look.level, out.job());
    look.seen = delivery.site->clock().now();
    // Noted first: what keeps files from being compared is what a person has to hear of most.
    const QString problem = problemOf(look, drifts);
    publish::ServerLookRepository looks(delivery.site->database());
    if (const auto noted = looks.note(delivery.params.target.id, look.seen, problem); !noted)
        return passOn(noted);
    if (!drifts)
        return passOn(drifts);
    look.drifts = std::move(*drifts);
    if (auto accepted = accept(delivery, options, look); !accepted)
        return passOn(accepted);
    publish::DriftRepository watch(delivery.site->database());
    const auto decisions = watch.decisions(delivery.params.target.id);
    if (!decisions)
        return passOn(decisions);
    look.open = publish::undecided(look.drifts, *decisions);
    const int findings = static_cast<int>(look.open.size());
    auto noted = watch.noteCheck(delivery.params.target.id, {look.seen, look.level, findings});
    if (!noted)
        return passOn(noted);
    if (!options.evidence.empty() && !look.drifts.isEmpty()) {
        if (auto written = writeEvidence(delivery, options, look, out.job()); !written)
            return passOn(written);
    }
    return look;
}

/// Home, and an address that is not there.
Result<delivery::VisitorLook> visit(Delivery &delivery, const Output &out)
{
    auto live = delivery.publisher->published(out.job());
    if (!live)
        return passOn(live);
    publish::Plan plan;
    plan.result = std::move(*live);
    return delivery::lookAsVisitor(delivery.params.target, plan, out.job());
}

/// Nobody vouches for what the server was compared with.
bool isListDoubtful(const Look &look)
{
    return look.standing.signature == publish::Signature::Stripped ||
           !look.standing.wentBack.isEmpty();
}

QStringList linesOf(const Look &look)
{
    using publish::Signature;
    QStringList lines;
    for (const publish::Drift &drift : look.open)
        lines.append(publish::toStored(drift.kind) + QStringLiteral("  ") + drift.path);
    const Signature signature = look.standing.signature;
    const bool isListGood = !isListDoubtful(look) && signature != Signature::Unchecked;
    const int open = static_cast<int>(look.open.size());
    if (open > 0)
        lines.append(Text::tr("%n file(s) on the server are not as published.", nullptr, open));
    else if (isListGood)
        lines.append(Text::tr("Every published file is as it was published."));
    else
        lines.append(Text::tr("Every file is as the server's own list says, but that list cannot "
                              "be relied on."));
    if (!look.standing.wentBack.isEmpty())
        lines.append(look.standing.wentBack);
    else if (!look.standing.newerThere.isEmpty())
        lines.append(look.standing.newerThere);
    else if (!look.standing.isWitnessed)
        lines.append(publish::noWitness());
    if (!look.standing.closedRoot.isEmpty() && !look.isSeenByVisitors())
        lines.append(look.standing.closedRoot);
    lines += delivery::sentencesOf(look.visitors);
    if (signature == Signature::Unchecked)
        lines.append(Text::tr("The server's list is signed, but this computer does not have the "
                              "site's key, so the list itself was not checked. `site key import` "
                              "brings the key here."));
    if (signature == Signature::Stripped)
        lines.append(Text::tr("The server's list lost its signature. Someone published without "
                              "the site's key, or someone tampered with the server."));
    return lines;
}

/// --repair is asked for by its option: what it would do is done, unless a guard stops it.
class RepairAnswers final : public delivery::Questions
{
public:
    RepairAnswers(const publish::PublishParams &params, QStringList confirmed)
        : m_params(params), m_confirmed(std::move(confirmed))
    {}

    Result<publish::PublishParams> access(const publish::Target &, const Error *refused) override
    {
        return refused ? tl::unexpected<Error>(*refused) : Result<publish::PublishParams>(m_params);
    }
    Result<QString> trust(const publish::Target &, const Error &unknown) override
    {
        return tl::unexpected<Error>(unknown);
    }
    ssh::Asker asker() override { return terminalAsker(); }
    Result<delivery::Answer> agree(const delivery::Prepared &prepared) override
    {
        if (const Issues open = prepared.plan.openGuards(m_confirmed); !open.isEmpty())
            return tl::unexpected<Error>(refusalBy(open));
        return delivery::Answer{delivery::Answer::Kind::Send, m_confirmed};
    }
    Result<void> keepKey(const QString &siteId, const QByteArray &key) override
    {
        return storeManifestKey(siteId, key);
    }

private:
    const publish::PublishParams &m_params;
    QStringList m_confirmed;
};

/// The published state with these files sent again; what lies there goes to the server's undo/.
delivery::Request repairRequest(const publish::Target &target, publish::Manifest state,
                                const QStringList &paths)
{
    delivery::Request request{.target = target};
    for (const QString &path : paths) {
        request.options.recheck.insert(path);
        request.options.byPath.insert(path, publish::Resolution::TakeOurs);
        if (const auto file = state.files.find(path); file != state.files.end())
            file->retired = 0;
    }
    request.state = std::make_shared<const publish::Manifest>(std::move(state));
    return request;
}

/// Gives the paths, and what the publish that put them right had to say.
struct Repaired
{
    QStringList paths;
    Issues notes;
};

Result<Repaired> repair(Delivery &delivery, const PublishOptions &options, const Look &look,
                        const Output &out)
{
    Repaired repaired;
    for (const publish::Drift &drift : look.open) {
        if (drift.kind != publish::Drift::Kind::Unknown) // not ours to remove
            repaired.paths.append(drift.path);
    }
    if (repaired.paths.isEmpty())
        return repaired;
    auto state = delivery.publisher->published(out.job());
    if (!state)
        return passOn(state);
    delivery.publisher->disconnect();
    const publish::Target &target = delivery.params.target;
    RepairAnswers answers(delivery.params, confirmedRules(options));
    delivery::Conductor conductor({delivery.site->folder(), &delivery.site->clock()});
    const auto outcome =
        conductor.run(repairRequest(target, std::move(*state), repaired.paths), answers, out.job());
    if (!outcome)
        return passOn(outcome);
    if (outcome->unwritten)
        return tl::unexpected<Error>(*outcome->unwritten);
    repaired.notes = outcome->report.notes;
    return repaired;
}

/// Where nothing on this computer tells of a publish, the site's other servers may: those that can
/// be asked without a password.
Result<void> seekWitness(Delivery &delivery, const Output &out)
{
    if (!publish::witness::isUnknown(delivery.params))
        return {};
    const auto targets = publish::TargetRepository(delivery.site->database()).all();
    if (!targets)
        return passOn(targets);
    QList<publish::PublishParams> others;
    for (const publish::Target &other : *targets) {
        if (other.id == delivery.params.target.id || other.auth == publish::Target::Auth::Password)
            continue;
        if (auto params = publishParams(*delivery.site, other.name, -1))
            others.append(std::move(*params));
    }
    const publish::KnownPublish told =
        publish::witness::askServers(delivery.params, others, out.job());
    if (told.isNone())
        return {};
    delivery.params.known = told;
    delivery.publisher = std::make_unique<publish::Publisher>(
        delivery.params, publish::askingConnector(terminalAsker()));
    return {};
}

int verify(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    if (const auto sought = seekWitness(*delivery, out); !sought)
        return out.failed(sought.error());
    auto look = lookAt(*delivery, options, out);
    if (!look)
        return out.failed(look.error());
    QStringList repaired;
    QStringList lines;
    if (options.repair && !isListDoubtful(*look)) {
        const auto done = repair(*delivery, options, *look, out);
        if (!done)
            return out.failed(done.error());
        repaired = done->paths;
        for (const Issue &note : done->notes)
            lines.append(note.text);
    }
    if (!repaired.isEmpty()) {
        for (const QString &path : std::as_const(repaired))
            lines.append(QStringLiteral("repaired  ") + path);
        look = lookAt(*delivery, options, out);
        if (!look)
            return out.failed(look.error());
    }
    auto visitors = visit(*delivery, out);
    if (!visitors)
        return out.failed(visitors.error());
    look->visitors = std::move(*visitors);
    QJsonArray array;
    for (const publish::Drift &drift : look->open)
        array.append(publish::toJson(drift));
    const int open = static_cast<int>(look->open.size());
    const QString level =
        look->level == Level::Content ? QStringLiteral("content") : QStringLiteral("listing");
    out.done({{QStringLiteral("level"), level},
              {QStringLiteral("seen"), toStored(look->seen)},
              {QStringLiteral("accepted"), static_cast<int>(look->drifts.size()) - open},
              {QStringLiteral("signature"), publish::toStored(look->standing.signature)},
              {QStringLiteral("generation"), look->standing.live.generation},
              {QStringLiteral("newestKnown"), look->standing.newest.generation},
              {QStringLiteral("wentBack"), look->standing.wentBack},
              {QStringLiteral("newerThere"), look->standing.newerThere},
              {QStringLiteral("witnessed"), look->standing.isWitnessed},
              {QStringLiteral("closedRoot"), look->standing.closedRoot},
              {QStringLiteral("visitors"), delivery::toJson(look->visitors)},
              {QStringLiteral("repaired"), QJsonArray::fromStringList(repaired)},
              {QStringLiteral("drift"), array}},
             lines + linesOf(*look));
    const bool isFine = open == 0 && !isListDoubtful(*look) && !look->isShut() &&
                        look->standing.problem().isEmpty();
    return isFine ? ExitDone : ExitConflict;
}

} // namespace

void addVerify(CLI::App &parent, const std::shared_ptr<PublishOptions> &options, Context &context)
{
    auto *verb = addVerb(parent, "verify", "Compare the server with what was published", *options);
    verb->add_flag("--content", options->content, "Read every file instead of the listing");
    verb->add_option("--accept", options->accepted,
                     "Path of a file that may stay as it is now; may be given again");
    verb->add_option("--evidence", options->evidence,
                     "Where to write an evidence file (HTML and JSON) if anything differs");
    verb->add_flag("--repair", options->repair,
                   "Send what is missing, changed or unreadable for visitors again, as it was "
                   "published");
    verb->add_option("--confirm", options->confirmed,
                     "With --repair: rule of a guard that is confirmed; may be given again");
    verb->callback([options, &context] { context.exitCode = verify(*options, context.out); });
}

} // namespace kakehashi::cli
