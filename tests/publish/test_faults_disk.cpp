// Fault tests 5 and 7 (publishing.md 5b): a full disk, one that became read-only, a file that may
// not be replaced; for servers, folders of this machine, and the site folder itself.
#include "base/file.h"
#include "content/page/pagerepository.h"
#include "support/servedplace.h"
#include "support/testsite.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QProcess>
#include <QStorageInfo>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

/// A file system of its own with room for so many bytes. Only root can have one.
class SmallDisk
{
public:
    explicit SmallDisk(int kilobytes)
    {
        m_isMounted = run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                           QStringLiteral("-o"), QStringLiteral("size=%1k").arg(kilobytes),
                           QStringLiteral("none"), path()});
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            run({QStringLiteral("umount"), QStringLiteral("-l"), path()});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_folder.path(); }

    /// Until only so much is left.
    void fillUpTo(qint64 left) const
    {
        QFile file(filler());
        const qint64 bytes = QStorageInfo(path()).bytesAvailable() - left;
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(bytes, 'x')) != bytes)
            qFatal("the disk cannot be filled");
    }
    void empty() const { QFile::remove(filler()); }
    void makeReadOnly(bool readOnly) const
    {
        run({QStringLiteral("mount"), QStringLiteral("-o"),
             readOnly ? QStringLiteral("remount,ro") : QStringLiteral("remount,rw"), path()});
    }

private:
    QString filler() const { return path() + QStringLiteral("/filler"); }
    static bool run(QStringList command)
    {
        const QString program = command.takeFirst();
        QProcess process;
        process.start(program, command);
        return process.waitForFinished(10000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

Files with(Files files, const Files &more)
{
    files.insert(more);
    return files;
}

Files manyFiles(const QByteArray &mark)
{
    Files files = linkedState(2);
    for (int i = 0; i < 20; ++i)
        files.insert(QStringLiteral("media/%1.bin").arg(i),
                     QByteArray(20'000, 'x') + mark + QByteArray::number(i));
    return files;
}

} // namespace

#define DISK(disk, kilobytes)        \
    const SmallDisk disk(kilobytes); \
    if (!disk.isMounted())           \
    QSKIP("only root can mount a small disk")

class TestFaultsDisk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServedPlace> m_served;

    PublishParams params(const SmallDisk &disk, bool isLocal) const
    {
        PublishParams params =
            isLocal ? m_served->place.params() : m_served->params(QStringLiteral("alpha"));
        params.target.path = disk.path() + QStringLiteral("/www");
        params.journalFolder += Ulid::generate().toString();
        QDir().mkpath(params.target.path);
        return params;
    }

private Q_SLOTS:
    void initTestCase() { m_served = std::make_unique<ServedPlace>(); }
    void cleanupTestCase() { m_served.reset(); }

    /// From no room at all to nearly enough: wherever the disk ends, the site is as before.
    void aFullDiskPublishesNothing_data()
    {
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("through sshd") << false;
        QTest::newRow("a folder of this machine") << true;
    }

    void aFullDiskPublishesNothing()
    {
        QFETCH(bool, isLocal);
        DISK(disk, 2048);
        const PublishParams who = params(disk, isLocal);
        const QString root = who.target.path;
        Publisher publisher(who);
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        REQUIRE_OK(writeFile(root + QStringLiteral("/theirs.html"), "theirs"));
        const Files before = filesBelow(root);
        int full = 0;
        for (qint64 left = 0; left < 700'000; left += left < 60'000 ? 8192 : 60'000) {
            disk.fillUpTo(left);
            const auto report = publishAll(publisher, BuiltSite(manyFiles("first ")));
            if (report)
                break;
            ++full;
            QVERIFY2(report.error().code == ErrorCode::DiskFull,
                     qPrintable(report.error().text + report.error().detail));
            QVERIFY2(report.error().text.contains(QLatin1String("space")) ||
                         report.error().text.contains(QLatin1String("full")),
                     qPrintable(report.error().text));
            QCOMPARE(filesBelow(root), before);
            disk.empty();
        }
        disk.empty();
        qInfo("%d times the disk was full", full);
        QVERIFY(full >= 8);
        const auto report = publishAll(publisher, BuiltSite(manyFiles("first ")));
        REQUIRE_OK(report);
        Files expected = withOldAssets(manyFiles("first "), linkedState(1));
        expected.insert(QStringLiteral("theirs.html"), "theirs");
        QCOMPARE(filesBelow(root), expected);
    }

    /// Else it would keep the disk full for everybody.
    void whatDidNotFitIsNotLeftThere()
    {
        DISK(disk, 2048);
        PublishParams who = params(disk, false);
        Publisher publisher(who);
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        disk.fillUpTo(380'000); // the twenty files take 410 kB
        const qint64 before = QStorageInfo(who.target.path).bytesAvailable();
        const BuiltSite site(manyFiles("late "));
        const auto refused = publishAll(publisher, site);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QCOMPARE(filesBelow(who.target.path), linkedState(1));
        const qint64 after = QStorageInfo(who.target.path).bytesAvailable();
        QVERIFY2(before - after < 40'000, qPrintable(QString::number(before - after)));
        disk.empty();
        REQUIRE_OK(publishAll(publisher, site));
    }

    /// A quota that the disk's free space does not show: OpenSSH answers "Failure", without a
    /// reason.
    void whatAQuotaRefusesIsNotLeftThere()
    {
        const ServedPlace served("\n");
        served.publishLinked(1);
        const Files files = manyFiles("quota ");
        const QByteArray last = files.value(QStringLiteral("media/9.bin"));
        const QByteArray name = Sha256::of(last).toString().toLatin1();
        served.setRules("denypath WRITE " + name + " 4\n");
        Publisher publisher(served.params());
        const auto refused = publishAll(publisher, BuiltSite(files));
        QVERIFY(!refused);
        for (const auto *words : {"quota", "unchanged", "removed again"})
            QVERIFY2(refused.error().text.contains(QLatin1String(words)),
                     qPrintable(refused.error().text));
        QCOMPARE(served.place.files(), linkedState(1));
        const QDir stage(served.place.controlFolder() + QStringLiteral("/stage"));
        QCOMPARE(stage.entryList(QDir::Files), QStringList());
        publisher.disconnect();
        served.setRules("\n");
        REQUIRE_OK(publishAll(publisher, BuiltSite(files)));
    }

    void aReadOnlyDocrootIsSaid_data() { aFullDiskPublishesNothing_data(); }

    void aReadOnlyDocrootIsSaid()
    {
        QFETCH(bool, isLocal);
        DISK(disk, 2048);
        const PublishParams who = params(disk, isLocal);
        Publisher publisher(who);
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        disk.makeReadOnly(true);
        const auto refused = publishAll(publisher, BuiltSite(linkedState(2)));
        QVERIFY(!refused);
        qInfo("%s / %s", qPrintable(refused.error().text), qPrintable(refused.error().detail));
        QVERIFY(refused.error().text.contains(disk.path()));
        QCOMPARE(filesBelow(who.target.path), linkedState(1));
        disk.makeReadOnly(false);
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
    }

    /// 7: one target may not be replaced (its folder belongs to somebody else).
    void aDeniedTargetTakesEverythingBack_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("asset") << QByteArray("RENAME") << QByteArray("assets/style.22222222.css");
        QTest::newRow("page") << QByteArray("posix-rename") << QByteArray("kenmin/index.html");
        QTest::newRow("list") << QByteArray("posix-rename") << QByteArray("topics/index.html");
        QTest::newRow("home") << QByteArray("posix-rename") << QByteArray("www/index.html");
        QTest::newRow("manifest") << QByteArray("posix-rename") << QByteArray("www/manifest");
    }

    void aDeniedTargetTakesEverythingBack()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, path);
        const ServedPlace served("\n");
        served.publishLinked(1);
        served.writeForeign();
        served.setRules("denyto " + request + ' ' + path + " 3\n");
        Publisher publisher(served.params());
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QVERIFY2(report.error().text.contains(QString::fromLatin1(path)),
                 qPrintable(report.error().text));
        QCOMPARE(served.place.files(), with(linkedState(1), foreignFiles()));
        QVERIFY(!QFile::exists(served.place.controlFolder() + QStringLiteral("/journal")));
        publisher.disconnect();
        served.setRules("\n");
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
    }

    /// The person's own disk is full while a page is kept.
    void aFullSiteFolderLosesNothing()
    {
        DISK(disk, 4096);
        const QString folder = disk.path() + QStringLiteral("/site");
        const FixedClock clock(firstMorning());
        content::PageContent content;
        content.title = QStringLiteral("題");
        content.body = QStringLiteral("old");
        Ulid id;
        {
            auto site = workspace::Workspace::create(folder, QStringLiteral("見本"), clock);
            REQUIRE_OK(site);
            const auto page =
                (*site)->pages().create({QStringLiteral("page"), QStringLiteral("/a/"), content});
            REQUIRE_OK(page);
            id = page->id;
            disk.fillUpTo(20'000);
            content.body = QString(400'000, u'x');
            const auto refused = (*site)->pages().saveWorking(id, content, QStringLiteral("Aoi"));
            QVERIFY(!refused);
            qInfo("%s", qPrintable(refused.error().text));
            QCOMPARE(refused.error().code, ErrorCode::DiskFull);
            disk.empty();
            content.body = QStringLiteral("new");
            REQUIRE_OK((*site)->pages().saveWorking(id, content, QStringLiteral("Aoi")));
            disk.fillUpTo(0);
        }
        const auto still = workspace::Workspace::open(folder, clock);
        if (still)
            QCOMPARE((*still)->pages().working(id)->content.body, QStringLiteral("new"));
        else
            QCOMPARE(still.error().code, ErrorCode::DiskFull);
        disk.empty();
    }
};

QTEST_GUILESS_MAIN(TestFaultsDisk)
#include "test_faults_disk.moc"
