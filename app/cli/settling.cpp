#include "settling.h"

#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "notify/sending.h"

namespace kakehashi::cli {

Result<bool> settleEarlier(Delivery &delivery, const QList<publish::ManifestHead> &heads)
{
    const auto settings = delivery.site->site().settings();
    if (!settings)
        return passOn(settings);
    return notify::settleSending({delivery.site->database(), delivery.site->pages(),
                                  delivery.site->objects(), *settings,
                                  delivery.params.journalFolder},
                                 delivery.params.target, heads);
}

Result<void> noteResumed(Delivery &delivery, const JobContext &job)
{
    const auto manifests = delivery.publisher->generations(job);
    if (!manifests)
        return {}; // what cannot be looked at now is settled by the next plan
    QList<publish::ManifestHead> heads;
    for (const publish::Manifest &manifest : *manifests)
        heads.append(manifest.head);
    const auto settled = settleEarlier(delivery, heads);
    return settled ? Result<void>() : passOn(settled);
}

} // namespace kakehashi::cli
