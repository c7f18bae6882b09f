#include "delivery/sending.h"

#include "base/file.h"
#include "content/page/pagerepository.h"
#include "notify/searchengines.h"
#include "publish/historyrepository.h"
#include "publish/rollback/storedplan.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>

namespace kakehashi::delivery {
namespace {

constexpr qint64 largestNote = 64'000'000;

const auto pagesKey = QLatin1String("pages");
const auto planKey = QLatin1String("plan");
const auto baseKey = QLatin1String("base");
const auto authorKey = QLatin1String("author");
const auto machineKey = QLatin1String("machine");
const auto approvalKey = QLatin1String("approval");

QString noteFile(const QString &journalFolder, const publish::Target &target)
{
    return QDir(journalFolder).filePath(target.id.toString() + QStringLiteral(".sending"));
}

/// By place in the line of states and by who made it: the transaction's name was not known yet
/// when the note was written.
bool isNoted(const QJsonObject &note, const publish::ManifestHead &head)
{
    return head.generation == note.value(baseKey).toInteger() + 1 &&
           head.author == note.value(authorKey).toString() &&
           head.machine == note.value(machineKey).toString();
}

publish::Report reportOf(const publish::Plan &plan, const publish::ManifestHead &head)
{
    using Action = publish::PlanItem::Action;
    publish::Report report;
    report.generation = head.generation;
    report.transaction = head.transaction;
    report.added = plan.count(Action::Add);
    report.replaced = plan.count(Action::Replace);
    report.removed = plan.count(Action::Remove);
    report.bytesSent = plan.bytesToSend;
    report.finished = head.published;
    return report;
}

Result<void> noteInHistory(const Records &records, const publish::Target &target,
                           const QJsonObject &note, const publish::ManifestHead &head)
{
    publish::HistoryRepository history(records.database);
    const auto known = history.list(target.id);
    if (!known)
        return passOn(known);
    const bool isKnown =
        std::any_of(known->cbegin(), known->cend(), [&head](const publish::HistoryEntry &entry) {
            return entry.transaction == head.transaction;
        });
    if (isKnown)
        return {};
    publish::PublishParams params;
    params.target = target;
    params.author = head.author;
    params.machine = head.machine;
    params.approval = note.value(approvalKey).toString();
    const publish::Plan plan = publish::planFromStored(note.value(planKey).toObject());
    const auto added = history.add(params, plan, reportOf(plan, head));
    if (!added)
        return passOn(added);
    // They hear of it with the next publish.
    return putOut(records.database, records.site, {target, plan, *added}, records.objects);
}

Result<void> noteWentThrough(const Records &records, const publish::Target &target,
                             const QJsonObject &note, const publish::ManifestHead &head)
{
    const QJsonObject pages = note.value(pagesKey).toObject();
    QHash<Ulid, int> revisions;
    for (auto page = pages.begin(); page != pages.end(); ++page)
        revisions.insert(Ulid::fromString(page.key()), page.value().toInt());
    if (auto noted = records.pages.noteSent(revisions); !noted)
        return noted;
    return noteInHistory(records, target, note, head);
}

} // namespace

Result<void> noteSending(const publish::PublishParams &params, const publish::Plan &plan,
                         const QHash<Ulid, int> &revisions)
{
    QJsonObject pages;
    for (auto page = revisions.cbegin(); page != revisions.cend(); ++page)
        pages.insert(page.key().toString(), page.value());
    const QString machine = params.machine.isEmpty() ? QSysInfo::machineHostName() : params.machine;
    const QJsonObject note{{pagesKey, pages},
                           {planKey, publish::toJson(plan)},
                           {baseKey, plan.base.generation},
                           {authorKey, params.author},
                           {machineKey, machine},
                           {approvalKey, params.approval}};
    return writeFile(noteFile(params.journalFolder, params.target), QJsonDocument(note).toJson());
}

Result<bool> settleSending(const Records &records, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads)
{
    const auto bytes = readFile(noteFile(records.journalFolder, target), largestNote);
    if (!bytes)
        return bytes.error().code == ErrorCode::NotFound ? Result<bool>(false) : passOn(bytes);
    const QJsonObject note = QJsonDocument::fromJson(*bytes).object();
    const auto live =
        std::find_if(heads.cbegin(), heads.cend(),
                     [&note](const publish::ManifestHead &head) { return isNoted(note, head); });
    const bool wentThrough = live != heads.cend();
    if (wentThrough) {
        if (const auto noted = noteWentThrough(records, target, note, *live); !noted)
            return passOn(noted);
    }
    forgetSending(records.journalFolder, target);
    return wentThrough;
}

void forgetSending(const QString &journalFolder, const publish::Target &target)
{
    QFile::remove(noteFile(journalFolder, target));
}

} // namespace kakehashi::delivery
