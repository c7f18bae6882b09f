#include "publish/switching/earlierfiles.h"

#include "publish/rollback/keptstates.h"
#include "publish/switching/releases.h"

namespace kakehashi::publish::switching {
namespace {

constexpr qint64 large = 1'000'000;

struct Wanted
{
    QString from;
    QString to; ///< in stage/
    ManifestFile file;
};

QList<Wanted> wantedFiles(const ControlFolder &control, const Manifest &earlier, const Plan &plan,
                          const Staging &staging)
{
    const QString folder = folderOf(control, earlier.head.release);
    QList<Wanted> wanted;
    for (const PlanItem &item : plan.items) {
        const auto file = earlier.files.constFind(item.path);
        const bool sends =
            item.action == PlanItem::Action::Add || item.action == PlanItem::Action::Replace;
        if (sends && file != earlier.files.cend() && file->hash == item.after)
            wanted.append({ControlFolder::join(folder, item.path),
                           control.staged(staging.nameOf(item.path)), *file});
    }
    return wanted;
}

/// Pages and scripts are compared byte by byte, because times can be forged; pictures and films by
/// size and time.
Result<Batch> linksOfGood(RemoteFiles &files, const QList<Wanted> &wanted,
                          const JobContext &context)
{
    Batch asks;
    for (const Wanted &one : wanted)
        asks.append(one.file.size < large ? Operation::read(one.from, one.file.size + 1)
                                          : Operation::look(one.from));
    const auto answers = files.run(asks, context);
    if (!answers)
        return passOn(answers);
    Batch links;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Wanted &one = wanted.at(i);
        const Outcome &answer = answers->at(i);
        const bool isSame = one.file.size < large ? Sha256::of(answer.bytes) == one.file.hash
                                                  : answer.info.looksLike(one.file.info());
        if (answer.ok() && isSame)
            links.append(Operation::link(one.from, one.to));
    }
    return links;
}

} // namespace

Result<void> stageFromRelease(const Workplace &place, const PublishParams &who, const Plan &plan,
                              const Staging &staging)
{
    constexpr qint64 batchBytes = 8'000'000;
    if (!plan.switches || plan.again == 0)
        return {};
    const auto earlier = KeptStates(who.journalFolder, who.target).manifest(plan.again);
    if (!earlier || !isRelease(earlier->head.release))
        return {};
    const QList<Wanted> wanted = wantedFiles(place.control, *earlier, plan, staging);
    for (qsizetype at = 0; at < wanted.size();) {
        QList<Wanted> some;
        for (qint64 bytes = 0; at < wanted.size() && bytes < batchBytes; ++at) {
            bytes += wanted.at(at).file.size < large ? wanted.at(at).file.size : 0;
            some.append(wanted.at(at));
        }
        const Result<Batch> links = linksOfGood(place.files, some, place.context);
        if (!links)
            return passOn(links);
        // What cannot be linked, or is staged already, the staging finds out.
        if (const auto linked = place.files.run(*links, place.context); !linked)
            return passOn(linked);
    }
    return {};
}

} // namespace kakehashi::publish::switching
