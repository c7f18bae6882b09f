#include "publish/connection/publishsession.h"

#include "base/visibletext.h"
#include "publish/planning/shadows.h"
#include "publish/planning/survey.h"
#include "publish/switching/switchprobe.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PublishSession)
};

void note(Probe &probe, Severity severity, const char *rule, const QString &text)
{
    probe.notes.append({severity, QString::fromLatin1(rule), text});
}

void addNotes(Probe &probe, const Target &target, const QString &login)
{
    const QString given =
        target.path.startsWith(u'/') ? target.path : ControlFolder::join(login, target.path);
    const bool isMeant = target.switching == Target::Switching::ByLink;
    probe.reachedByLink = !isMeant && QDir::cleanPath(given) != probe.root;
    if (probe.reachedByLink)
        note(probe, Severity::Should, "publish-root-link",
             Text::tr("%1 leads through a symbolic link to %2; files are published there.")
                 .arg(target.path, probe.root));
    if (const QString doubt = suspicionAbout(probe.root, login); !doubt.isEmpty())
        note(probe, Severity::Ask, guard::suspiciousRoot, doubt);
    if (!probe.writable)
        note(probe, Severity::Must, "publish-root-read-only",
             Text::tr("Nothing can be written into %1. Ask the server's administrator for write "
                      "permission, and whether that disk is mounted read-only or full.")
                 .arg(probe.root));
    probe.notes += serverNotes(probe.features, probe.foldsNames);
}

/// What earlier trials left that were killed: folders of our name that were made more than an hour
/// before `trial`, by the server's clock. Somebody may be trying right now.
Result<void> sweepTrials(RemoteFiles &files, const QString &root, const QList<FolderEntry> &entries,
                         const QString &trial, const JobContext &context)
{
    constexpr qint64 hour = 3600;
    const auto looked = files.run({Operation::look(trial)}, context);
    if (!looked)
        return passOn(looked);
    const QString prefix = QLatin1String(ControlFolder::prefix) + QStringLiteral("probe");
    Batch lists;
    for (const FolderEntry &entry : entries) {
        const bool isOld = entry.info.time + hour < looked->first().info.time;
        if (entry.info.isFolder() && entry.name.startsWith(prefix) && isOld)
            lists.append(Operation::list(ControlFolder::join(root, entry.name)));
    }
    const auto listed = files.run(lists, context);
    if (!listed)
        return passOn(listed);
    Batch removals;
    Batch folders;
    for (qsizetype i = 0; i < lists.size(); ++i) {
        for (const FolderEntry &entry : listed->at(i).entries) {
            if (entry.info.isFile() && entry.name.startsWith(QLatin1String("trial-")))
                removals.append(
                    Operation::remove(ControlFolder::join(lists.at(i).path, entry.name)));
        }
        folders.append(Operation::removeFolder(lists.at(i).path)); // with anything else it stays
    }
    if (auto removed = files.run(removals, context); !removed)
        return passOn(removed);
    const auto removed = files.run(folders, context);
    return removed ? Result<void>() : passOn(removed);
}

} // namespace

Result<Probe> PublishSession::probe(const JobContext &context)
{
    Probe probe;
    const Result<RemoteState> state = look(context);
    const bool missing = !state && state.error().code == ErrorCode::NotFound;
    if (!state && !missing)
        return passOn(state);
    if (m_connection) {
        probe.root = m_connection->root();
        probe.features = m_connection->files().features();
        probe.server = m_connection->files().server().software;
        probe.hostKey = m_connection->files().server().hostKey;
        probe.roundTripMs = m_connection->roundTripMs();
    }
    if (missing) {
        probe.notes.append(
            {Severity::Must, QStringLiteral("publish-root-missing"), state.error().text});
        return probe;
    }
    probe.exists = true;
    probe.unfinished = state->hasJournal;
    probe.foldsNames = state->foldsNames;
    const LockNote holder = LockNote::fromBytes(state->lock);
    probe.lockedBy = visible(holder.person.isEmpty() ? holder.machine : holder.person);
    probe.signature = signatureOf(*state);
    if (const auto head = state->head(readingKey(probe.signature, m_params))) {
        probe.generation = head->generation;
        probe.ours = head->generation > 0 && head->site == m_params.siteId;
    }
    if (auto probed = probeRoot(probe, context); !probed)
        return passOn(probed);
    return probe;
}

/// Whether files can be made there is found out by making one, under a name of ours.
Result<void> PublishSession::probeRoot(Probe &probe, const JobContext &context)
{
    RemoteFiles &files = m_connection->files();
    const QString name =
        QLatin1String(ControlFolder::prefix) +
        QStringLiteral("probe-%1").arg(QRandomGenerator::global()->generate(), 0, 16);
    const QString trial = ControlFolder::join(probe.root, name);
    const auto looked =
        files.run({Operation::list(probe.root), Operation::makeFolder(trial, 0700)}, context);
    if (!looked)
        return passOn(looked);
    probe.writable = looked->last().ok() || looked->last().status == Outcome::Status::Exists;
    if (probe.writable) {
        if (auto swept = sweepTrials(files, probe.root, looked->first().entries, trial, context);
            !swept)
            return swept;
        if (auto known = getToKnow(trial, context); !known)
            return known;
        probe.features = m_connection->files().features();
        if (auto removed = m_connection->files().run({Operation::removeFolder(trial)}); !removed)
            return passOn(removed);
    }
    const Result<QString> login = m_connection->files().resolve(QStringLiteral("."));
    const Result<qint64> free = m_connection->files().freeBytes(probe.root);
    probe.freeBytes = free ? *free : -1;
    QStringList names;
    for (const FolderEntry &entry : looked->first().entries) {
        if (!entry.name.startsWith(QLatin1String(ControlFolder::prefix)))
            names.append(entry.name);
    }
    probe.empty = names.isEmpty();
    names.sort();
    if (!probe.ours) {
        probe.foreignFiles = names;
        const auto shadows =
            findShadows(m_connection->files(), probe.root, looked->first().entries, context);
        if (!shadows)
            return passOn(shadows);
        probe.notes += shadowNotes(*shadows);
    }
    addNotes(probe, m_params.target, login ? *login : QString());
    return probeLink(probe, login ? *login : QString(), context);
}

/// Told also where files are put in place: a person may want to change that.
Result<void> PublishSession::probeLink(Probe &probe, const QString &login,
                                       const JobContext &context)
{
    const QString given = QDir::cleanPath(ControlFolder::join(
        m_params.target.path.startsWith(u'/') ? QString() : login, m_params.target.path));
    const auto found = switching::probeSwitch(m_connection->files(),
                                              isByLink() ? m_connection->root() : given, context);
    if (!found)
        return passOn(found);
    probe.linkText = found->linkText;
    probe.switchProblem = found->problem;
    if (isByLink() && !probe.canSwitch())
        note(probe, Severity::Ask, guard::noSwitch, found->problem);
    return {};
}

} // namespace kakehashi::publish
