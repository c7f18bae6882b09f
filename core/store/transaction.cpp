#include "store/transaction.h"

#include "store/database.h"

#include <utility>

namespace kakehashi::store {
namespace {

QString savepoint(const char *verb, int depth)
{
    return QStringLiteral("%1 kakehashi_%2").arg(QLatin1String(verb)).arg(depth);
}

} // namespace

Result<Transaction> Transaction::begin(Database &database)
{
    // IMMEDIATE takes the write lock at once: a later upgrade could fail without a second try.
    return begin(database, "BEGIN IMMEDIATE");
}

Result<Transaction> Transaction::beginReading(Database &database)
{
    return begin(database, "BEGIN");
}

Result<Transaction> Transaction::begin(Database &database, const char *outermost)
{
    const int depth = database.enterTransaction();
    const QString sql = depth == 0 ? QString::fromLatin1(outermost) : savepoint("SAVEPOINT", depth);
    if (auto begun = database.execute(sql); !begun) {
        database.leaveTransaction();
        return passOn(begun);
    }
    return Transaction(&database, depth);
}

Transaction::Transaction(Database *database, int depth) : m_database(database), m_depth(depth) {}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_depth(other.m_depth)
{}

Transaction::~Transaction()
{
    if (m_database)
        rollBack();
}

Result<void> Transaction::commit()
{
    const QString sql = m_depth == 0 ? QStringLiteral("COMMIT") : savepoint("RELEASE", m_depth);
    if (auto done = m_database->execute(sql); !done) {
        rollBack();
        return done;
    }
    std::exchange(m_database, nullptr)->leaveTransaction();
    return {};
}

void Transaction::rollBack()
{
    Database &database = *std::exchange(m_database, nullptr);
    database.leaveTransaction();
    // A full disk or a damaged file makes SQLite roll back by itself; a second time is no error.
    if (m_depth == 0) {
        static_cast<void>(database.execute(QStringLiteral("ROLLBACK")));
        return;
    }
    static_cast<void>(database.execute(savepoint("ROLLBACK TO", m_depth)));
    static_cast<void>(database.execute(savepoint("RELEASE", m_depth)));
}

} // namespace kakehashi::store
