#pragma once

#include "base/result.h"
#include "check/decisions/decisions.h"
#include "check/rulebook.h"

namespace kakehashi::store {
class Database;
}

namespace kakehashi::check {

/// The decisions of one site (tables `check_weight` and `check_term`). On the database's thread.
class DecisionRepository
{
public:
    explicit DecisionRepository(store::Database &database) : m_database(database) {}

    /// Weights of rules that this version does not know stay stored but are left out here.
    Result<Decisions> decisions() const;
    /// All or nothing. Invalid as tidied() and RuleBook::with() say. `author` and the time are kept
    /// with every weight that changes.
    Result<void> save(const Decisions &decisions, const QString &author, const QDateTime &at);

private:
    store::Database &m_database;
};

/// The rules that ship, as this site decided about them. On the database's thread; the book itself
/// may go anywhere.
Result<RuleBook::Ptr> siteRules(store::Database &database);

} // namespace kakehashi::check
