#include "check/rulebook.h"

#include "check/rulewords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::RuleBook)
};

} // namespace

Result<RuleBook::Ptr> RuleBook::load(const QString &folder)
{
    auto book = std::make_shared<RuleBook>();
    const auto rules = book->readRules(folder + QStringLiteral("/rules.json"));
    if (!rules)
        return passOn(rules);
    auto words = readWords(folder);
    if (!words)
        return passOn(words);
    book->m_words = std::move(*words);
    return Ptr(std::move(book));
}

Result<RuleBook::Ptr> RuleBook::builtIn()
{
    return load(QStringLiteral(":/rules"));
}

Result<void> RuleBook::readRules(const QString &file)
{
    const auto json = readJson(file);
    if (!json)
        return passOn(json);
    for (const QJsonValue &value : json->array()) {
        const QJsonObject object = value.toObject();
        const auto severity = severityNamed(object.value(QLatin1String("severity")).toString());
        RuleInfo rule;
        rule.id = object.value(QLatin1String("id")).toString();
        if (rule.id.isEmpty() || !severity || m_byId.contains(rule.id))
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1: the rule \"%2\" has no id or severity, or stands there "
                                 "twice.")
                            .arg(file, rule.id));
        rule.severity = *severity;
        rule.clause = object.value(QLatin1String("clause")).toString();
        rule.titleJa = object.value(QLatin1String("ja")).toString();
        rule.titleEn = object.value(QLatin1String("en")).toString();
        rule.whyJa = object.value(QLatin1String("whyJa")).toString();
        rule.whyEn = object.value(QLatin1String("whyEn")).toString();
        rule.enabled = object.value(QLatin1String("enabled")).toBool(true);
        m_byId.insert(rule.id, m_rules.size());
        m_rules.append(rule);
    }
    return {};
}

Result<RuleBook::Ptr> RuleBook::with(const QJsonObject &decisions) const
{
    auto book = std::make_shared<RuleBook>(*this);
    for (auto each = decisions.begin(); each != decisions.end(); ++each) {
        if (!m_byId.contains(each.key()))
            return fail(ErrorCode::Invalid, Text::tr("There is no rule \"%1\".").arg(each.key()));
        const QJsonObject decision = each.value().toObject();
        RuleInfo &rule = book->m_rules[m_byId.value(each.key())];
        rule.enabled = decision.value(QLatin1String("enabled")).toBool(rule.enabled);
        if (!decision.contains(QLatin1String("severity")))
            continue;
        const auto severity = severityNamed(decision.value(QLatin1String("severity")).toString());
        if (!severity)
            return fail(ErrorCode::Invalid,
                        Text::tr("The severity of the rule \"%1\" must be must, should or ask.")
                            .arg(each.key()));
        rule.severity = *severity;
    }
    return Ptr(std::move(book));
}

RuleInfo RuleBook::info(const QString &id) const
{
    const RuleInfo *found = find(id);
    if (found)
        return *found;
    RuleInfo unknown;
    unknown.id = id;
    return unknown;
}

const RuleInfo *RuleBook::find(const QString &id) const
{
    const auto at = m_byId.constFind(id);
    return at == m_byId.constEnd() ? nullptr : &m_rules.at(at.value());
}

} // namespace kakehashi::check
