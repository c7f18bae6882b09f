#include "store/backup.h"
#include "store/query.h"
#include "support/testsite.h"

#include <QDir>

using namespace kakehashi;
using namespace kakehashi::store;

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyOpensAndHoldsTheSame()
    {
        test::TestDatabase site;
        VERIFY_OK(site.database->execute(
            QStringLiteral("INSERT INTO site (id, settings) VALUES ('x', '{}')")));
        BackupFolder backups(site.folder.filePath(QStringLiteral("backups")), site.clock);
        auto made = backups.make(*site.database);
        VERIFY_OK(made);
        QVERIFY(made->endsWith(QStringLiteral("site-20260401T000000000Z.sqlite")));
        auto copy = Database::openReadOnly(*made);
        VERIFY_OK(copy);
        Query query(**copy, QStringLiteral("SELECT count(*) FROM site"));
        QCOMPARE(query.first({}, [](const Query &row) { return row.number(0); })->value(), 1);
        QCOMPARE(*backups.newestGood(), *made);
    }

    void onceADayAndTheNewestTwenty()
    {
        test::TestDatabase site;
        const QString folder = site.folder.filePath(QStringLiteral("backups"));
        BackupFolder backups(folder, site.clock);
        for (int day = 0; day < 25; ++day) {
            QVERIFY(!backups.makeWhenDue(*site.database)->isEmpty());
            site.clock.advance(3600);
            QVERIFY(backups.makeWhenDue(*site.database)->isEmpty());
            site.clock.advance(24 * 3600);
        }
        QCOMPARE(backups.list().size(), 20);
        QVERIFY(backups.list().first().madeAt > backups.list().last().madeAt);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 20);
    }

    void aDamagedBackupIsPassedOver()
    {
        test::TestDatabase site;
        BackupFolder backups(site.folder.filePath(QStringLiteral("backups")), site.clock);
        const QString good = *backups.make(*site.database);
        site.clock.advance(60);
        const QString bad = *backups.make(*site.database);
        QFile file(bad);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        file.write(QByteArray(8192, '\x11'));
        file.close();
        QCOMPARE(*backups.newestGood(), good);
    }

    void noneIsSaidSo()
    {
        const QTemporaryDir empty;
        VERIFY_FAILS(BackupFolder(empty.path()).newestGood(), ErrorCode::NotFound);
    }

    void aFailingCopyLeavesNothing()
    {
        test::TestDatabase site;
        const QString folder = site.folder.filePath(QStringLiteral("backups"));
        // A file where the folder should be: the copy cannot be written.
        test::put(folder, "in the way");
        BackupFolder backups(folder, site.clock);
        QVERIFY(!backups.make(*site.database));
        QVERIFY(backups.list().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "test_backup.moc"
