#include "store/undolog.h"

#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

// The one place with SQL for a single engine: triggers and quote() are SQLite's. Another engine
// brings its own way to note changes of rows.

namespace kakehashi::store {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Store)
};

struct Table
{
    QString name;
    QStringList columns;
    QStringList keys; ///< columns of the primary key
};

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString literal(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\'';
}

Result<QList<Table>> tablesOf(Database &database)
{
    Query names(database, QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND "
                                         "name NOT LIKE 'sqlite%' ORDER BY name"));
    const auto found = names.all({}, [](const Query &row) { return row.text(0); });
    if (!found)
        return passOn(found);
    QList<Table> tables;
    Query columns(database, QStringLiteral("SELECT name, pk FROM pragma_table_info(?)"));
    for (const QString &name : *found) {
        Table table{name, {}, {}};
        const auto read = columns.all({name}, [&table](const Query &row) {
            table.columns << row.text(0);
            if (row.number(1) > 0)
                table.keys << row.text(0);
            return 0;
        });
        if (!read)
            return passOn(read);
        if (!table.keys.isEmpty())
            tables << table;
    }
    return tables;
}

/// SQL that writes `name = 'value'` with the value that the row has in `state` (old, new).
QString valueOf(const QString &state, const QString &column)
{
    return QStringLiteral("quote(%1.%2)").arg(state, quoted(column));
}

QString whereKey(const Table &table)
{
    QStringList terms;
    for (const QString &key : table.keys)
        terms << literal((terms.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) +
                         quoted(key) + QStringLiteral(" IS ")) +
                     QStringLiteral(" || ") + valueOf(QStringLiteral("new"), key);
    return terms.join(QStringLiteral(" || "));
}

/// Takes an update back: what changed gets its old value where it still has the new one.
QString afterUpdate(const Table &table)
{
    const QString first = table.keys.constFirst();
    QString set =
        literal(QStringLiteral("UPDATE %1 SET %2 = ").arg(quoted(table.name), quoted(first))) +
        QStringLiteral(" || ") + valueOf(QStringLiteral("old"), first);
    QString where = whereKey(table);
    QStringList changed;
    for (const QString &column : table.columns) {
        const QString differs = QStringLiteral("old.%1 IS NOT new.%1").arg(quoted(column));
        const QString when = QStringLiteral(" || CASE WHEN %1 THEN %2 || %3 ELSE '' END");
        changed << differs;
        if (column != first)
            set += when.arg(differs, literal(QStringLiteral(", %1 = ").arg(quoted(column))),
                            valueOf(QStringLiteral("old"), column));
        if (!table.keys.contains(column))
            where += when.arg(differs, literal(QStringLiteral(" AND %1 IS ").arg(quoted(column))),
                              valueOf(QStringLiteral("new"), column));
    }
    return QStringLiteral("UPDATE ON main.%1 WHEN %2 BEGIN INSERT INTO undo_log (statement) "
                          "VALUES (%3 || %4); END")
        .arg(quoted(table.name), changed.join(QStringLiteral(" OR ")), set, where);
}

/// Takes an insertion back, where the row is as it was inserted. Of long texts, such as pages, the
/// length is proof enough: they would fill the memory after a large import.
QString afterInsert(const Table &table)
{
    constexpr int longText = 300;
    QString where = whereKey(table);
    for (const QString &column : table.columns) {
        if (table.keys.contains(column))
            continue;
        where += QStringLiteral(" || CASE WHEN length(new.%1) > %2 "
                                "THEN ' AND length(%1) = ' || length(new.%1) "
                                "ELSE ' AND %1 IS ' || quote(new.%1) END")
                     .arg(quoted(column))
                     .arg(longText);
    }
    return QStringLiteral("INSERT ON main.%1 BEGIN INSERT INTO undo_log (statement) "
                          "VALUES (%2 || %3); END")
        .arg(quoted(table.name), literal(QStringLiteral("DELETE FROM %1").arg(quoted(table.name))),
             where);
}

QString afterDelete(const Table &table)
{
    QStringList names;
    QStringList values;
    for (const QString &column : table.columns) {
        names << quoted(column);
        values << valueOf(QStringLiteral("old"), column);
    }
    const QString head = QStringLiteral("INSERT INTO %1 (%2) VALUES (")
                             .arg(quoted(table.name), names.join(QStringLiteral(", ")));
    return QStringLiteral("DELETE ON main.%1 BEGIN INSERT INTO undo_log (statement) "
                          "VALUES (%2 || %3 || ')'); END")
        .arg(quoted(table.name), literal(head), values.join(QStringLiteral(" || ', ' || ")));
}

/// Triggers of this connection alone, gone with it or at the end of the recording.
class Recording
{
public:
    explicit Recording(Database &database) : m_database(database) {}
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;
    ~Recording();

    Result<void> begin();
    Result<UndoLog> log();

private:
    Result<void> watch(const QString &event);

    Database &m_database;
    QStringList m_triggers;
    bool m_hasLog = false;
};

Recording::~Recording()
{
    if (!m_hasLog)
        return;
    for (const QString &trigger : std::as_const(m_triggers))
        static_cast<void>(m_database.execute(QStringLiteral("DROP TRIGGER temp.") + trigger));
    static_cast<void>(m_database.execute(QStringLiteral("DROP TABLE temp.undo_log")));
}

Result<void> Recording::watch(const QString &event)
{
    const QString name = QStringLiteral("undo_%1").arg(m_triggers.size());
    auto made =
        m_database.execute(QStringLiteral("CREATE TEMP TRIGGER %1 AFTER %2").arg(name, event));
    if (made)
        m_triggers << name;
    return made;
}

Result<void> Recording::begin()
{
    const auto tables = tablesOf(m_database);
    if (!tables)
        return passOn(tables);
    auto made = m_database.execute(QStringLiteral(
        "CREATE TEMP TABLE undo_log (number INTEGER PRIMARY KEY, statement TEXT NOT NULL)"));
    m_hasLog = made.has_value();
    for (const Table &table : *tables) {
        for (const QString &event : {afterUpdate(table), afterInsert(table), afterDelete(table)}) {
            if (made)
                made = watch(event);
        }
    }
    return made;
}

Result<UndoLog> Recording::log()
{
    Query query(m_database,
                QStringLiteral("SELECT statement FROM temp.undo_log ORDER BY number DESC"));
    auto statements = query.all({}, [](const Query &row) { return row.text(0); });
    if (!statements)
        return passOn(statements);
    return UndoLog{*std::move(statements)};
}

tl::unexpected<Error> changedSince(const QString &detail)
{
    return fail(ErrorCode::Conflict,
                Text::tr("This can no longer be undone: what it changed has been changed again "
                         "since. Nothing was touched."),
                detail);
}

Result<void> takeBack(Database &database, const QString &statement)
{
    // Not prepared: the values are in it, and a "?" of a text is no placeholder.
    QSqlQuery query(database.connection());
    if (query.exec(statement))
        return query.numRowsAffected() == 1 ? Result<void>() : changedSince(statement);
    const auto failed = database.failure(query.lastError(), statement);
    const ErrorCode code = failed.value().code;
    const bool isConstraint = code == ErrorCode::Conflict || code == ErrorCode::AlreadyExists;
    return isConstraint ? Result<void>(changedSince(failed.value().detail)) : Result<void>(failed);
}

} // namespace

Result<UndoLog> recordUndo(Database &database, const std::function<Result<void>()> &work)
{
    Recording recording(database);
    if (auto begun = recording.begin(); !begun)
        return passOn(begun);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return passOn(transaction);
    if (auto done = work(); !done)
        return passOn(done);
    auto log = recording.log();
    if (!log)
        return log;
    if (auto stored = transaction->commit(); !stored)
        return passOn(stored);
    return log;
}

Result<UndoLog> undo(Database &database, const UndoLog &log)
{
    return recordUndo(database, [&database, &log]() -> Result<void> {
        for (const QString &statement : log.statements) {
            if (auto done = takeBack(database, statement); !done)
                return done;
        }
        return {};
    });
}

} // namespace kakehashi::store
