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

namespace {

/// Its pages are approved, unless it is tried out only, and known to be on the target.
Result<void> notePages(const Records &records, const publish::Target &target, const Sent &sent,
                       const QDateTime &at)
{
    if (!isRehearsal(target)) {
        if (auto noted = records.pages.noteSent(sent.approved, sent.formerLive); !noted)
            return noted;
    }
    publish::SentRepository shown(records.database);
    return sent.isFormerState ? shown.forget(target.id)
                              : shown.note(target.id, sent.revisions, sent.kept, at);
}

} // namespace

Result<void> noteUnchanged(const Records &records, const publish::Target &target, const Sent &sent,
                           const QDateTime &at)
{
    auto transaction = store::Transaction::begin(records.database);
    if (!transaction)
        return passOn(transaction);
    if (auto noted = notePages(records, target, sent, at); !noted)
        return noted;
    return transaction->commit();
}

Result<Ulid> writeDown(const Records &records, const publish::PublishParams &params,
                       const publish::Plan &plan, const publish::Report &report, const Sent &sent)
{
    auto transaction = store::Transaction::begin(records.database);
    if (!transaction)
        return passOn(transaction);
    if (const auto noted = notePages(records, params.target, sent, report.finished); !noted)
        return passOn(noted);
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
