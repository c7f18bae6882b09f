#include "publish/connection/publishsession.h"
#include "publish/planning/survey.h"
#include "publish/switching/switchprobe.h"

#include <QCoreApplication>
#include <QDir>

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
                      "permission.")
                 .arg(probe.root));
    probe.notes += serverNotes(probe.features, probe.foldsNames);
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
    probe.lockedBy = holder.person.isEmpty() ? holder.machine : holder.person;
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
    const QString trial = ControlFolder::join(probe.root, QLatin1String(ControlFolder::prefix) +
                                                              QStringLiteral("probe"));
    const auto looked =
        files.run({Operation::list(probe.root), Operation::makeFolder(trial, 0700)}, context);
    if (!looked)
        return passOn(looked);
    probe.writable = looked->last().ok() || looked->last().status == Outcome::Status::Exists;
    if (probe.writable) {
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
    constexpr qsizetype shown = 20;
    names.sort();
    if (!probe.ours)
        probe.foreignFiles = names.mid(0, shown);
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
