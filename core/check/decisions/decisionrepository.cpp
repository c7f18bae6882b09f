#include "check/decisions/decisionrepository.h"

#include "store/query.h"
#include "store/transaction.h"

namespace kakehashi::check {
namespace {

SiteTerm readTerm(const store::Query &row)
{
    return {row.id(0), row.text(1), row.text(2), row.text(3)};
}

std::pair<QString, QString> readWeight(const store::Query &row)
{
    return {row.text(0), row.text(1)};
}

/// Everything that can be wrong, before anything is written.
Result<Decisions> checked(Decisions decisions)
{
    auto terms = tidied(decisions.terms);
    if (!terms)
        return passOn(terms);
    decisions.terms = std::move(*terms);
    const auto rules = RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    if (const auto usable = (*rules)->with(decisions); !usable)
        return passOn(usable);
    return decisions;
}

} // namespace

Result<Decisions> DecisionRepository::decisions() const
{
    const auto rules = RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    store::Query weights(m_database, QStringLiteral("SELECT rule, weight FROM check_weight"));
    const auto stored = weights.all({}, readWeight);
    if (!stored)
        return passOn(stored);
    Decisions decisions;
    for (const auto &[rule, name] : *stored) {
        const auto weight = weightNamed(name);
        if (weight && (*rules)->find(rule))
            decisions.weights.insert(rule, *weight);
    }
    store::Query terms(m_database, QStringLiteral("SELECT id, written, wanted, reason "
                                                  "FROM check_term ORDER BY position"));
    auto all = terms.all({}, readTerm);
    if (!all)
        return passOn(all);
    decisions.terms = std::move(*all);
    return decisions;
}

Result<void> DecisionRepository::save(const Decisions &decisions, const QString &author,
                                      const QDateTime &at)
{
    const auto wanted = checked(decisions);
    if (!wanted)
        return passOn(wanted);
    const auto before = this->decisions();
    if (!before)
        return passOn(before);
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query forget(m_database, QStringLiteral("DELETE FROM check_weight WHERE rule = ?"));
    for (auto each = before->weights.cbegin(); each != before->weights.cend(); ++each) {
        if (wanted->weights.contains(each.key()) && wanted->weights[each.key()] == each.value())
            continue;
        if (const auto done = forget.run({each.key()}); !done)
            return passOn(done);
    }
    store::Query insert(m_database, QStringLiteral("INSERT INTO check_weight (rule, weight, "
                                                   "author, at) VALUES (?, ?, ?, ?)"));
    for (auto each = wanted->weights.cbegin(); each != wanted->weights.cend(); ++each) {
        if (before->weights.contains(each.key()) && before->weights[each.key()] == each.value())
            continue;
        if (const auto done = insert.run({each.key(), nameOf(each.value()), author, at}); !done)
            return passOn(done);
    }
    store::Query clear(m_database, QStringLiteral("DELETE FROM check_term"));
    if (const auto done = clear.run({}); !done)
        return passOn(done);
    store::Query add(m_database, QStringLiteral("INSERT INTO check_term (id, written, wanted, "
                                                "reason, position) VALUES (?, ?, ?, ?, ?)"));
    for (int position = 0; const SiteTerm &term : wanted->terms) {
        const auto done = add.run({term.id, term.written, term.wanted, term.reason, position++});
        if (!done)
            return passOn(done);
    }
    return transaction->commit();
}

Result<RuleBook::Ptr> siteRules(store::Database &database)
{
    const auto rules = RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    const auto decisions = DecisionRepository(database).decisions();
    if (!decisions)
        return passOn(decisions);
    return (*rules)->with(*decisions);
}

} // namespace kakehashi::check
