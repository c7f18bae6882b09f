#include "publish/rollback/prune.h"

#include "publish/gate/gate.h"

#include <algorithm>

namespace kakehashi::publish {
namespace {

/// undo/GENERATION-TRANSACTION and what is in it.
struct Kept
{
    QString path;
    qint64 generation = 0;
    QList<FolderEntry> entries = {};

    bool wentLive() const
    {
        return std::any_of(entries.cbegin(), entries.cend(), [](const FolderEntry &entry) {
            return entry.name == QLatin1String("journal");
        });
    }
    QStringList names() const
    {
        QStringList names;
        for (const FolderEntry &entry : entries)
            names.append(entry.name);
        return names;
    }
    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const FolderEntry &entry : entries)
            sum += entry.info.size;
        return sum;
    }
};

Result<QList<Kept>> readUndo(const Workplace &place)
{
    const QString undo = place.control.undo();
    const auto listed = runAll(place.files, {Operation::list(undo)}, place.context);
    if (!listed)
        return passOn(listed);
    QList<Kept> folders;
    Batch lists;
    for (const FolderEntry &entry : listed->first().entries) {
        bool isNumber = false;
        const qint64 generation = entry.name.section(u'-', 0, 0).toLongLong(&isNumber);
        if (!isNumber || !entry.info.isFolder())
            continue;
        folders.append({ControlFolder::join(undo, entry.name), generation});
        lists.append(Operation::list(folders.last().path));
    }
    const auto inside = runAll(place.files, lists, place.context);
    if (!inside)
        return passOn(inside);
    for (qsizetype i = 0; i < folders.size(); ++i)
        folders[i].entries = inside->at(i).entries;
    std::sort(folders.begin(), folders.end(), [](const Kept &a, const Kept &b) {
        return std::tie(a.generation, a.path) > std::tie(b.generation, b.path);
    });
    return folders;
}

/// Newest first. Going back needs every later folder as well, so what goes is always the tail.
QList<Kept> tooOld(const QList<Kept> &folders, qint64 liveGeneration, const UndoLimits &limits)
{
    QList<Kept> useless;
    int states = 0;
    qint64 bytes = 0;
    for (const Kept &folder : folders) {
        if (folder.generation > liveGeneration)
            continue; // of a time before a backup was restored there
        const bool isState = folder.wentLive();
        bytes += isState ? folder.bytes() : 0;
        states += isState ? 1 : 0;
        const bool fits = states <= limits.states && (states <= 1 || bytes <= limits.bytes);
        if (!isState || !fits)
            useless.append(folder);
    }
    return useless;
}

} // namespace

bool isPruneDue(const Journal &journal, const UndoLimits &limits)
{
    qint64 bytes = 0;
    for (const JournalStep &step : journal.steps)
        bytes += step.undo.isEmpty() ? 0 : step.before.size;
    return journal.generation % limits.states == 0 || bytes > limits.bytes / limits.states;
}

Result<void> pruneUndo(const Workplace &place, qint64 liveGeneration, const UndoLimits &limits)
{
    const Result<QList<Kept>> folders = readUndo(place);
    if (!folders)
        return passOn(folders);
    Batch manifests;
    Batch files;
    Batch emptied;
    for (const Kept &folder : tooOld(*folders, liveGeneration, limits)) {
        manifests.append(
            Operation::remove(ControlFolder::join(folder.path, QStringLiteral("manifest"))));
        const Gate gate(place.control, folder.path);
        const QStringList names = folder.names();
        files += gate.leftoverFiles(names);
        for (const FolderEntry &entry : folder.entries) {
            if (!entry.info.isFolder())
                files.append(Operation::remove(ControlFolder::join(folder.path, entry.name)));
        }
        emptied += gate.leftoverFolders(names);
        emptied.append(Operation::removeFolder(folder.path));
    }
    for (const Batch &batch : {manifests, files, emptied}) {
        // What cannot be removed stays and is tried again by a later publish.
        if (auto done = place.files.run(batch, place.context); !done)
            return passOn(done);
    }
    return {};
}

} // namespace kakehashi::publish
