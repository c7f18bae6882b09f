#include "publish/connection/localtrace.h"
#include "publish/journal.h"
#include "publish/transaction/controlfolder.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

Files secondOverFirst()
{
    Files files = secondState();
    files.insert(QStringLiteral("assets/style.11111111.css"),
                 firstState().value(QStringLiteral("assets/style.11111111.css")));
    return files;
}

void publishFirst(const PublishParams &params)
{
    Publisher publisher(params);
    if (auto done = publishAll(publisher, BuiltSite(firstState())); !done)
        qFatal("%s", qPrintable(done.error().text));
}

void rewrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(path));
}

/// Cuts the publish of the second state off in the middle of its commit.
void cutOff(const PublishParams &params)
{
    const auto faults = std::make_shared<Faults>();
    faults->before = [&faults](const Operation &operation) {
        if (operation.to.endsWith(QLatin1String("www/topics/index.html")))
            faults->killAfter = faults->operations;
    };
    Publisher publisher(params, faultyConnector(faults));
    if (publishAll(publisher, BuiltSite(secondState())))
        qFatal("it was not cut off");
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockThatIsWrongByAYear_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("fast") << 365;
        QTest::newRow("slow") << -365;
    }

    void aClockThatIsWrongByAYear()
    {
        QFETCH(int, days);
        const PublishPlace place;
        FixedClock wrong(QDateTime::currentDateTimeUtc().addDays(days));
        PublishParams params = place.params();
        params.clock = &wrong;
        publishFirst(params);
        // Someone else's lock is judged by the server's clock alone.
        const QString lock = place.controlFolder() + QStringLiteral("/lock");
        rewrite(lock, R"({"transaction":"01OLD","person":"Ren","machine":"gamma"})");
        Publisher publisher(params);
        QCOMPARE(publishAll(publisher, BuiltSite(secondState())).error().code, ErrorCode::Locked);
        place.ageLock(100);
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.files(), secondOverFirst());
        QVERIFY(publisher.verify(Publisher::Level::Content)->isEmpty());
        Publisher right(place.params(QStringLiteral("beta")));
        REQUIRE_OK(publishAll(right, BuiltSite(firstState())));
        QCOMPARE(right.published()->head.generation, 3);
    }

    void twoProgramsOnOneSiteFolder()
    {
        const PublishPlace place;
        publishFirst(place.params());
        LocalTrace other(place.params().journalFolder, place.params().target);
        REQUIRE_OK(other.claim());
        const auto faults = std::make_shared<Faults>();
        int changes = 0;
        faults->before = [&changes](const Operation &operation) {
            const bool looks = operation.kind == Operation::Kind::Look ||
                               operation.kind == Operation::Kind::List ||
                               operation.kind == Operation::Kind::Read;
            changes += looks ? 0 : 1;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        QCOMPARE(report.error().code, ErrorCode::Locked);
        QCOMPARE(changes, 0);
        QCOMPARE(place.files(), firstState());
    }

    void aJournalThatCannotBeFollowed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::newRow("newer version") << QByteArray("\"format\":2") << QByteArray("\"format\":99")
                                       << int(ErrorCode::NewerVersion);
        QTest::newRow("changed") << QByteArray("index.html") << QByteArray("index.htm1")
                                 << int(ErrorCode::Corrupt);
    }

    void aJournalThatCannotBeFollowed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, code);
        const PublishPlace place;
        publishFirst(place.params());
        cutOff(place.params());
        const QString journal = place.controlFolder() + QStringLiteral("/journal");
        const QByteArray whole = contentOf(journal);
        const qsizetype at = whole.indexOf(from);
        QVERIFY(at > 0);
        rewrite(journal, whole.left(at) + to + whole.mid(at + from.size()));
        const Files before = place.files();
        Publisher publisher(place.params());
        const auto recovered = publisher.recover();
        QVERIFY(!recovered);
        QCOMPARE(int(recovered.error().code), code);
        QVERIFY(!publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.files(), before);
        rewrite(journal, whole);
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.files(), secondOverFirst());
    }

    void anIncompleteJournalIsNoIntent_data()
    {
        QTest::addColumn<double>("part");
        for (const double part : {0.0, 0.05, 0.5, 0.99})
            QTest::addRow("%.0f percent", part * 100) << part;
    }

    /// Its writer was cut off while it wrote, so nothing was done by it.
    void anIncompleteJournalIsNoIntent()
    {
        QFETCH(double, part);
        const PublishPlace place;
        publishFirst(place.params());
        const QString name = place.controlFolder() + QStringLiteral("/journal");
        cutOff(place.params());
        const QByteArray whole = contentOf(name);
        Publisher publisher(place.params());
        REQUIRE_OK(publisher.recover(Publisher::Direction::TakeBack));
        rewrite(name, whole.left(static_cast<qsizetype>(part * double(whole.size()))));
        const auto recovered = publisher.recover();
        REQUIRE_OK(recovered);
        QCOMPARE(*recovered, Report::Recovery::None);
        QVERIFY(!QFile::exists(name));
        QCOMPARE(place.files(), firstState());
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.files(), secondOverFirst());
    }

    /// As the version before this one left it.
    void anOlderJournalIsFinished()
    {
        const PublishPlace place;
        publishFirst(place.params());
        cutOff(place.params());
        const QString name = place.controlFolder() + QStringLiteral("/journal");
        QByteArray bytes = contentOf(name);
        const auto journal = Journal::fromBytes(bytes);
        REQUIRE_OK(journal);
        QDir undo(ControlFolder{place.root(), place.controlFolder()}.undo(journal->generation,
                                                                          journal->transaction));
        QVERIFY(undo.rename(QStringLiteral("gate/live/manifest"), QStringLiteral("manifest.new")));
        QVERIFY(QDir(undo.filePath(QStringLiteral("gate"))).removeRecursively());
        rewrite(name, bytes.replace("\"format\":2", "\"format\":1"));
        Publisher publisher(place.params());
        const auto recovered = publisher.recover();
        REQUIRE_OK(recovered);
        QCOMPARE(*recovered, Report::Recovery::Finished);
        QCOMPARE(place.files(), secondOverFirst());
    }

    void anotherSitesJournalIsLeftToIt()
    {
        const PublishPlace place;
        publishFirst(place.params());
        cutOff(place.params());
        const Files before = place.files();
        PublishParams params = place.params(QStringLiteral("beta"));
        params.siteId = QStringLiteral("01OTHER");
        place.ageLock(100);
        Publisher publisher(params);
        QCOMPARE(publisher.recover().error().code, ErrorCode::Conflict);
        QCOMPARE(place.files(), before);
    }

    void aDamagedManifestIsMadeAgainByComparing_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line of nothing") << QByteArray("\n");
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html>\n<title>503</title>\n");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
    }

    void aDamagedManifestIsMadeAgainByComparing()
    {
        QFETCH(QByteArray, manifest);
        const PublishPlace place;
        publishFirst(place.params());
        rewrite(place.controlFolder() + QStringLiteral("/manifest"), manifest);
        place.write(QStringLiteral("theirs.html"), "theirs");
        Files smaller = secondState();
        smaller.remove(QStringLiteral("kenmin/index.html"));
        smaller.insert(QStringLiteral("topics/index.html"), "topics 1");
        Publisher publisher(place.params(QStringLiteral("beta")));
        PlanOptions options;
        options.conflicts = Resolution::TakeOurs;
        const auto plan = publisher.plan(BuiltSite(smaller).tree(), options);
        REQUIRE_OK(plan);
        QVERIFY(!plan->guards.isEmpty());
        QCOMPARE(plan->count(PlanItem::Action::Remove), 0);
        QVERIFY(plan->count(PlanItem::Action::Adopt) > 0);
        QVERIFY(!publisher.publish(*plan, BuiltSite(smaller)));
        REQUIRE_OK(publishAll(publisher, BuiltSite(smaller), options));
        QCOMPARE(place.read(QStringLiteral("index.html")), "home 2");
        QCOMPARE(place.read(QStringLiteral("kenmin/index.html")),
                 firstState().value(QStringLiteral("kenmin/index.html")));
        QCOMPARE(place.read(QStringLiteral("theirs.html")), "theirs");
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState()), options));
        QVERIFY(publisher.verify(Publisher::Level::Content).has_value());
    }

    void theQuotaIsReachedAtTheLastFile_data()
    {
        QTest::addColumn<int>("atWrite"); // counted from the first file that is sent
        for (const int at : {1, 3, 6, 7, 8})
            QTest::addRow("at write %d", at) << at;
    }

    /// The last two writes are the journal and the new list of files.
    void theQuotaIsReachedAtTheLastFile()
    {
        QFETCH(int, atWrite);
        const PublishPlace place;
        publishFirst(place.params());
        const auto faults = std::make_shared<Faults>();
        int writes = 0;
        faults->refuse = [&](const Operation &operation) {
            const bool counts = operation.kind == Operation::Kind::Write &&
                                !operation.path.contains(QLatin1String("/lock"));
            return counts && ++writes >= atWrite ? Outcome::Status::NoSpace : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::DiskFull);
        QCOMPARE(place.files(), firstState());
        faults->refuse = {};
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.files(), secondOverFirst());
    }

    void aFileThatChangesWhileItIsSent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("same size") << QByteArray("HOME 2");
        QTest::newRow("longer") << QByteArray("home 2, and more of it");
        QTest::newRow("empty") << QByteArray();
    }

    void aFileThatChangesWhileItIsSent()
    {
        QFETCH(QByteArray, content);
        const PublishPlace place;
        publishFirst(place.params());
        const BuiltSite site(secondState());
        const auto faults = std::make_shared<Faults>();
        const auto object = site.fileFor(Sha256::of("home 2"));
        REQUIRE_OK(object);
        faults->before = [&](const Operation &operation) {
            if (operation.sourceFile == *object)
                rewrite(*object, content);
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, site);
        QVERIFY(!report);
        QCOMPARE(place.files(), firstState());
        faults->before = {};
        rewrite(*object, "home 2");
        REQUIRE_OK(publishAll(publisher, site));
        QCOMPARE(place.files(), secondOverFirst());
    }

    void foreignThingsKeepTheFolderThatWeLeave_data()
    {
        QTest::addColumn<QString>("foreign");
        QTest::newRow("a file") << QStringLiteral("kenmin/theirs.txt");
        QTest::newRow("a hidden file") << QStringLiteral("kenmin/.htaccess");
        QTest::newRow("a file deeper") << QStringLiteral("kenmin/a/b/theirs.txt");
    }

    void foreignThingsKeepTheFolderThatWeLeave()
    {
        QFETCH(QString, foreign);
        const PublishPlace place;
        publishFirst(place.params());
        place.write(foreign, "theirs");
        BuiltSite site(firstState());
        site.remove(QStringLiteral("kenmin/index.html"));
        Publisher publisher(place.params());
        REQUIRE_OK(publishAll(publisher, site));
        QCOMPARE(place.read(foreign), "theirs");
        QVERIFY(!place.files().contains(QStringLiteral("kenmin/index.html")));
    }

    void aFolderThatBecomesALinkStopsThePublish()
    {
        const PublishPlace place;
        publishFirst(place.params());
        const BuiltSite site(secondState());
        Publisher publisher(place.params());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        const QString topics = place.root() + QStringLiteral("/topics");
        QVERIFY(QDir().rename(topics, place.folder() + QStringLiteral("/elsewhere")));
        QVERIFY(QFile::link(place.folder() + QStringLiteral("/elsewhere"), topics));
        QCOMPARE(publisher.publish(*plan, site, rulesOf(plan->guards)).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(contentOf(place.folder() + QStringLiteral("/elsewhere/index.html")),
                 firstState().value(QStringLiteral("topics/index.html")));
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_badinput.moc"
