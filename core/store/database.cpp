#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <atomic>

namespace kakehashi::store {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Store)
};

// Primary result codes, sqlite.org/rescode.html; the extended ones hold them in the low byte.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    TableLocked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Damaged = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NoDatabase = 26,
};
constexpr int primaryMask = 0xff;
constexpr int foreignKeyConstraint = 787;

QString nextConnectionName()
{
    static std::atomic_int last = 0;
    return QStringLiteral("kakehashi-%1").arg(++last);
}

ErrorCode codeOf(int sqlite)
{
    if (sqlite == foreignKeyConstraint)
        return ErrorCode::Conflict;
    switch (sqlite & primaryMask) {
    case Permission:
    case CannotOpen:
        return ErrorCode::PermissionDenied;
    case Busy:
    case TableLocked:
        return ErrorCode::Locked;
    case ReadOnlyFile:
        return ErrorCode::ReadOnly;
    case Damaged:
    case NoDatabase:
        return ErrorCode::Corrupt;
    case Full:
        return ErrorCode::DiskFull;
    case Constraint:
        return ErrorCode::AlreadyExists;
    default:
        return ErrorCode::Failed;
    }
}

QString sentence(ErrorCode code, const QString &file, const QString &reason)
{
    switch (code) {
    case ErrorCode::PermissionDenied:
        return Text::tr("%1 cannot be opened. Check that it is there and that you may write in "
                        "its folder.")
            .arg(file);
    case ErrorCode::Locked:
        return Text::tr("Another program is writing to %1. Wait a moment and try again.").arg(file);
    case ErrorCode::ReadOnly:
        return Text::tr("%1 cannot be written to. Check the permissions of the folder, or copy "
                        "the site to a place where you may write.")
            .arg(file);
    case ErrorCode::Corrupt:
        return Text::tr("%1 is damaged (%2). Put the latest good backup in its place.")
            .arg(file, reason);
    case ErrorCode::DiskFull:
        return Text::tr("The disk is full, so nothing was stored in %1; what was there before is "
                        "unchanged. Free some space and save again.")
            .arg(file);
    case ErrorCode::AlreadyExists:
        return Text::tr("%1 already holds one of these (%2).").arg(file, reason);
    case ErrorCode::Conflict:
        return Text::tr("Something else in %1 still refers to this. Remove that first.").arg(file);
    default:
        return Text::tr("%1 could not be read or written (%2).").arg(file, reason);
    }
}

} // namespace

struct Database::Parts
{
    QString connectionName = nextConnectionName();
    QString file;
    QSqlDatabase connection;
    QThread *thread = QThread::currentThread();
    int transactionDepth = 0;
};

Database::Database() : m_parts(std::make_unique<Parts>()) {}

Database::~Database()
{
    m_parts->connection.close();
    // Qt insists that no copy of the handle is left when the connection is removed.
    m_parts->connection = {};
    QSqlDatabase::removeDatabase(m_parts->connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, const MigrationSets &sets,
                                                 const BeforeMigrating &beforeMigrating)
{
    const bool existed = QFileInfo::exists(file);
    std::unique_ptr<Database> database(new Database);
    if (auto done = database->connect(file, false); !done)
        return passOn(done);
    if (existed) {
        if (auto sound = database->check(false); !sound)
            return passOn(sound);
    }
    auto needed = needsMigration(*database, sets);
    if (!needed)
        return passOn(needed);
    if (!*needed)
        return database;
    if (existed && beforeMigrating) {
        if (auto done = beforeMigrating(*database); !done)
            return passOn(done);
    }
    if (auto done = migrate(*database, sets); !done)
        return passOn(done);
    return database;
}

Result<std::unique_ptr<Database>> Database::openReadOnly(const QString &file)
{
    if (!QFileInfo::exists(file))
        return fail(ErrorCode::NotFound,
                    Text::tr("%1 is not there.").arg(QDir::toNativeSeparators(file)));
    std::unique_ptr<Database> database(new Database);
    if (auto done = database->connect(file, true); !done)
        return passOn(done);
    return database;
}

Result<void> Database::connect(const QString &file, bool readOnly)
{
    m_parts->file = file;
    auto &connection = m_parts->connection;
    connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_parts->connectionName);
    if (!connection.isValid())
        return fail(ErrorCode::Unsupported,
                    Text::tr("Qt's SQLite driver is missing. Install the program again."));
    connection.setDatabaseName(file);
    connection.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;"
                                                           "QSQLITE_BUSY_TIMEOUT=5000")
                                          : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return failure(connection.lastError(), QStringLiteral("open"));
    if (auto done = execute(QStringLiteral("PRAGMA foreign_keys = ON")); !done || readOnly)
        return done;
    if (auto done = execute(QStringLiteral("PRAGMA journal_mode = WAL")); !done)
        return done;
    return execute(QStringLiteral("PRAGMA synchronous = FULL"));
}

QString Database::file() const
{
    return m_parts->file;
}

const QSqlDatabase &Database::connection() const
{
    Q_ASSERT(m_parts->thread == QThread::currentThread());
    return m_parts->connection;
}

Result<void> Database::execute(const QString &sql)
{
    QSqlQuery query(connection());
    if (!query.exec(sql))
        return failure(query.lastError(), sql);
    return {};
}

Result<void> Database::check(bool thorough)
{
    const QString sql = thorough ? QStringLiteral("PRAGMA integrity_check(5)")
                                 : QStringLiteral("PRAGMA quick_check(5)");
    QSqlQuery query(connection());
    if (!query.exec(sql))
        return failure(query.lastError(), sql);
    QStringList findings;
    while (query.next())
        findings.append(query.value(0).toString());
    if (query.lastError().isValid())
        return failure(query.lastError(), sql);
    if (findings == QStringList{QStringLiteral("ok")})
        return {};
    const QString file = QDir::toNativeSeparators(m_parts->file);
    return fail(ErrorCode::Corrupt, sentence(ErrorCode::Corrupt, file, findings.value(0)),
                findings.join(QLatin1Char('\n')));
}

tl::unexpected<Error> Database::failure(const QSqlError &error, const QString &sql) const
{
    ErrorCode code = codeOf(error.nativeErrorCode().toInt());
    // In a folder without write permission SQLite cannot make its log and reports the file.
    const QFileInfo info(m_parts->file);
    if (code == ErrorCode::PermissionDenied && info.isReadable() &&
        !QFileInfo(info.absolutePath()).isWritable())
        code = ErrorCode::ReadOnly;
    return fail(code, sentence(code, QDir::toNativeSeparators(m_parts->file), error.databaseText()),
                error.nativeErrorCode() + QStringLiteral(": ") + error.text() +
                    QStringLiteral(" in ") + sql);
}

int Database::enterTransaction()
{
    return m_parts->transactionDepth++;
}

void Database::leaveTransaction()
{
    --m_parts->transactionDepth;
}

} // namespace kakehashi::store
