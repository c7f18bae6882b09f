#include "publish/rollback/storedplan.h"

#include "publish/format/storednames.h"

#include <QJsonArray>

namespace kakehashi::publish {
namespace {

PlanItem::Action actionFromStored(const QString &text)
{
    using Action = PlanItem::Action;
    for (const Action action :
         {Action::Replace, Action::Remove, Action::Adopt, Action::Conflict, Action::Foreign}) {
        if (text == toStored(action))
            return action;
    }
    return Action::Add;
}

PlanItem itemFrom(const QJsonObject &object)
{
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    PlanItem item;
    item.action = actionFromStored(text("action"));
    item.path = text("path");
    item.bytes = object.value(QLatin1String("bytes")).toInteger();
    item.group = groupFromStored(text("group"));
    item.reason = text("reason");
    item.before = Sha256::fromHex(text("before"));
    item.after = Sha256::fromHex(text("after"));
    const QJsonObject origin = object.value(QLatin1String("origin")).toObject();
    item.origin.id = origin.value(QLatin1String("id")).toString();
    item.origin.label = origin.value(QLatin1String("label")).toString();
    return item;
}

} // namespace

Plan planFromStored(const QJsonObject &object)
{
    Plan plan;
    for (const QJsonValue &value : object.value(QLatin1String("items")).toArray())
        plan.items.append(itemFrom(value.toObject()));
    for (const QJsonValue &value : object.value(QLatin1String("notes")).toArray())
        plan.notes.append({Severity::Should,
                           value.toObject().value(QLatin1String("rule")).toString(),
                           value.toObject().value(QLatin1String("text")).toString()});
    plan.unchanged = object.value(QLatin1String("unchanged")).toInt();
    plan.bytesToSend = object.value(QLatin1String("bytesToSend")).toInteger();
    plan.expectedSeconds = object.value(QLatin1String("expectedSeconds")).toDouble();
    plan.base.generation = object.value(QLatin1String("baseGeneration")).toInteger();
    plan.result.head.generation = object.value(QLatin1String("generation")).toInteger();
    plan.root = object.value(QLatin1String("root")).toString();
    return plan;
}

} // namespace kakehashi::publish
