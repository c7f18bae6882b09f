#include "store/query.h"

#include <QJsonDocument>
#include <QSqlError>

namespace kakehashi::store {
namespace {

const QVariant null{QMetaType(QMetaType::QString)};

} // namespace

Value::Value(const Ulid &id) : m_value(id.isNull() ? null : QVariant(id.toString())) {}

Value::Value(const Sha256 &hash) : m_value(hash.isNull() ? null : QVariant(hash.toString())) {}

Value::Value(const QDate &date)
    : m_value(date.isValid() ? QVariant(date.toString(Qt::ISODate)) : null)
{}

Value::Value(const QDateTime &time) : m_value(time.isValid() ? QVariant(toStored(time)) : null) {}

Value::Value(const QJsonObject &json)
    : m_value(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)))
{}

Value::Value(std::optional<double> number) : m_value(number ? QVariant(*number) : null) {}

Query::Query(Database &database, QString sql)
    : m_database(database), m_sql(std::move(sql)), m_query(database.connection())
{
    m_query.setForwardOnly(true);
}

Result<void> Query::execute(Values values)
{
    if (!m_prepared && !m_query.prepare(m_sql))
        return m_database.failure(m_query.lastError(), m_sql);
    m_prepared = true;
    int position = 0;
    for (const Value &value : values)
        m_query.bindValue(position++, value.variant());
    if (!m_query.exec())
        return m_database.failure(m_query.lastError(), m_sql);
    return {};
}

Result<void> Query::finish()
{
    // next() is false at the end and on damage alike; only the error tells them apart.
    const QSqlError error = m_query.lastError();
    m_query.finish();
    if (error.isValid())
        return m_database.failure(error, m_sql);
    return {};
}

Result<int> Query::run(Values values)
{
    if (auto done = execute(values); !done)
        return passOn(done);
    const int changed = m_query.numRowsAffected();
    m_query.finish();
    return changed;
}

bool Query::isNull(int column) const
{
    return m_query.isNull(column);
}

QString Query::text(int column) const
{
    return m_query.value(column).toString();
}

int Query::number(int column) const
{
    return m_query.value(column).toInt();
}

qint64 Query::large(int column) const
{
    return m_query.value(column).toLongLong();
}

double Query::real(int column) const
{
    return m_query.value(column).toDouble();
}

std::optional<double> Query::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

bool Query::flag(int column) const
{
    return number(column) != 0;
}

Ulid Query::id(int column) const
{
    return Ulid::fromString(text(column));
}

Sha256 Query::hash(int column) const
{
    return Sha256::fromHex(text(column));
}

QDate Query::date(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

QDateTime Query::time(int column) const
{
    return fromStored(text(column));
}

QJsonObject Query::json(int column) const
{
    const QString stored = text(column);
    return stored.size() <= 2 ? QJsonObject() // "{}", by far the commonest
                              : QJsonDocument::fromJson(stored.toUtf8()).object();
}

} // namespace kakehashi::store
