#include "publish/rollback/fetch.h"

#include "publish/drift/drift.h"
#include "publish/journal.h"
#include "publish/switching/releases.h"

#include <QCoreApplication>
#include <QSet>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Rollback)
};

constexpr qint64 largestJournal = 256 * 1024 * 1024;

struct Place
{
    QString path; ///< absolute
    qint64 size = 0;
    QString name; ///< in the site, for progress and sentences
};
using Places = QHash<Sha256, Place>;

void addLive(const ControlFolder &control, const Manifest &live, Places &places)
{
    for (auto file = live.files.begin(); file != live.files.end(); ++file)
        places.insert(file->hash, {control.published(file.key()), file->size, file.key()});
}

/// Where the docroot is a link, a former state is still a folder of its own; whoever changed a file
/// in it is found out by its hash.
void addRelease(const ControlFolder &control, const QByteArray &manifest, Places &places)
{
    const auto former = Manifest::fromBytes(manifest, {});
    if (!former || !switching::isRelease(former->head.release))
        return;
    const QString folder = switching::folderOf(control, former->head.release);
    for (auto file = former->files.begin(); file != former->files.end(); ++file) {
        if (!places.contains(file->hash))
            places.insert(file->hash,
                          {ControlFolder::join(folder, file.key()), file->size, file.key()});
    }
}

/// What former publishes replaced or removed lies in undo/, and their journals say under which
/// names.
Result<void> addUndo(RemoteFiles &files, const ControlFolder &control, const JobContext &context,
                     Places &places)
{
    const auto listed = files.run({Operation::list(control.undo())}, context);
    if (!listed)
        return passOn(listed);
    Batch reads;
    QStringList folders;
    for (const FolderEntry &entry : listed->first().entries) {
        folders.append(ControlFolder::join(control.undo(), entry.name));
        reads.append(Operation::read(ControlFolder::join(folders.last(), QStringLiteral("journal")),
                                     largestJournal));
    }
    for (const QString &folder : std::as_const(folders))
        reads.append(Operation::read(ControlFolder::join(folder, QStringLiteral("manifest")),
                                     largestJournal));
    const auto read = files.run(reads, context);
    if (!read)
        return passOn(read);
    for (qsizetype i = folders.size(); i < read->size(); ++i)
        addRelease(control, read->at(i).bytes, places);
    for (qsizetype i = 0; i < folders.size(); ++i) {
        const auto journal = Journal::fromBytes(read->at(i).bytes);
        for (const JournalStep &step : journal ? journal->steps : QList<JournalStep>()) {
            if (!step.undo.isEmpty() && !step.beforeHash.isNull())
                places.insert(step.beforeHash, {ControlFolder::join(folders.at(i), step.undo),
                                                step.before.size, step.path});
        }
    }
    return {};
}

Result<void> fetch(RemoteFiles &files, const QHash<Sha256, Place> &wanted,
                   render::OutputSink &store, const JobContext &context)
{
    ProgressMeter meter(context, Text::tr("Fetching earlier files"), wanted.size());
    for (auto place = wanted.begin(); place != wanted.end(); ++place) {
        if (context.cancel.isCancelled())
            return cancelled();
        const auto read = runAll(files, {Operation::read(place->path, place->size + 1)}, context);
        if (!read)
            return passOn(read);
        const QByteArray &bytes = read->first().bytes;
        if (Sha256::of(bytes) != place.key())
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1 as it was then is damaged on the server, so that state "
                                 "cannot be published again.")
                            .arg(place->name));
        if (auto written = store.write(place->name, place.key(), bytes); !written)
            return written;
        meter.advance(1, bytes.size(), place->name);
    }
    return {};
}

} // namespace

QSet<Sha256> missingIn(const Manifest &wanted, const render::ByteSource &have)
{
    QSet<Sha256> missing;
    for (const ManifestFile &file : wanted.files) {
        if (file.retired == 0 && !have.fileFor(file.hash))
            missing.insert(file.hash);
    }
    return missing;
}

Result<void> fetchFromServer(PublishSession &session, const Manifest &wanted,
                             const render::ByteSource &have, render::OutputSink &store,
                             const JobContext &context)
{
    const QSet<Sha256> missing = missingIn(wanted, have);
    if (missing.isEmpty())
        return {};
    const Result<Manifest> live = liveManifest(session, context);
    if (!live)
        return passOn(live);
    const Result<RemoteState> state = session.look(context);
    if (!state)
        return passOn(state);
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    Places places;
    addLive(state->control, *live, places);
    if (auto added = addUndo((*open)->files(), state->control, context, places); !added)
        return added;
    Places needed;
    for (const Sha256 &hash : missing) {
        if (!places.contains(hash))
            return fail(ErrorCode::NotFound,
                        Text::tr("%n file(s) of that state are neither on this machine nor on the "
                                 "server any more, so it cannot be published again.",
                                 nullptr, static_cast<int>(missing.size())));
        needed.insert(hash, places.value(hash));
    }
    return fetch((*open)->files(), needed, store, context);
}

} // namespace kakehashi::publish
