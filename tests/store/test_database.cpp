#include "store/query.h"
#include "store/transaction.h"
#include "support/testsite.h"
#include "workspace/schema.h"

#include <QFile>

using namespace kakehashi;
using namespace kakehashi::store;

namespace {

/// Three versions of a small schema, as if released one after another.
MigrationSet growing(int newest)
{
    const QList<Migration> all{
        {1, {QStringLiteral("CREATE TABLE note (id TEXT PRIMARY KEY, words TEXT NOT NULL)")}},
        {2,
         {QStringLiteral("ALTER TABLE note ADD COLUMN stars INTEGER NOT NULL DEFAULT 0"),
          QStringLiteral("UPDATE note SET stars = 3")}},
        {3, {QStringLiteral("CREATE INDEX note_stars ON note (stars)")}},
    };
    return {QStringLiteral("growing"), all.first(newest)};
}

Result<int> count(Database &database)
{
    Query query(database, QStringLiteral("SELECT count(*) FROM note"));
    auto found = query.first({}, [](const Query &row) { return row.number(0); });
    if (!found)
        return passOn(found);
    return found->value_or(-1);
}

Result<int> insert(Database &database, const QString &words)
{
    Query query(database, QStringLiteral("INSERT INTO note (id, words) VALUES (?, ?)"));
    return query.run({Ulid::generate(), words});
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void opensDurableAndStrict()
    {
        auto database = Database::open(file(), {growing(3)});
        VERIFY_OK(database);
        const auto pragma = [&](const char *name) {
            Query query(**database, QStringLiteral("PRAGMA ") + QLatin1String(name));
            return query.first({}, [](const Query &row) { return row.text(0); })->value();
        };
        QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    }

    void migratesFromEveryOlderVersion_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= 3; ++version)
            QTest::addRow("from %d", version) << version;
    }
    void migratesFromEveryOlderVersion()
    {
        QFETCH(int, version);
        {
            auto old = Database::open(file(), {growing(version)});
            VERIFY_OK(old);
            VERIFY_OK(insert(**old, QStringLiteral("桜")));
        }
        int backups = 0;
        auto now = Database::open(file(), {growing(3)}, [&](Database &) -> Result<void> {
            ++backups;
            return {};
        });
        VERIFY_OK(now);
        QCOMPARE(backups, version < 3 ? 1 : 0);
        Query query(**now, QStringLiteral("SELECT words, stars FROM note"));
        auto row = query.first({}, [](const Query &r) { return QString(r.text(0) + r.text(1)); });
        QCOMPARE(**row, version == 1 ? QStringLiteral("桜3") : QStringLiteral("桜0"));
    }

    void theProgramsSchemaMigratesFromEveryOlderVersion()
    {
        const MigrationSets newest = workspace::schema();
        for (qsizetype set = 0; set < newest.size(); ++set) {
            for (int version = 0; version < newest.at(set).newest(); ++version) {
                MigrationSets older = newest.first(set + 1);
                older.last().migrations.resize(version);
                const QString path =
                    m_folder->filePath(QStringLiteral("%1-%2.sqlite").arg(set).arg(version));
                VERIFY_OK(Database::open(path, older));
                auto opened = Database::open(path, newest);
                VERIFY_OK(opened);
                VERIFY_OK((*opened)->check(true));
            }
        }
    }

    void aFailingMigrationLeavesTheOldSchema()
    {
        {
            auto old = Database::open(file(), {growing(1)});
            VERIFY_OK(insert(**old, QStringLiteral("kept")));
        }
        MigrationSet broken = growing(2);
        broken.migrations.append({3, {QStringLiteral("CREATE TABLE note (id TEXT)")}});
        QVERIFY(!Database::open(file(), {broken}));
        auto again = Database::open(file(), {growing(1)});
        VERIFY_OK(again);
        QCOMPARE(count(**again).value_or(-1), 1);
    }

    void refusesWhatANewerProgramMade()
    {
        VERIFY_OK(Database::open(file(), {growing(3)}));
        VERIFY_FAILS(Database::open(file(), {growing(2)}), ErrorCode::NewerVersion);
        VERIFY_FAILS(Database::open(file(), {}), ErrorCode::NewerVersion);
    }

    void aTransactionIsAllOrNothing()
    {
        auto database = Database::open(file(), {growing(3)});
        {
            auto outer = Transaction::begin(**database);
            VERIFY_OK(outer);
            VERIFY_OK(insert(**database, QStringLiteral("outer")));
            {
                auto inner = Transaction::begin(**database);
                VERIFY_OK(inner);
                VERIFY_OK(insert(**database, QStringLiteral("inner, given up")));
            }
            QCOMPARE(*count(**database), 1);
            VERIFY_OK(outer->commit());
        }
        {
            auto given = Transaction::begin(**database);
            VERIFY_OK(insert(**database, QStringLiteral("given up")));
        }
        QCOMPARE(*count(**database), 1);
    }

    void aFullDiskLosesNothing()
    {
        auto database = Database::open(file(), {growing(3)});
        VERIFY_OK(insert(**database, QStringLiteral("before")));
        // SQLite answers as on a full disk when the file would pass this many pages.
        VERIFY_OK((*database)->execute(QStringLiteral("PRAGMA max_page_count = 8")));
        {
            auto transaction = Transaction::begin(**database);
            VERIFY_OK(insert(**database, QStringLiteral("small")));
            VERIFY_FAILS(insert(**database, QString(200'000, u'大')), ErrorCode::DiskFull);
        }
        QCOMPARE(*count(**database), 1);
        VERIFY_OK((*database)->execute(QStringLiteral("PRAGMA max_page_count = 100000")));
        VERIFY_OK(insert(**database, QString(200'000, u'大')));
        QCOMPARE(*count(**database), 2);
    }

    void tellsDamageApart_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("head") << 0;
        QTest::newRow("middle") << 5000;
    }
    void tellsDamageApart()
    {
        QFETCH(int, offset);
        {
            auto database = Database::open(file(), {growing(3)});
            for (int i = 0; i < 50; ++i)
                VERIFY_OK(insert(**database, QString(500, u'あ')));
            VERIFY_OK((*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        QFile raw(file());
        QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek(offset));
        raw.write(QByteArray(4096, '\x5a'));
        raw.close();
        VERIFY_FAILS(Database::open(file(), {growing(3)}), ErrorCode::Corrupt);
    }

    void anotherWriterIsAClearRefusal()
    {
        auto first = Database::open(file(), {growing(3)});
        auto second = Database::open(file(), {growing(3)});
        VERIFY_OK((*second)->execute(QStringLiteral("PRAGMA busy_timeout = 10")));
        auto holding = Transaction::begin(**first);
        VERIFY_FAILS(insert(**second, QStringLiteral("late")), ErrorCode::Locked);
        VERIFY_OK(holding->commit());
        VERIFY_OK(insert(**second, QStringLiteral("late")));
    }

    void aReadOnlyFileIsAClearRefusal()
    {
        VERIFY_OK(Database::open(file(), {growing(1)}));
        test::setWritable(file(), false);
        test::setWritable(m_folder->path(), false);
        {
            const test::AsOrdinaryUser user;
            VERIFY_FAILS(Database::open(file(), {growing(2)}), ErrorCode::ReadOnly);
        }
        test::setWritable(m_folder->path(), true);
    }

    void valuesComeBackAsTheyWent()
    {
        auto database = Database::open(file(), {growing(3)});
        const QDateTime time = test::firstMorning().addMSecs(7);
        const QJsonObject json{{QStringLiteral("名"), 1}};
        Query query(**database, QStringLiteral("SELECT ?, ?, ?, ?, ?, ?, ?"));
        auto same = query.first(
            {QString(), Ulid(), time, QDate(2026, 4, 1), json, true, std::optional<double>()},
            [&](const Query &row) {
                return row.text(0).isEmpty() && !row.isNull(0) && row.id(1).isNull() &&
                       row.time(2) == time && row.date(3) == QDate(2026, 4, 1) &&
                       row.json(4) == json && row.flag(5) && row.isNull(6);
            });
        QVERIFY(**same);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("note.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
