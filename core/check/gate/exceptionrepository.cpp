#include "check/gate/exceptionrepository.h"

#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Gate)
};

const auto selection = QStringLiteral("SELECT id, rule, page, evidence, found, reason, author, at, "
                                      "revoked_at, revoked_by FROM check_exception ");

Exception readException(const store::Query &row)
{
    Exception exception;
    exception.id = row.id(0);
    exception.rule = row.text(1);
    exception.page = row.id(2);
    exception.evidence = row.text(3);
    exception.found = row.text(4);
    exception.reason = row.text(5);
    exception.author = row.text(6);
    exception.at = row.time(7);
    exception.revokedAt = row.time(8);
    exception.revokedBy = row.text(9);
    return exception;
}

} // namespace

Result<void> ExceptionRepository::add(const QList<Exception> &exceptions)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO check_exception (id, rule, page, evidence, "
                                      "found, reason, author, at, revoked_by) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')"));
    for (const Exception &exception : exceptions) {
        if (exception.reason.trimmed().isEmpty() || exception.author.trimmed().isEmpty())
            return fail(ErrorCode::Invalid, Text::tr("An exception needs a reason. Say why this "
                                                     "may be published as it is."));
        const auto done = query.run({exception.id, exception.rule, exception.page,
                                     exception.evidence, exception.found,
                                     exception.reason.trimmed(), exception.author, exception.at});
        if (!done)
            return passOn(done);
    }
    return transaction->commit();
}

Result<QList<Exception>> ExceptionRepository::holding() const
{
    store::Query query(m_database,
                       selection + QStringLiteral("WHERE revoked_at IS NULL ORDER BY at, id"));
    return query.all({}, readException);
}

Result<QList<Exception>> ExceptionRepository::all() const
{
    store::Query query(m_database, selection + QStringLiteral("ORDER BY at DESC, id DESC"));
    return query.all({}, readException);
}

Result<void> ExceptionRepository::revoke(const Ulid &id, const QString &author, const QDateTime &at)
{
    store::Query query(m_database, QStringLiteral("UPDATE check_exception SET revoked_at = ?, "
                                                  "revoked_by = ? "
                                                  "WHERE id = ? AND revoked_at IS NULL"));
    const auto done = query.run({at, author, id});
    if (!done)
        return passOn(done);
    if (*done == 0)
        return fail(ErrorCode::NotFound,
                    Text::tr("There is no exception %1 that holds.").arg(id.toString()));
    return {};
}

} // namespace kakehashi::check
