#include "delivery/records.h"

#include "content/page/pagerepository.h"
#include "notify/searchengines.h"
#include "publish/historyrepository.h"
#include "publish/sentrepository.h"
#include "publish/serverlookrepository.h"
#include "store/transaction.h"

namespace kakehashi::delivery {

bool isRehearsal(const publish::Target &target)
{
    return target.noindex;
}

Result<void> noteShown(const Records &records, const publish::Target &target, const Sent &sent,
                       const QDateTime &at)
{
    publish::SentRepository shown(records.database);
    return sent.isFormerState ? shown.forget(target.id)
                              : shown.note(target.id, sent.revisions, sent.kept, at);
}

Result<Ulid> writeDown(const Records &records, const publish::PublishParams &params,
                       const publish::Plan &plan, const publish::Report &report, const Sent &sent)
{
    auto transaction = store::Transaction::begin(records.database);
    if (!transaction)
        return passOn(transaction);
    if (!isRehearsal(params.target)) {
        if (const auto approved = records.pages.noteSent(sent.approved); !approved)
            return passOn(approved);
    }
    if (const auto shown = noteShown(records, params.target, sent, report.finished); !shown)
        return passOn(shown);
    const auto entry = publish::HistoryRepository(records.database).add(params, plan, report);
    if (!entry)
        return passOn(entry);
    // Whatever was wrong with what stood there before, it is this publish now.
    const auto looked =
        publish::ServerLookRepository(records.database).note(params.target.id, report.finished);
    if (!looked)
        return passOn(looked);
    const auto put = notify::putOut(records.database, records.site, {params.target, plan, *entry},
                                    records.objects);
    if (!put)
        return passOn(put);
    if (const auto stored = transaction->commit(); !stored)
        return passOn(stored);
    return *entry;
}

} // namespace kakehashi::delivery
