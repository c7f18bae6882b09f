#include "check/rulebook.h"

#include "check/rulewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

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
        rule.shipped = rule.weight();
        m_byId.insert(rule.id, m_rules.size());
        m_rules.append(rule);
    }
    return {};
}

Result<RuleBook::Ptr> RuleBook::with(const Decisions &decisions) const
{
    auto book = std::make_shared<RuleBook>(*this);
    for (auto each = decisions.weights.begin(); each != decisions.weights.end(); ++each) {
        if (!m_byId.contains(each.key()))
            return fail(ErrorCode::Invalid, Text::tr("There is no rule \"%1\".").arg(each.key()));
        RuleInfo &rule = book->m_rules[m_byId.value(each.key())];
        if (rule.isFixed() && each.value() != rule.shipped)
            return fail(ErrorCode::Invalid,
                        Text::tr("The rule \"%1\" stops publishing, because what it finds breaks "
                                 "the law or the page. It cannot be made weaker; let a single "
                                 "place pass with an exception and its reason.")
                            .arg(each.key()));
        rule.isDecided = each.value() != rule.shipped;
        rule.enabled = each.value().has_value();
        rule.severity = each.value().value_or(rule.severity);
    }
    addTerms(decisions.terms, book->m_words);
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
