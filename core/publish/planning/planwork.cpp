#include "publish/planning/planwork.h"

#include "base/someof.h"
#include "publish/planning/mending.h"
#include "publish/planning/shadows.h"
#include "publish/planning/spelling.h"
#include "publish/planning/survey.h"
#include "publish/switching/otherway.h"
#include "publish/switching/way.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PlanWork)
};

void ask(Issues &guards, const char *rule, const QString &text)
{
    guards.append({Severity::Ask, QString::fromLatin1(rule), text});
}

QString damagedText()
{
    return Text::tr("The list of published files on the server is damaged or was changed by "
                    "someone without this site's key. If you go on, files with the right content "
                    "are taken over and all others are treated as someone else's.");
}

QString onlyOurs()
{
    return Text::tr("If you go on, files with the right content are taken over and all others are "
                    "treated as someone else's.");
}

/// What a missing signature or key means is for a person to say; the list is used if he goes on.
void askAboutSignature(Base &base)
{
    if (base.signature == Signature::Unchecked)
        ask(base.guards, guard::keyMissing,
            Text::tr("The list of published files on the server is signed, and this computer does "
                     "not have the site's key to check it with. Import the key from the computer "
                     "that published last. If you go on without it, the list is believed as it is "
                     "and the new one is not signed."));
    if (base.signature == Signature::Stripped)
        ask(base.guards, guard::unsignedManifest,
            Text::tr("The list of published files on the server is not signed although this "
                     "site has a key. Either someone published from a computer without the key "
                     "(see the history), or someone tampered with the server: then check the "
                     "contents on the server first. If you go on, the new list is signed again."));
}

/// Only while nothing there is known to be ours; later the manifest says what is.
Result<void> guardRoot(PublishSession &session, const RemoteState &state, Plan &plan,
                       const JobContext &context)
{
    Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    // A login folder holds files; for an empty docroot there is no need to ask.
    const Result<QString> login = state.topLevel.isEmpty()
                                      ? Result<QString>(QString())
                                      : (*open)->files().resolve(QStringLiteral("."));
    const QString doubt = suspicionAbout(state.control.root, login ? *login : QString());
    if (!doubt.isEmpty())
        ask(plan.guards, guard::suspiciousRoot, doubt);
    if (state.topLevel.isEmpty())
        return {};
    QStringList names;
    for (const FolderEntry &entry : state.topLevel)
        names.append(entry.name);
    names.sort();
    ask(plan.guards, guard::foreignRoot,
        Text::tr("%1 on the server holds files that this program did not put there (%2). They "
                 "are kept. Make sure that this is the right folder.")
            .arg(state.control.root, someOf(names)));
    const auto shadows = findShadows((*open)->files(), state.control.root, state.topLevel, context);
    if (!shadows)
        return passOn(shadows);
    plan.notes += shadowNotes(*shadows);
    return {};
}

/// Connecting is over by now; what is left are the flights of a publish and the bytes.
double estimate(const Plan &plan, int roundTripMs)
{
    if (!plan.hasChanges())
        return 0;
    constexpr double flights = 20;
    constexpr double bytesPerSecond = 2e6;
    constexpr double secondsPerFile = 0.001;
    return flights * roundTripMs / 1000.0 + static_cast<double>(plan.bytesToSend) / bytesPerSecond +
           secondsPerFile * static_cast<double>(plan.items.size());
}

/// Of a list that is damaged or another site's, the age says nothing.
bool isReadable(const Base &base)
{
    return std::none_of(base.guards.cbegin(), base.guards.cend(), [](const Issue &issue) {
        return issue.rule == QLatin1String(guard::damagedManifest) ||
               issue.rule == QLatin1String(guard::otherSite);
    });
}

} // namespace

ManifestHead identityOf(const RemoteState &state, const QByteArray &key)
{
    if (const auto head = state.head(key))
        return *head;
    ManifestHead unreadable;
    unreadable.body = Sha256::of(state.manifestStart);
    return unreadable;
}

Result<Base> readBase(PublishSession &session, const RemoteState &state, const JobContext &context)
{
    Base base;
    base.signature = session.signatureOf(state);
    const QByteArray key = readingKey(base.signature, session.params());
    base.head = identityOf(state, key);
    const Result<ManifestHead> head = state.head(key);
    if (!head && head.error().code == ErrorCode::NewerVersion)
        return passOn(head);
    if (!head) {
        ask(base.guards, guard::damagedManifest, damagedText());
        return base;
    }
    if (head->generation > 0 && head->site != session.params().siteId) {
        ask(base.guards, guard::otherSite,
            Text::tr("Another site (%1) was published to this folder last. If you go on, its "
                     "files stay, as someone else's.")
                .arg(head->site));
        return base;
    }
    if (session.isTampered(state) && base.signature != Signature::Stripped) {
        ask(base.guards, guard::damagedManifest,
            tamperedList(head->generation) + u' ' + onlyOurs());
        return base;
    }
    askAboutSignature(base);
    Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    Result<Manifest> manifest = (*open)->manifest(state, session.trace(), key, context);
    if (manifest) {
        base.manifest = std::move(*manifest);
    } else if (manifest.error().code == ErrorCode::Corrupt) {
        ask(base.guards, guard::damagedManifest, damagedText());
    } else {
        return passOn(manifest);
    }
    return base;
}

Result<Plan> planFor(PublishSession &session, const RemoteState &state,
                     const render::OutputTree &tree, const PlanOptions &options,
                     const JobContext &context)
{
    if (auto alone = switching::refuseIfSwitched(session, state, context); !alone)
        return passOn(alone);
    Result<Base> base = readBase(session, state, context);
    if (!base)
        return passOn(base);
    if (base->manifest.head.generation == 0 && base->guards.isEmpty()) {
        auto former = switching::formerList(session, state, context);
        if (!former)
            return passOn(former);
        base->manifest = std::move(*former);
    }
    if (state.foldsNames)
        spelling::adopt(base->manifest, tree);
    Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    const KnownPublish known = session.newestKnown();
    const qint64 there = std::max(base->head.generation, base->manifest.head.generation);
    const qint64 next = std::max(there, known.generation) + 1;
    const Result<switching::Way> way =
        switching::wayOf(session.params().target, state, base->head, (*open)->files(), context);
    if (!way)
        return passOn(way);
    Result<Plan> plan = surveyAndPlan({**open, state, tree, base->manifest, next,
                                       switching::optionsFor(*way, tree, options), context});
    if (!plan)
        return plan;
    switching::note(*way, options, *plan);
    plan->base = base->head;
    plan->closedRoot = mending::closedRoot(state);
    plan->notes += mending::planNotes(*plan);
    plan->notes += serverNotes((*open)->files().features(), state.foldsNames);
    plan->signature = base->signature;
    plan->root = state.control.root;
    plan->guards += base->guards;
    if (const auto back =
            wentBack(there > base->head.generation ? base->manifest.head : base->head, known);
        back && isReadable(*base))
        ask(plan->guards, guard::olderManifest, *back);
    const QString newer = session.newerThere(base->manifest.head);
    if (!newer.isEmpty() && plan->sendsAnything()) // else this copy has just what is there
        ask(plan->guards, guard::newerThere, newer);
    if (known.isNone() && there > 0)
        plan->notes.append({Severity::Should, QStringLiteral("publish-no-witness"), noWitness()});
    session.saw(base->manifest.head, base->signature);
    if (base->manifest.head.generation == 0) {
        if (auto guarded = guardRoot(session, state, *plan, context); !guarded)
            return passOn(guarded);
    }
    const Target &target = session.params().target;
    if (!target.visitorUser.isEmpty() && !target.noindex)
        ask(plan->guards, guard::visitorPassword,
            Text::tr("%1 is no test server, and its visitors would be asked for a password. Take "
                     "the password out of the target if the site is meant for everybody.")
                .arg(target.name));
    if (!session.params().keyProblem.isEmpty())
        plan->notes.append({Severity::Should, QStringLiteral("publish-no-key"),
                            Text::tr("The list of published files will not be signed, so that "
                                     "nobody can prove it was not changed: %1")
                                .arg(session.params().keyProblem)});
    plan->expectedSeconds = estimate(*plan, (*open)->roundTripMs());
    return plan;
}

} // namespace kakehashi::publish
