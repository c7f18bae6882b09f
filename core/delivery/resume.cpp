#include "delivery/resume.h"

#include "delivery/sending.h"
#include "delivery/source/site.h"

namespace kakehashi::delivery {

Result<Resumed> resume(publish::Publisher &publisher, const QString &folder,
                       const publish::Target &target, publish::Publisher::Direction direction,
                       const JobContext &context)
{
    const auto recovery = publisher.recover(direction, context);
    if (!recovery)
        return passOn(recovery);
    Resumed resumed{*recovery};
    const auto kept = publisher.generations(context);
    resumed.kept = kept.value_or(QList<publish::Manifest>());
    QList<publish::ManifestHead> heads;
    for (const publish::Manifest &manifest : std::as_const(resumed.kept))
        heads.append(manifest.head);
    const auto site = Site::open(folder, Clock::system());
    if (!site)
        return passOn(site);
    const auto records = (*site)->records();
    if (!records)
        return passOn(records);
    // What cannot be looked at now is settled by the next plan.
    const bool isGone = kept || *recovery == publish::Report::Recovery::TakenBack;
    const auto settled =
        settleSending(*records, target, heads, isGone ? WhenAbsent::Forget : WhenAbsent::Keep);
    if (!settled)
        return passOn(settled);
    resumed.isWrittenDown = *settled;
    return resumed;
}

} // namespace kakehashi::delivery
