#include "deliveryverb.h"

#include "base/file.h"
#include "content/site/siterepository.h"
#include "publish/drift/driftrepository.h"
#include "publish/drift/evidence.h"

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
    publish::Signature signature = publish::Signature::None;
    QList<publish::Drift> drifts; ///< all
    QList<publish::Drift> open;   ///< that nobody decided about
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

Result<Look> lookAt(Delivery &delivery, const PublishOptions &options, const Output &out)
{
    Look look;
    look.level = options.content ? Level::Content : Level::Listing;
    auto drifts = delivery.publisher->verify(look.level, out.job());
    if (!drifts)
        return passOn(drifts);
    look.seen = delivery.site->clock().now();
    const auto signature = delivery.publisher->signature(out.job());
    if (!signature)
        return passOn(signature);
    look.signature = *signature;
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

int verify(const PublishOptions &options, const Output &out)
{
    auto delivery = openDelivery(options);
    if (!delivery)
        return out.failed(delivery.error());
    const auto look = lookAt(*delivery, options, out);
    if (!look)
        return out.failed(look.error());
    QJsonArray array;
    QStringList lines;
    for (const publish::Drift &drift : look->open) {
        array.append(publish::toJson(drift));
        lines.append(publish::toStored(drift.kind) + QStringLiteral("  ") + drift.path);
    }
    const int open = static_cast<int>(look->open.size());
    lines.append(open == 0
                     ? Text::tr("Every published file is as it was published.")
                     : Text::tr("%n file(s) on the server are not as published.", nullptr, open));
    using publish::Signature;
    if (look->signature == Signature::Unchecked)
        lines.append(Text::tr("The server's list is signed, but this computer does not have the "
                              "site's key, so the list itself was not checked. `site key import` "
                              "brings the key here."));
    if (look->signature == Signature::Stripped)
        lines.append(Text::tr("The server's list lost its signature. Someone published without "
                              "the site's key, or someone tampered with the server."));
    const QString level =
        look->level == Level::Content ? QStringLiteral("content") : QStringLiteral("listing");
    out.done({{QStringLiteral("level"), level},
              {QStringLiteral("seen"), toStored(look->seen)},
              {QStringLiteral("accepted"), static_cast<int>(look->drifts.size()) - open},
              {QStringLiteral("signature"), publish::toStored(look->signature)},
              {QStringLiteral("drift"), array}},
             lines);
    return open == 0 && look->signature != Signature::Stripped ? ExitDone : ExitConflict;
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
    verb->callback([options, &context] { context.exitCode = verify(*options, context.out); });
}

} // namespace kakehashi::cli
