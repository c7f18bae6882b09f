#include "check/outside/outsidelinkrepository.h"

#include "store/query.h"
#include "store/transaction.h"

namespace kakehashi::check {
namespace {

const auto columns = QStringLiteral("url, at, status, problem, moved_to, failures, failing_since");

OutsideState readState(const store::Query &row)
{
    OutsideState state;
    state.answer.url = row.text(0);
    state.answer.at = row.time(1);
    state.answer.status = row.number(2);
    state.answer.problem = row.text(3);
    state.answer.movedTo = row.text(4);
    state.failures = row.number(5);
    state.failingSince = row.time(6);
    return state;
}

} // namespace

Result<void> OutsideLinkRepository::note(const LinkAnswer &answer)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query find(m_database, QStringLiteral("SELECT ") + columns +
                                      QStringLiteral(" FROM outside_link WHERE url = ?"));
    const auto before = find.first({answer.url}, readState);
    if (!before)
        return passOn(before);
    OutsideState state{answer, 0, {}};
    if (!answer.isGood()) {
        const bool failedBefore = *before && (*before)->failures > 0;
        state.failures = failedBefore ? (*before)->failures + 1 : 1;
        state.failingSince = failedBefore ? (*before)->failingSince : answer.at;
    }
    store::Query forget(m_database, QStringLiteral("DELETE FROM outside_link WHERE url = ?"));
    if (const auto done = forget.run({answer.url}); !done)
        return passOn(done);
    store::Query add(m_database, QStringLiteral("INSERT INTO outside_link (") + columns +
                                     QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?)"));
    const auto done = add.run({answer.url, answer.at, answer.status, answer.problem, answer.movedTo,
                               state.failures, state.failingSince});
    if (!done)
        return passOn(done);
    return transaction->commit();
}

Result<QHash<QString, OutsideState>> OutsideLinkRepository::all() const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM outside_link"));
    const auto states = query.all({}, readState);
    if (!states)
        return passOn(states);
    QHash<QString, OutsideState> byUrl;
    for (const OutsideState &state : *states)
        byUrl.insert(state.answer.url, state);
    return byUrl;
}

} // namespace kakehashi::check
