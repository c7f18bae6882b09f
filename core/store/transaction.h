#pragma once

#include "base/result.h"

namespace kakehashi::store {

class Database;

/// Everything until commit(), or nothing: leaving the scope without commit() rolls back. A
/// transaction within another is a savepoint of it.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    /// For reading alone: everything is seen as of the first look, and nobody who writes waits.
    static Result<Transaction> beginReading(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// Fails with DiskFull, ReadOnly or Locked; the database is then as before begin().
    Result<void> commit();

private:
    static Result<Transaction> begin(Database &database, const char *outermost);
    Transaction(Database *database, int depth);
    void rollBack();

    Database *m_database;
    int m_depth;
};

} // namespace kakehashi::store
