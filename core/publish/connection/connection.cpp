#include "publish/connection/connection.h"

#include "publish/connection/carefulfiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Connection)
};

constexpr qint64 largestManifest = 256 * 1024 * 1024;
constexpr qint64 largestLock = 4096;

bool isFolderOfOurs(const FolderEntry &entry)
{
    return entry.info.isFolder() && entry.name.startsWith(QLatin1String(ControlFolder::prefix));
}

/// The control folder's path in letters in which nobody made it.
QString otherSpelling(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/') + 1;
    return path.left(slash) + QString::fromLatin1(ControlFolder::prefix).toUpper() +
           path.mid(slash + QLatin1String(ControlFolder::prefix).size());
}

Result<void> mustBeFolder(const QString &root, const FileInfo &found)
{
    if (found.isFolder())
        return {};
    if (found.isMissing())
        return fail(ErrorCode::NotFound,
                    Text::tr("The folder %1 is not on the server. Correct it in the target's "
                             "settings, or make it on the server first.")
                        .arg(root));
    return fail(
        ErrorCode::Invalid,
        Text::tr("%1 on the server is not a folder. Correct the target's settings.").arg(root));
}

ControlFolder besideRoot(const QString &root)
{
    return {root, ControlFolder::beside(root)};
}

/// Two accounts with a record each, and a lock each, would overwrite one another.
Result<void> mustBeReadable(const ControlFolder &control, const Outcomes &inside)
{
    const bool isShut = std::any_of(inside.cbegin(), inside.cend(), [](const Outcome &outcome) {
        return outcome.status == Outcome::Status::Denied;
    });
    if (!isShut)
        return {};
    return fail(ErrorCode::PermissionDenied,
                Text::tr("This site was published to %1 by another account of the server. What it "
                         "keeps about that (%2) may not be read by this account, so publishing "
                         "from here would not know what is there, nor who is publishing right now. "
                         "Publish with that account, or ask the server's administrator to give "
                         "this account both folders and all that is in them (chown -R).")
                    .arg(control.root, control.path));
}

/// Where one account could not write beside the docroot, but another one could.
Result<void> mustBeAlone(const ControlFolder &control, const Outcome &otherList)
{
    const ControlFolder other = besideRoot(control.root);
    if (!control.isInside() || !other.isMade())
        return {};
    if (otherList.status == Outcome::Status::Denied)
        return mustBeReadable(other, {otherList});
    if (!otherList.info.isFile())
        return {};
    return fail(ErrorCode::Conflict,
                Text::tr("There are two records of what was published to %1: %2 and %3. Two "
                         "accounts of the server published there without knowing of each other. "
                         "Find out which of them is right, have the other folder removed by the "
                         "server's administrator, and publish with one account.")
                    .arg(control.root, control.path, other.path));
}

} // namespace

Result<ManifestHead> RemoteState::head(const QByteArray &key) const
{
    if (manifestStart.isEmpty())
        return ManifestHead{};
    return manifestHead(manifestStart, key);
}

void Connection::takeCare(const ServerTraits &traits)
{
    if (!traits.isPlain())
        m_files = std::make_unique<CarefulFiles>(std::move(m_files), traits);
}

Result<RemoteState> Connection::look(const QString &remembered, const Expected &expected,
                                     const JobContext &context)
{
    RemoteState state;
    const QString beside = ControlFolder::beside(m_root);
    // What is remembered belongs to this docroot only while that resolves to the same place.
    const bool known = remembered == beside || ControlFolder{m_root, remembered}.isInside();
    const bool listToo = remembered.isEmpty();
    if (auto looked = lookInside(state, known ? remembered : beside, listToo, expected, context);
        !looked)
        return passOn(looked);
    if (state.control.isMade() && !state.manifestStart.isEmpty())
        return state;
    if (!state.listed) {
        if (auto listed = listRoot(state, context); !listed)
            return passOn(listed);
    }
    const QString inside = state.inside.path;
    if (!inside.isEmpty() && !state.control.isMade()) {
        if (auto looked = lookInside(state, inside, false, {}, context); !looked)
            return passOn(looked);
    }
    return state;
}

Result<void> Connection::lookInside(RemoteState &state, const QString &control, bool listToo,
                                    const Expected &expected, const JobContext &context)
{
    const ControlFolder candidate{m_root, control};
    state.control.root = m_root;
    QElapsedTimer running;
    running.start();
    // By link, what matters is where that leads; the dot lets the server follow it.
    Batch batch{Operation::look(m_isLink ? m_root + QStringLiteral("/.") : m_root)};
    if (candidate.isMade())
        batch << Operation::look(candidate.path) << Operation::look(candidate.journal())
              << Operation::look(candidate.stage()) << Operation::look(candidate.undo())
              << (expected.manifest.isMissing() ? Operation::read(candidate.manifest(), headBytes)
                                                : Operation::look(candidate.manifest()))
              << Operation::read(candidate.lock(), largestLock)
              << Operation::look(otherSpelling(candidate.path))
              << Operation::look(candidate.denial())
              << Operation::look(besideRoot(m_root).manifest());
    const qsizetype alsoFrom = batch.size();
    for (const QString &path : expected.touched)
        batch << Operation::look(candidate.published(path));
    const qsizetype readsLink = batch.size();
    if (m_isLink)
        batch << Operation::readLink(m_root);
    if (listToo)
        batch << Operation::list(m_root);
    const auto looked = m_files->run(batch, context);
    if (!looked)
        return passOn(looked);
    if (m_roundTripMs == 0)
        m_roundTripMs = static_cast<int>(running.elapsed()) / (listToo ? 3 : 2);
    state.root = looked->first().info;
    if (m_isLink && looked->at(readsLink).ok())
        state.linkText = QString::fromUtf8(looked->at(readsLink).bytes);
    if (!looked->first().ok())
        return outcomeError(batch.first(), looked->first());
    if (auto folder = mustBeFolder(m_root, state.root); !folder)
        return folder;
    for (qsizetype i = 0; i < expected.touched.size(); ++i) {
        if (looked->at(alsoFrom + i).ok()) // else it is asked again, to hear why
            state.seen.insert(expected.touched.at(i), looked->at(alsoFrom + i).info);
    }
    if (listToo && looked->last().ok())
        takeListing(state, looked->last());
    if (!candidate.isMade() || !looked->at(1).info.isFolder())
        return {};
    if (auto mine = mustBeReadable(candidate, looked->mid(2, 5)); !mine)
        return mine;
    if (auto alone = mustBeAlone(candidate, looked->at(9)); !alone)
        return alone;
    state.control = candidate;
    state.isDenied = looked->at(8).info.isFile();
    state.hasJournal = !looked->at(2).info.isMissing();
    state.hasStage = !looked->at(3).info.isMissing();
    state.hasUndo = !looked->at(4).info.isMissing();
    state.manifestStart = looked->at(5).bytes;
    state.lock = looked->at(6).bytes;
    state.foldsNames = looked->at(7).info.isFolder();
    if (expected.manifest.isMissing())
        return {};
    if (!looked->at(5).info.looksLike(expected.manifest))
        return readManifestStart(state, context);
    state.manifestStart = expected.manifestStart;
    return {};
}

Result<void> Connection::readManifestStart(RemoteState &state, const JobContext &context)
{
    const auto read = m_files->run({Operation::read(state.control.manifest(), headBytes)}, context);
    if (!read)
        return passOn(read);
    state.manifestStart = read->first().bytes;
    return {};
}

/// Without a manifest at the usual place: perhaps the folder is inside, and in any case the person
/// wants to know what lies in the docroot.
Result<void> Connection::listRoot(RemoteState &state, const JobContext &context)
{
    const auto listed = runAll(*m_files, {Operation::list(m_root)}, context);
    if (!listed)
        return passOn(listed);
    takeListing(state, listed->first());
    return {};
}

void Connection::takeListing(RemoteState &state, const Outcome &listed) const
{
    state.listed = true;
    for (const FolderEntry &entry : listed.entries) {
        if (!isFolderOfOurs(entry))
            state.topLevel.append(entry);
    }
    if (!m_isLink) // there the docroot is another folder next time
        state.inside = findInside(state.control.root, listed.entries);
}

Result<Manifest> Connection::manifest(const RemoteState &state, const LocalTrace &trace,
                                      const QByteArray &key, const JobContext &context)
{
    const Result<ManifestHead> head = state.head(key);
    if (!head)
        return passOn(head);
    if (state.manifestStart.isEmpty())
        return Manifest{};
    if (auto cached = trace.manifest(*head, key))
        return std::move(*cached);
    const auto read =
        runAll(*m_files, {Operation::read(state.control.manifest(), largestManifest)}, context);
    if (!read)
        return passOn(read);
    Result<Manifest> manifest = Manifest::fromBytes(read->first().bytes, key);
    // Only a cache; but an unsigned list in it is taken for one of this machine's own publishes.
    if (manifest && isSignedManifest(read->first().bytes))
        static_cast<void>(trace.keepManifest(read->first().bytes));
    return manifest;
}

} // namespace kakehashi::publish
