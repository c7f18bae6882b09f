#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "store/transaction.h"
#include "support/testsite.h"
#include "workspace/changenews.h"
#include "workspace/layout.h"
#include "workspace/sitelock.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

using namespace kakehashi;
using namespace kakehashi::workspace;
using Opened = Result<std::unique_ptr<Workspace>>;

namespace {

const QString name = QStringLiteral("見本");

content::PageContent saying(const QString &body)
{
    content::PageContent content;
    content.title = QStringLiteral("題");
    content.body = body;
    return content;
}

Ulid addPage(Workspace &site, const QString &path, const QString &body)
{
    const auto page = site.pages().create({QStringLiteral("page"), path, saying(body)});
    if (!page)
        qFatal("%s", qPrintable(page.error().text));
    return page->id;
}

QString bodyAt(const Workspace &site, const SnapshotOptions &options, const QString &path)
{
    const auto snapshot = site.snapshot(options);
    const render::PageValue *page = snapshot ? (*snapshot)->pageAt(path) : nullptr;
    return page ? page->content.body : QStringLiteral("(none)");
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anEmptySiteIsMadeAndOpensAgain()
    {
        Ulid id;
        {
            Opened made = Workspace::create(site(), name, m_clock);
            VERIFY_OK(made);
            id = (*made)->site().settings()->id;
            QVERIFY(QFileInfo::exists(site() + QStringLiteral("/theme/theme.json")));
        }
        Opened again = Workspace::open(site(), m_clock);
        VERIFY_OK(again);
        QCOMPARE((*again)->site().settings()->id, id);
        VERIFY_OK((*again)->pages().byPath(QStringLiteral("/")));
        QVERIFY((*again)->findings().isEmpty());
    }

    void aFolderWithOtherFilesIsLeftAlone()
    {
        const QString file = site() + QStringLiteral("/report.txt");
        test::put(file, "mine");
        VERIFY_FAILS(Workspace::create(site(), name), ErrorCode::AlreadyExists);
        QCOMPARE(test::contentOf(file), QByteArray("mine"));
        QCOMPARE(QDir(site()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    void missing()
    {
        VERIFY_FAILS(Workspace::open(site()), ErrorCode::NotFound);
        QDir().mkpath(site());
        VERIFY_FAILS(Workspace::open(site()), ErrorCode::NotFound);
    }

    void readOnly()
    {
        VERIFY_OK(Workspace::create(site(), name));
        test::setWritable(m_folder->path(), true);
        test::setWritable(site(), false);
        {
            const test::AsOrdinaryUser user;
            VERIFY_FAILS(Workspace::open(site()), ErrorCode::ReadOnly);
        }
        test::setWritable(site(), true);
    }

    void ofANewerVersion()
    {
        {
            Opened made = Workspace::create(site(), name);
            VERIFY_OK((*made)->database().execute(
                QStringLiteral("UPDATE schema_version SET version = 99")));
        }
        VERIFY_FAILS(Workspace::open(site()), ErrorCode::NewerVersion);
    }

    void openElsewhereSaysByWhom()
    {
        Opened first = Workspace::create(site(), name);
        VERIFY_OK(first);
        const Opened second = Workspace::open(site());
        VERIFY_FAILS(second, ErrorCode::Locked);
        QVERIFY(second.error().text.contains(QSysInfo::machineHostName()));
        QVERIFY(second.error().text.contains(QString::number(QCoreApplication::applicationPid())));
        first->reset();
        VERIFY_OK(Workspace::open(site()));
    }

    void theLockOfADeadProgramIsTakenOver()
    {
        VERIFY_OK(Workspace::create(site(), name));
        QProcess dead;
        dead.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-functions")});
        QVERIFY(dead.waitForStarted());
        const qint64 pid = dead.processId();
        QVERIFY(dead.waitForFinished());
        test::put(site() + QStringLiteral("/site.lock"),
                  QStringLiteral("%1\ntest_workspace\n%2\n\n\n")
                      .arg(pid)
                      .arg(QSysInfo::machineHostName())
                      .toUtf8());
        const Opened opened = Workspace::open(site());
        VERIFY_OK(opened);
        QCOMPARE((*opened)->findings().constFirst().rule, QStringLiteral("lock-left"));
        QVERIFY((*opened)->findings().constFirst().text.contains(QString::number(pid)));
    }

    void theLockOfAnotherComputerIsTakenAwayByAPersonOnly()
    {
        VERIFY_OK(Workspace::create(site(), name));
        test::put(site() + QStringLiteral("/site.lock"), "4711\nkakehashi\npc-12\n\n\n");
        test::put(site() + QStringLiteral("/site.lock.json"),
                  R"({"user":"hanako","machine":"pc-12","since":"2026-03-31T23:30:00.000Z"})");
        const Opened refused = Workspace::open(site());
        VERIFY_FAILS(refused, ErrorCode::Locked);
        QVERIFY(refused.error().text.contains(QStringLiteral("2026-04-01 08:30"))); // Japan's time
        QVERIFY(!refused.error().text.contains(QStringLiteral("site.lock")));
        VERIFY_OK(SiteLock::takeAway(site()));
        const Opened opened = Workspace::open(site());
        VERIFY_OK(opened);
        VERIFY_FAILS(SiteLock::takeAway(site()), ErrorCode::Refused); // ours: it is in use
    }

    void damagedIsRestoredFromTheLatestGoodBackup()
    {
        {
            Opened made = Workspace::create(site(), name);
            addPage(**made, QStringLiteral("/kept/"), QStringLiteral("残る"));
            VERIFY_OK((*made)->backup());
        }
        test::put(layout::databaseIn(site()), QByteArray(9000, 'x'));
        VERIFY_FAILS(Workspace::open(site()), ErrorCode::Corrupt);
        const auto backup = latestGoodBackup(site());
        VERIFY_OK(backup);
        VERIFY_OK(restoreBackup(site(), *backup));
        Opened again = Workspace::open(site());
        VERIFY_OK(again);
        VERIFY_OK((*again)->pages().byPath(QStringLiteral("/kept/")));
        const QStringList damaged =
            QDir(site()).entryList({QStringLiteral("site.sqlite.damaged-*")});
        QCOMPARE(damaged.size(), 1);
    }

    void aBadBackupIsNotPutInPlace()
    {
        VERIFY_OK(Workspace::create(site(), name));
        const QString bad = m_folder->filePath(QStringLiteral("bad.sqlite"));
        test::put(bad, "no database");
        VERIFY_FAILS(restoreBackup(site(), bad), ErrorCode::Corrupt);
        VERIFY_OK(Workspace::open(site()));
    }

    void openingBacksUpOnceADay()
    {
        VERIFY_OK(Workspace::create(site(), name, m_clock));
        for (int i = 0; i < 3; ++i)
            VERIFY_OK(Workspace::open(site(), m_clock));
        QCOMPARE(QDir(layout::backupsIn(site())).entryList(QDir::Files).size(), 1);
    }

    void workingIsNotLiveUntilApproved()
    {
        Opened made = Workspace::create(site(), name);
        Workspace &now = **made;
        const QString path = QStringLiteral("/kenmin/");
        const Ulid id = addPage(now, path, QStringLiteral("一"));
        const SnapshotOptions live;
        const SnapshotOptions working{SnapshotOptions::Revisions::Working};
        QCOMPARE(bodyAt(now, live, path), QStringLiteral("(none)"));
        QCOMPARE(bodyAt(now, working, path), QStringLiteral("一"));
        VERIFY_OK(now.pages().approve(id));
        VERIFY_OK(now.pages().saveWorking(id, saying(QStringLiteral("二")), {}));
        QCOMPARE(bodyAt(now, live, path), QStringLiteral("一"));
        QCOMPARE(bodyAt(now, working, path), QStringLiteral("二"));
        QCOMPARE(bodyAt(now, {SnapshotOptions::Revisions::Live, {id}}, path), QStringLiteral("二"));
    }

    void aDraftPageCanBePromotedBeforeItsFirstPublish()
    {
        Opened made = Workspace::create(site(), name);
        const Ulid id = addPage(**made, QStringLiteral("/a/"), QStringLiteral("新"));
        const SnapshotOptions promoted{SnapshotOptions::Revisions::Live, {id}};
        QCOMPARE(bodyAt(**made, promoted, QStringLiteral("/a/")), QStringLiteral("新"));
    }

    void newsOfEveryChange()
    {
        Opened made = Workspace::create(site(), name);
        QSignalSpy spy(&(*made)->news(), &ChangeNews::changed);
        const Ulid id = addPage(**made, QStringLiteral("/a/"), {});
        VERIFY_OK((*made)->pages().putDraft(id, saying(QStringLiteral("x"))));
        QCOMPARE(spy.size(), 2);
        QCOMPARE(spy.at(0).first().value<Change>(), (Change{Change::Kind::Page, id}));
        QCOMPARE(spy.at(1).first().value<Change>(), (Change{Change::Kind::Draft, id}));
    }

    void aBrokenThemeLeavesTheLastGoodOne()
    {
        Opened made = Workspace::create(site(), name);
        Issue issue;
        const auto good = (*made)->theme(&issue);
        VERIFY_OK(good);
        QVERIFY(issue.text.isEmpty());
        QCOMPARE(*(*made)->theme(), *good); // not read again while nothing changed
        const QString page = site() + QStringLiteral("/theme/templates/page.mustache");
        const QByteArray before = test::contentOf(page);
        test::put(page, before + "\n{{#never}}");
        const auto kept = (*made)->theme(&issue);
        VERIFY_OK(kept);
        QCOMPARE(*kept, *good);
        QVERIFY2(issue.text.contains(QStringLiteral("page.mustache")), qPrintable(issue.text));
        test::put(page, before);
        VERIFY_OK((*made)->theme(&issue));
        QVERIFY(issue.text.isEmpty());
    }

    void whatIsTypedSurvivesAFullDiskAndACrash()
    {
        Ulid id;
        {
            Opened made = Workspace::create(site(), name);
            id = addPage(**made, QStringLiteral("/a/"), QStringLiteral("初め"));
            VERIFY_OK((*made)->pages().putDraft(id, saying(QStringLiteral("打った文"))));
            VERIFY_OK((*made)->database().execute(QStringLiteral("PRAGMA max_page_count = 1")));
            const auto big = saying(QString(500'000, u'大'));
            VERIFY_FAILS((*made)->pages().putDraft(id, big), ErrorCode::DiskFull);
            VERIFY_FAILS((*made)->pages().saveWorking(id, big, {}), ErrorCode::DiskFull);
        }
        Opened again = Workspace::open(site());
        VERIFY_OK(again);
        const auto draft = (*again)->pages().draft(id);
        VERIFY_OK(draft);
        QCOMPARE((*draft)->content.body, QStringLiteral("打った文"));
        QCOMPARE((*again)->pages().working(id)->content.body, QStringLiteral("初め"));
    }

    void aSnapshotOfManyPages()
    {
        constexpr int count = 3000;
        Opened made = Workspace::create(site(), name);
        const QString body = QStringLiteral("県民会議の本文です。").repeated(100);
        {
            auto transaction = store::Transaction::begin((*made)->database());
            VERIFY_OK(transaction);
            for (int i = 0; i < count; ++i)
                addPage(**made, QStringLiteral("/p/%1/").arg(i), body);
            VERIFY_OK(transaction->commit());
        }
        QElapsedTimer timer;
        timer.start();
        const auto snapshot = (*made)->snapshot({SnapshotOptions::Revisions::Working});
        VERIFY_OK(snapshot);
        QCOMPARE((*snapshot)->pages.size(), count + 1);
        qInfo("snapshot of %d pages in %lld ms", count, timer.elapsed());
    }

private:
    QString site() const { return m_folder->filePath(QStringLiteral("site")); }

    FixedClock m_clock{test::firstMorning()};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "test_workspace.moc"
