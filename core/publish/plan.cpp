#include "publish/plan.h"

#include "publish/format/storednames.h"

#include <QJsonArray>

#include <algorithm>

namespace kakehashi::publish {
namespace {

QJsonArray toJson(const Issues &issues)
{
    QJsonArray array;
    for (const Issue &issue : issues)
        array.append(QJsonObject{{QStringLiteral("rule"), issue.rule},
                                 {QStringLiteral("text"), issue.text},
                                 {QStringLiteral("mayConfirm"), issue.severity == Severity::Ask}});
    return array;
}

QJsonObject toJson(const PlanItem &item)
{
    QJsonObject object{{QStringLiteral("action"), toStored(item.action)},
                       {QStringLiteral("path"), item.path},
                       {QStringLiteral("bytes"), item.bytes},
                       {QStringLiteral("group"), storedName(item.group)},
                       {QStringLiteral("reason"), item.reason}};
    if (!item.before.isNull())
        object.insert(QStringLiteral("before"), item.before.toString());
    if (!item.after.isNull())
        object.insert(QStringLiteral("after"), item.after.toString());
    if (!item.origin.label.isEmpty())
        object.insert(QStringLiteral("origin"),
                      QJsonObject{{QStringLiteral("kind"), storedName(item.origin.kind)},
                                  {QStringLiteral("id"), item.origin.id},
                                  {QStringLiteral("label"), item.origin.label}});
    return object;
}

} // namespace

bool Plan::hasChanges() const
{
    return sendsAnything() || !unreadable.isEmpty();
}

bool Plan::sendsAnything() const
{
    return std::any_of(items.cbegin(), items.cend(), [](const PlanItem &item) {
        return item.action != PlanItem::Action::Foreign;
    });
}

int Plan::count(PlanItem::Action action) const
{
    return static_cast<int>(
        std::count_if(items.cbegin(), items.cend(),
                      [action](const PlanItem &item) { return item.action == action; }));
}

QStringList Plan::onlyByHand() const
{
    QStringList paths;
    for (const PlanItem &item : items) {
        if (item.action == PlanItem::Action::Conflict && item.onlyByHand)
            paths.append(item.path);
    }
    return paths;
}

Issues Plan::openGuards(const QStringList &confirmed) const
{
    Issues open;
    for (const Issue &issue : guards) {
        if (issue.severity == Severity::Must || !confirmed.contains(issue.rule))
            open.append(issue);
    }
    return open;
}

QJsonObject toJson(const Plan &plan)
{
    QJsonArray items;
    for (const PlanItem &item : plan.items)
        items.append(toJson(item));
    return {{QStringLiteral("changes"), plan.hasChanges()},
            {QStringLiteral("items"), items},
            {QStringLiteral("unchanged"), plan.unchanged},
            {QStringLiteral("bytesToSend"), plan.bytesToSend},
            {QStringLiteral("expectedSeconds"), plan.expectedSeconds},
            {QStringLiteral("guards"), toJson(plan.guards)},
            {QStringLiteral("notes"), toJson(plan.notes)},
            {QStringLiteral("baseGeneration"), plan.base.generation},
            {QStringLiteral("generation"), plan.result.head.generation},
            {QStringLiteral("missing"), QJsonArray::fromStringList(plan.missing)},
            {QStringLiteral("altered"), QJsonArray::fromStringList(plan.altered)},
            {QStringLiteral("unreadable"), QJsonArray::fromStringList(plan.unreadable.keys())},
            {QStringLiteral("root"), plan.root},
            {QStringLiteral("switching"),
             plan.switches ? QStringLiteral("link") : QStringLiteral("files")},
            {QStringLiteral("linkText"), plan.linkText}};
}

} // namespace kakehashi::publish
