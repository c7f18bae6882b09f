#pragma once

#include "base/sha256.h"
#include "base/ulid.h"
#include "store/database.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <optional>
#include <type_traits>

namespace kakehashi::store {

/// A value bound to a "?", in the form in which it is stored: ids, times and dates as ISO text,
/// flags as 0 and 1, JSON compact. Null ids, invalid times and empty optionals are NULL.
class Value
{
public:
    Value(const QString &text) : m_value(text.isNull() ? QStringLiteral("") : text) {}
    Value(int number) : m_value(number) {}
    Value(qint64 number) : m_value(number) {}
    Value(double number) : m_value(number) {}
    Value(bool flag) : m_value(flag ? 1 : 0) {}
    Value(const Ulid &id);
    Value(const Sha256 &hash);
    Value(const QDate &date);
    Value(const QDateTime &time);
    Value(const QJsonObject &json);
    Value(std::optional<double> number);

    const QVariant &variant() const { return m_value; }

private:
    QVariant m_value;
};

using Values = std::initializer_list<Value>;

/// A prepared statement and, while it is read, its current row. Columns count from 0.
class Query
{
public:
    Query(Database &database, QString sql);

    /// Executes a statement that gives no rows. Returns the number of rows it changed.
    Result<int> run(Values values = {});

    /// Every row, made into something by `make(const Query &)`.
    template <typename Make>
    auto all(Values values, Make make) -> Result<QList<std::invoke_result_t<Make, const Query &>>>
    {
        QList<std::invoke_result_t<Make, const Query &>> rows;
        if (auto done = execute(values); !done)
            return passOn(done);
        while (m_query.next())
            rows.append(make(std::as_const(*this)));
        if (auto done = finish(); !done)
            return passOn(done);
        return rows;
    }

    /// The first row, or nothing.
    template <typename Make>
    auto first(Values values, Make make)
        -> Result<std::optional<std::invoke_result_t<Make, const Query &>>>
    {
        std::optional<std::invoke_result_t<Make, const Query &>> row;
        if (auto done = execute(values); !done)
            return passOn(done);
        if (m_query.next())
            row = make(std::as_const(*this));
        if (auto done = finish(); !done)
            return passOn(done);
        return row;
    }

    bool isNull(int column) const;
    QString text(int column) const;
    int number(int column) const;
    qint64 large(int column) const;
    double real(int column) const;
    std::optional<double> optionalReal(int column) const;
    bool flag(int column) const;
    Ulid id(int column) const;
    Sha256 hash(int column) const;
    QDate date(int column) const;
    QDateTime time(int column) const; ///< UTC
    QJsonObject json(int column) const;

private:
    Result<void> execute(Values values);
    Result<void> finish();

    Database &m_database;
    QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
};

} // namespace kakehashi::store
