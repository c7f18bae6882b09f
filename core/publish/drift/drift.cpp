#include "publish/drift/drift.h"

#include "publish/drift/foreignfolders.h"
#include "publish/planning/planner.h"
#include "publish/planning/planwork.h"
#include "publish/planning/spelling.h"
#include "publish/rollback/keptstates.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Drift)
};

constexpr qint64 largestManifest = 256 * 1024 * 1024;

struct Published
{
    RemoteFiles *files = nullptr;
    ControlFolder control;
    Manifest manifest;
    bool foldsNames = false;
};

Result<Published> readPublished(PublishSession &session, const JobContext &context)
{
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    Result<Base> base = readBase(session, *state, context);
    if (!base)
        return passOn(base);
    for (const Issue &doubt : std::as_const(base->guards)) {
        // Whoever looks learns about the signature by Publisher::signature().
        if (doubt.rule != QLatin1String(guard::keyMissing) &&
            doubt.rule != QLatin1String(guard::unsignedManifest))
            return fail(ErrorCode::Corrupt, doubt.text);
    }
    if (base->manifest.head.generation == 0) {
        if (const auto back = wentBack(base->manifest.head, session.newestKnown()))
            return fail(ErrorCode::Conflict, *back);
        return fail(ErrorCode::NotFound,
                    Text::tr("This site was not published to %1 yet; there is nothing to compare.")
                        .arg(state->control.root));
    }
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    return Published{&(*open)->files(), state->control, std::move(base->manifest),
                     state->foldsNames};
}

QString childOf(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

bool isControl(const QString &path)
{
    return path.startsWith(QLatin1String(ControlFolder::prefix));
}

QSet<QString> foldersOf(const Manifest &manifest)
{
    QSet<QString> folders;
    for (auto path = manifest.files.keyBegin(); path != manifest.files.keyEnd(); ++path) {
        for (const QString &folder : foldersAbove(*path))
            folders.insert(folder);
    }
    return folders;
}

/// Lists all folders that hold something of ours; gives what is in them by relative path.
Result<QHash<QString, FileInfo>> listPublished(const Published &published,
                                               const JobContext &context)
{
    QStringList names = foldersOf(published.manifest).values();
    names.append(QString()); // the docroot itself
    Batch lists;
    for (const QString &name : names) {
        const QString &root = published.control.root;
        lists.append(Operation::list(name.isEmpty() ? root : published.control.published(name)));
    }
    const auto listed = published.files->run(lists, context);
    if (!listed)
        return passOn(listed);
    QHash<QString, FileInfo> found;
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (const FolderEntry &entry : listed->at(i).entries)
            found.insert(childOf(names.at(i), entry.name), entry.info);
    }
    spelling::recognise(found, published.manifest, published.foldsNames);
    return found;
}

void compareListing(const Published &published, const QHash<QString, FileInfo> &found,
                    QList<Drift> &drifts)
{
    const auto &files = published.manifest.files;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const FileInfo now = found.value(file.key());
        if (now.looksLike(file->info())) {
            if (!now.isForVisitors())
                drifts.append(
                    {Drift::Kind::Unreadable, file.key(), file->info(), now, file->hash, {}});
            continue;
        }
        const auto kind = now.isMissing() ? Drift::Kind::Missing : Drift::Kind::Changed;
        drifts.append({kind, file.key(), file->info(), now, file->hash, {}});
    }
    for (const QString &folder : published.manifest.folders) {
        const FileInfo now = found.value(folder);
        if (now.isFolder() && !now.isForVisitors())
            drifts.append({Drift::Kind::Unreadable, folder, {FileInfo::Kind::Folder}, now, {}, {}});
    }
    for (auto entry = found.begin(); entry != found.end(); ++entry) {
        if (!files.contains(entry.key()) && !entry->isFolder() && !isControl(entry.key()))
            drifts.append({Drift::Kind::Unknown, entry.key(), {}, *entry, {}, {}});
    }
}

/// Those in which, as far as the manifest knows, nothing of ours lies.
QStringList foldersOfOthers(const Published &published, const QHash<QString, FileInfo> &found)
{
    const auto name = [&published](const QString &path) {
        return spelling::comparable(path, published.foldsNames);
    };
    QSet<QString> ours;
    for (const QString &folder : foldersOf(published.manifest))
        ours.insert(name(folder));
    QStringList others;
    for (auto entry = found.begin(); entry != found.end(); ++entry) {
        const bool known =
            ours.contains(name(entry.key())) || published.manifest.files.contains(entry.key());
        if (entry->isFolder() && !known && !isControl(entry.key()))
            others.append(entry.key());
    }
    return others;
}

/// What looks untouched is read and hashed, a few megabytes in flight at a time.
Result<void> compareContents(const Published &published, const QHash<QString, FileInfo> &found,
                             const JobContext &context, QList<Drift> &drifts)
{
    constexpr qint64 batchBytes = 8'000'000;
    const auto &files = published.manifest.files;
    ProgressMeter meter(context, Text::tr("Comparing contents"), files.size());
    for (auto file = files.begin(); file != files.end();) {
        Batch reads;
        QStringList paths;
        qint64 bytes = 0;
        for (; file != files.end() && (reads.isEmpty() || bytes < batchBytes); ++file) {
            meter.advance(1, file->size, file.key());
            if (!found.value(file.key()).looksLike(file->info()))
                continue;
            reads.append(Operation::read(published.control.published(file.key()), file->size + 1));
            paths.append(file.key());
            bytes += file->size;
        }
        const auto read = published.files->run(reads, context);
        if (!read)
            return passOn(read);
        for (qsizetype i = 0; i < paths.size(); ++i) {
            const ManifestFile expected = files.value(paths.at(i));
            const Outcome &outcome = read->at(i);
            if (outcome.status == Outcome::Status::Denied) {
                // Who shut it out, shut visitors out; the listing may have told already.
                if (found.value(paths.at(i)).isForVisitors())
                    drifts.append({Drift::Kind::Unreadable,
                                   paths.at(i),
                                   expected.info(),
                                   found.value(paths.at(i)),
                                   expected.hash,
                                   {}});
                continue;
            }
            if (!outcome.ok())
                return outcomeError(reads.at(i), outcome);
            const Sha256 hash = Sha256::of(read->at(i).bytes);
            if (hash != expected.hash)
                drifts.append({Drift::Kind::Changed, paths.at(i), expected.info(),
                               found.value(paths.at(i)), expected.hash, hash});
        }
    }
    return {};
}

/// The hashes of what others put there, for the evidence.
Result<void> hashFound(const Published &published, const JobContext &context, QList<Drift> &drifts)
{
    constexpr qint64 batchBytes = 8'000'000;
    constexpr qint64 largest = 256 * 1024 * 1024;
    for (qsizetype at = 0; at < drifts.size();) {
        Batch reads;
        QList<qsizetype> places;
        for (qint64 bytes = 0; at < drifts.size() && bytes < batchBytes; ++at) {
            const FileInfo &found = drifts.at(at).found;
            if (!found.isFile() || found.size > largest || !drifts.at(at).foundHash.isNull())
                continue;
            reads.append(
                Operation::read(published.control.published(drifts.at(at).path), found.size + 1));
            places.append(at);
            bytes += found.size;
        }
        const auto read = published.files->run(reads, context);
        if (!read)
            return passOn(read);
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (read->at(i).ok()) // else it is not for us to read, or gone by now
                drifts[places.at(i)].foundHash = Sha256::of(read->at(i).bytes);
        }
    }
    return {};
}

/// What lost its signature in undo/ is believed only if this machine noted the same.
Result<Manifest> keptManifest(PublishSession &session, const QByteArray &bytes)
{
    const PublishParams &params = session.params();
    const Signature signature = signatureOf(bytes, params);
    Result<Manifest> kept = Manifest::fromBytes(bytes, readingKey(signature, params));
    if (!kept || signature != Signature::Stripped)
        return kept;
    const auto noted =
        KeptStates(params.journalFolder, params.target).manifest(kept->head.generation);
    if (noted && noted->head.sameState(kept->head))
        return kept;
    return fail(ErrorCode::Corrupt, Text::tr("A former list on the server is not signed."));
}

} // namespace

Result<QList<Drift>> findDrift(PublishSession &session, Publisher::Level level,
                               const JobContext &context)
{
    const Result<Published> published = readPublished(session, context);
    if (!published)
        return passOn(published);
    const Result<QHash<QString, FileInfo>> found = listPublished(*published, context);
    if (!found)
        return passOn(found);
    QList<Drift> drifts;
    compareListing(*published, *found, drifts);
    const auto foreign = foreignFolders(*published->files, published->control,
                                        foldersOfOthers(*published, *found), context);
    if (!foreign)
        return passOn(foreign);
    drifts += *foreign;
    if (level == Publisher::Level::Content) {
        if (auto compared = compareContents(*published, *found, context, drifts); !compared)
            return passOn(compared);
        if (auto hashed = hashFound(*published, context, drifts); !hashed)
            return passOn(hashed);
    }
    std::sort(drifts.begin(), drifts.end(),
              [](const Drift &a, const Drift &b) { return a.path < b.path; });
    return drifts;
}

Result<Manifest> liveManifest(PublishSession &session, const JobContext &context)
{
    Result<Published> published = readPublished(session, context);
    if (!published)
        return passOn(published);
    return std::move(published->manifest);
}

Result<QByteArray> readPublishedFile(PublishSession &session, const QString &path, qint64 maxBytes,
                                     const JobContext &context)
{
    const QStringList parts = path.split(u'/');
    const bool leaves = parts.contains(QStringLiteral("..")) || parts.contains(QString());
    if (leaves)
        return fail(ErrorCode::Invalid, Text::tr("%1 is no file of the site.").arg(path));
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    const auto read = runAll(
        (*open)->files(), {Operation::read(state->control.published(path), maxBytes + 1)}, context);
    if (!read)
        return passOn(read);
    if (read->first().bytes.size() > maxBytes)
        return fail(ErrorCode::Invalid, Text::tr("%1 is too large to be shown here.").arg(path));
    return read->first().bytes;
}

Result<QList<Manifest>> keptManifests(PublishSession &session, const JobContext &context)
{
    Result<Published> published = readPublished(session, context);
    if (!published)
        return passOn(published);
    const auto listed =
        published->files->run({Operation::list(published->control.undo())}, context);
    if (!listed)
        return passOn(listed);
    Batch reads;
    for (const FolderEntry &entry : listed->first().entries) {
        const QString folder = ControlFolder::join(published->control.undo(), entry.name);
        reads.append(Operation::read(ControlFolder::join(folder, QStringLiteral("manifest")),
                                     largestManifest));
    }
    const auto read = published->files->run(reads, context);
    if (!read)
        return passOn(read);
    QList<Manifest> manifests{published->manifest};
    for (const Outcome &outcome : *read) {
        auto kept = keptManifest(session, outcome.bytes);
        // The first publish had none before it; one that never went live kept what still is.
        if (kept && !manifests.first().head.sameState(kept->head))
            manifests.append(std::move(*kept));
    }
    std::sort(manifests.begin(), manifests.end(), [](const Manifest &a, const Manifest &b) {
        return a.head.generation > b.head.generation;
    });
    return manifests;
}

} // namespace kakehashi::publish
