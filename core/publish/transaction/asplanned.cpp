#include "publish/transaction/asplanned.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Transaction)
};

using Action = PlanItem::Action;

tl::unexpected<Error> changedMeanwhile(const QString &path)
{
    return fail(ErrorCode::Conflict,
                Text::tr("%1 changed on the server since the plan was made. Nothing was "
                         "published; plan again.")
                    .arg(path));
}

/// What is put aside still lies there, and through it something else is seen.
QStringList waysToClear(const Plan &plan)
{
    QStringList ways;
    for (const PlanItem &item : plan.items) {
        if (item.action == Action::Remove && plan.foldersMissing.contains(item.path))
            ways.append(item.path + u'/');
    }
    return ways;
}

} // namespace

Result<void> asPlanned(const Plan &plan, const QStringList &folders, const Outcomes &looked)
{
    const QStringList ways = waysToClear(plan);
    const auto isBehindOne = [&ways](const QString &path) {
        return std::any_of(ways.cbegin(), ways.cend(),
                           [&path](const QString &way) { return path.startsWith(way); });
    };
    qsizetype at = 0;
    for (const PlanItem &item : plan.items) {
        const FileInfo &found = looked.at(at++).info;
        const bool isSeen = item.action != Action::Foreign && !isBehindOne(item.path);
        if (isSeen && !found.looksLike(item.found))
            return changedMeanwhile(item.path);
    }
    for (const QString &folder : folders) {
        const FileInfo &found = looked.at(at++).info;
        const bool expected =
            plan.foldersMissing.contains(folder) ? found.isMissing() : found.isFolder();
        if (!expected && !isBehindOne(folder + u'/'))
            return changedMeanwhile(folder);
    }
    return {};
}

} // namespace kakehashi::publish
