#include "delivery/sending.h"

#include "base/file.h"
#include "publish/historyrepository.h"
#include "publish/rollback/storedplan.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>

namespace kakehashi::delivery {
namespace {

constexpr qint64 largestNote = 64'000'000;

const auto approvedKey = QLatin1String("pages");
const auto formerLiveKey = QLatin1String("formerLive");
const auto revisionsKey = QLatin1String("revisions");
const auto keptKey = QLatin1String("kept");
const auto heldBackKey = QLatin1String("heldBack");
const auto formerKey = QLatin1String("formerState");
const auto planKey = QLatin1String("plan");
const auto generationKey = QLatin1String("generation");
const auto baseKey = QLatin1String("base"); // of notes made before they held the generation
const auto authorKey = QLatin1String("author");
const auto machineKey = QLatin1String("machine");
const auto approvalKey = QLatin1String("approval");

QString noteFile(const QString &journalFolder, const publish::Target &target)
{
    return QDir(journalFolder).filePath(target.id.toString() + QStringLiteral(".sending"));
}

QJsonObject toJson(const QHash<Ulid, int> &revisions)
{
    QJsonObject json;
    for (auto page = revisions.cbegin(); page != revisions.cend(); ++page)
        json.insert(page.key().toString(), page.value());
    return json;
}

QHash<Ulid, int> revisionsIn(const QJsonObject &json)
{
    QHash<Ulid, int> revisions;
    for (auto page = json.begin(); page != json.end(); ++page)
        revisions.insert(Ulid::fromString(page.key()), page.value().toInt());
    return revisions;
}

Sent sentIn(const QJsonObject &note)
{
    Sent sent;
    sent.approved = revisionsIn(note.value(approvedKey).toObject());
    sent.formerLive = revisionsIn(note.value(formerLiveKey).toObject());
    sent.revisions = revisionsIn(note.value(revisionsKey).toObject());
    for (const QJsonValue &page : note.value(keptKey).toArray())
        sent.kept.insert(Ulid::fromString(page.toString()));
    for (const QJsonValue &path : note.value(heldBackKey).toArray())
        sent.heldBack.append(path.toString());
    sent.isFormerState = note.value(formerKey).toBool();
    return sent;
}

/// By place in the line of states and by who made it: the transaction's name was not known yet
/// when the note was written.
bool isNoted(const QJsonObject &note, const publish::ManifestHead &head)
{
    const qint64 generation = note.contains(generationKey) ? note.value(generationKey).toInteger()
                                                           : note.value(baseKey).toInteger() + 1;
    return head.generation == generation && head.author == note.value(authorKey).toString() &&
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

Result<bool> isInHistory(const Records &records, const publish::Target &target,
                         const QString &transaction)
{
    const auto known = publish::HistoryRepository(records.database).list(target.id);
    if (!known)
        return passOn(known);
    return std::any_of(known->cbegin(), known->cend(),
                       [&transaction](const publish::HistoryEntry &entry) {
                           return entry.transaction == transaction;
                       });
}

Result<void> noteWentThrough(const Records &records, const publish::Target &target,
                             const QJsonObject &note, const publish::ManifestHead &head)
{
    const auto known = isInHistory(records, target, head.transaction);
    if (!known || *known)
        return known ? Result<void>() : Result<void>(passOn(known));
    publish::PublishParams params;
    params.target = target;
    params.author = head.author;
    params.machine = head.machine;
    params.approval = note.value(approvalKey).toString();
    const publish::Plan plan = publish::planFromStored(note.value(planKey).toObject());
    const Sent sent = sentIn(note);
    publish::Report report = reportOf(plan, head);
    report.heldBack = sent.heldBack;
    const auto written = writeDown(records, params, plan, report, sent);
    return written ? Result<void>() : Result<void>(passOn(written));
}

} // namespace

Result<void> noteSending(const publish::PublishParams &params, const publish::Plan &plan,
                         const Sent &sent)
{
    QJsonArray kept;
    for (const Ulid &page : sent.kept)
        kept.append(page.toString());
    const QString machine = params.machine.isEmpty() ? QSysInfo::machineHostName() : params.machine;
    const QJsonObject note{{approvedKey, toJson(sent.approved)},
                           {formerLiveKey, toJson(sent.formerLive)},
                           {revisionsKey, toJson(sent.revisions)},
                           {keptKey, kept},
                           {heldBackKey, QJsonArray::fromStringList(sent.heldBack)},
                           {formerKey, sent.isFormerState},
                           {planKey, publish::toJson(plan)},
                           {generationKey, plan.result.head.generation},
                           {authorKey, params.author},
                           {machineKey, machine},
                           {approvalKey, params.approval}};
    return writeFile(noteFile(params.journalFolder, params.target), QJsonDocument(note).toJson());
}

bool isSendingNoted(const QString &journalFolder, const publish::Target &target)
{
    return QFile::exists(noteFile(journalFolder, target));
}

Result<bool> settleSending(const Records &records, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads, WhenAbsent whenAbsent)
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
    if (wentThrough || whenAbsent == WhenAbsent::Forget)
        forgetSending(records.journalFolder, target);
    return wentThrough;
}

void forgetSending(const QString &journalFolder, const publish::Target &target)
{
    QFile::remove(noteFile(journalFolder, target));
}

} // namespace kakehashi::delivery
