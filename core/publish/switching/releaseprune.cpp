#include "publish/switching/releaseprune.h"

#include "publish/switching/releases.h"
#include "publish/switching/releasesteps.h"
#include "publish/switching/strays.h"

#include <algorithm>

namespace kakehashi::publish::switching {
namespace {

constexpr qint64 largestRecord = 256 * 1024 * 1024;

/// A publish that went live, as undo/ keeps it.
struct Past
{
    Journal journal;
    QStringList carried;
};

struct Records
{
    QHash<QString, Past> next;  ///< by the release that it replaced, as the link said
    QSet<QString> transactions; ///< of all folders in undo/, finished or not
};

Result<Records> readRecords(const Workplace &place)
{
    const QString undo = place.control.undo();
    const auto listed = runAll(place.files, {Operation::list(undo)}, place.context);
    if (!listed)
        return passOn(listed);
    Records records;
    Batch reads;
    for (const FolderEntry &entry : listed->first().entries) {
        const QString folder = ControlFolder::join(undo, entry.name);
        records.transactions.insert(entry.name.section(u'-', 1));
        reads << Operation::read(ControlFolder::join(folder, QStringLiteral("journal")),
                                 largestRecord)
              << Operation::read(ControlFolder::join(folder, QLatin1String(carriedName)),
                                 largestRecord);
    }
    const auto read = place.files.run(reads, place.context);
    if (!read)
        return passOn(read);
    for (qsizetype i = 0; i < reads.size(); i += 2) {
        Result<Journal> journal = Journal::fromBytes(read->at(i).bytes);
        if (!journal || journal->linkBefore.isEmpty())
            continue;
        const QString carried = QString::fromUtf8(read->at(i + 1).bytes);
        const QString before = journal->linkBefore;
        records.next.insert(before,
                            {std::move(*journal), carried.split(u'\0', Qt::SkipEmptyParts)});
    }
    return records;
}

struct Useless
{
    QString name;
    bool wasLive = false;
};

/// Oldest first.
Result<QList<Useless>> uselessReleases(const Workplace &place, const Journal &live,
                                       const Records &records, const UndoLimits &limits)
{
    const QString folder = releasesFolder(place.control);
    const auto listed = runAll(place.files, {Operation::list(folder)}, place.context);
    if (!listed)
        return passOn(listed);
    QList<Useless> found;
    QStringList former;
    for (const FolderEntry &entry : listed->first().entries) {
        const QString name = folder.section(u'/', -1) + u'/' + entry.name;
        const QString transaction = entry.name.section(u'-', 1);
        if (!entry.info.isFolder() || !isRelease(name) || name == live.linkAfter)
            continue;
        if (records.next.contains(name))
            former.append(name);
        else if (records.transactions.contains(transaction))
            found.append({name, false}); // it was cut off before anybody saw it
    }
    std::sort(former.begin(), former.end());
    for (qsizetype i = 0; i + limits.states < former.size(); ++i)
        found.append({former.at(i), true});
    return found;
}

/// Into the live release; what cannot be carried leaves `tree`, so that it is not removed.
Result<void> carryStrays(const Workplace &place, const Journal &live, const QString &folder,
                         const Past &next, ReleaseTree &tree, const QList<ReleaseTree> &newer)
{
    QHash<QString, FileInfo> passed;
    for (const JournalStep &step : next.journal.steps)
        passed.insert(step.path, {});
    for (const QString &path : next.carried)
        passed.insert(path, {});
    for (auto path = newer.first().entries.keyBegin(); path != newer.first().entries.keyEnd();
         ++path)
        passed.insert(*path, {});
    const ReleaseTree &now = newer.last();
    for (auto entry = tree.entries.begin(); entry != tree.entries.end();) {
        const bool isTaken = !entry->isFolder() && !passed.contains(entry.key()) &&
                             now.contains(entry.key()) &&
                             !now.entries.value(entry.key()).looksLike(*entry);
        entry = isTaken ? tree.entries.erase(entry) : std::next(entry);
    }
    const Strays strays = straysOf(folder, tree, folderOf(place.control, live.linkAfter), now,
                                   passed, place.control.undo());
    return carry(place.files, strays, folder, nullptr);
}

Result<void> pruneOne(const Workplace &place, const Journal &live, const Useless &release,
                      const Records &records)
{
    const QString folder = folderOf(place.control, release.name);
    if (!release.wasLive) {
        const auto tree = listReleases(place.files, {folder}, {}, place.context);
        return tree ? removeRelease(place.files, folder, tree->first())
                    : Result<void>(passOn(tree));
    }
    const Past &next = *records.next.constFind(release.name);
    auto trees = listReleases(place.files,
                              {folder, folderOf(place.control, next.journal.linkAfter),
                               folderOf(place.control, live.linkAfter)},
                              {}, place.context);
    if (!trees)
        return passOn(trees);
    ReleaseTree &tree = trees->first();
    if (auto carried = carryStrays(place, live, folder, next, tree, trees->mid(1)); !carried)
        return carried;
    return removeRelease(place.files, folder, tree);
}

} // namespace

Result<void> pruneReleases(const Workplace &place, const Journal &live, const UndoLimits &limits)
{
    const Result<Records> records = readRecords(place);
    if (!records)
        return passOn(records);
    const auto useless = uselessReleases(place, live, *records, limits);
    if (!useless)
        return passOn(useless);
    for (const Useless &release : *useless) {
        const auto pruned = pruneOne(place, live, release, *records);
        if (!pruned && pruned.error().code == ErrorCode::Network)
            return pruned; // else it stays and is tried again by a later publish
    }
    return {};
}

Result<void> prune(const Workplace &place, const Journal &live)
{
    const auto pruned = live.linkAfter.isEmpty() ? Result<void>() : pruneReleases(place, live);
    return pruned ? pruneUndo(place, live.generation) : pruned;
}

} // namespace kakehashi::publish::switching
