#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

const QString foreignPath = QStringLiteral("old/theirs.txt");

Files thirdState()
{
    Files files = secondState();
    files[QStringLiteral("index.html")] = "home 3";
    return files;
}

Files secondOverFirst()
{
    Files files = withOldAssets(secondState(), firstState());
    files.insert(foreignPath, "theirs");
    return files;
}

Files firstAndForeign()
{
    Files files = firstState();
    files.insert(foreignPath, "theirs");
    return files;
}

/// The first state is live, and someone else's file lies in a folder of ours.
void publishFirst(const PublishPlace &place)
{
    Publisher publisher(place.params());
    const BuiltSite site(firstState());
    const auto report = publishAll(publisher, site);
    if (!report)
        qFatal("%s", qPrintable(report.error().text));
    place.write(foreignPath, "theirs");
}

QString listed(const Files &files)
{
    QStringList lines;
    for (auto file = files.begin(); file != files.end(); ++file)
        lines.append(file.key() + u'=' + QString::fromUtf8(file.value()));
    return lines.join(u'|');
}

bool hasLock(const PublishPlace &place)
{
    return QFile::exists(place.controlFolder() + QStringLiteral("/lock"));
}

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPublishPutsEverything()
    {
        const PublishPlace place;
        Publisher publisher(place.params());
        const BuiltSite site(firstState());
        const auto report = publishAll(publisher, site);
        REQUIRE_OK(report);
        QCOMPARE(report->generation, 1);
        QCOMPARE(report->added, 6);
        QCOMPARE(place.files(), firstState());
        QVERIFY(!hasLock(place));
        QVERIFY(place.controlFolder().endsWith(QLatin1String("srv/.kakehashi-www")));
    }

    void publishingAgainSendsNothing()
    {
        const PublishPlace place;
        publishFirst(place);
        Publisher publisher(place.params());
        const BuiltSite site(firstState());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
        QCOMPARE(plan->unchanged, 6);
        const auto report = publisher.publish(*plan, site);
        REQUIRE_OK(report);
        QVERIFY(report->nothingToDo);
        QCOMPARE(report->generation, 1);
    }

    void onlyChangesAreSent()
    {
        const PublishPlace place;
        publishFirst(place);
        Publisher publisher(place.params());
        const BuiltSite site(secondState());
        const auto report = publishAll(publisher, site);
        REQUIRE_OK(report);
        QCOMPARE(report->added, 3);
        QCOMPARE(report->replaced, 3);
        QCOMPARE(report->removed, 1);
        QCOMPARE(report->unchanged, 1);
        QCOMPARE(place.files(), secondOverFirst());
        QCOMPARE(report->bytesSent, 6 + 8 + 10 + 8 + 7 + 10);
    }

    void oldAssetsGoOnePublishLater()
    {
        const PublishPlace place;
        publishFirst(place);
        Publisher publisher(place.params());
        BuiltSite site(secondState());
        REQUIRE_OK(publishAll(publisher, site));
        site.set(QStringLiteral("index.html"), "home 3");
        REQUIRE_OK(publishAll(publisher, site));
        QVERIFY(!place.files().contains(QStringLiteral("assets/style.11111111.css")));
        QVERIFY(place.files().contains(QStringLiteral("assets/style.22222222.css")));
    }

    void emptyFoldersOfOursGoForeignOnesStay()
    {
        const PublishPlace place;
        publishFirst(place);
        QDir().mkpath(place.root() + QStringLiteral("/theirs"));
        Publisher publisher(place.params());
        BuiltSite site(firstState());
        site.remove(QStringLiteral("old/index.html"));
        site.remove(QStringLiteral("kenmin/index.html"));
        REQUIRE_OK(publishAll(publisher, site));
        QVERIFY(!QFile::exists(place.root() + QStringLiteral("/kenmin")));
        QVERIFY(QFile::exists(place.root() + QStringLiteral("/theirs")));
        QCOMPARE(place.read(foreignPath), "theirs");
    }

    void aFileThatAppearsBetweenPlanAndPublishStops()
    {
        const PublishPlace place;
        publishFirst(place);
        Publisher publisher(place.params());
        const BuiltSite site(secondState());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        place.write(QStringLiteral("media/copy.png"), "somebody's");
        const auto report = publisher.publish(*plan, site, rulesOf(plan->guards));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QVERIFY(report.error().text.contains(QLatin1String("media/copy.png")));
        QCOMPARE(place.read(QStringLiteral("index.html")), "home 1");
        QVERIFY(!hasLock(place));
    }

    void aFileThatAppearsDuringTheCommitIsNotOverwritten()
    {
        const PublishPlace place;
        publishFirst(place);
        const auto faults = std::make_shared<Faults>();
        faults->before = [&place](const Operation &operation) {
            if (operation.to.endsWith(QLatin1String("media/copy.png")))
                place.write(QStringLiteral("media/copy.png"), "somebody's");
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const BuiltSite site(secondState());
        const auto report = publishAll(publisher, site);
        QVERIFY(!report);
        QVERIFY(report.error().text.contains(QLatin1String("media/copy.png")));
        Files expected = firstAndForeign();
        expected.insert(QStringLiteral("media/copy.png"), "somebody's");
        QCOMPARE(place.files(), expected);
    }

    void aRefusedStepTakesEverythingBack_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("replace");
        for (const bool replace : {true, false}) {
            for (const char *path : {"index.html", "assets/style.22222222.css",
                                     "award/2026/index.html", "topics/index.html", "manifest"})
                QTest::addRow("%s, %s", path, replace ? "atomic" : "by two renames")
                    << QString::fromLatin1(path) << replace;
        }
    }

    void aRefusedStepTakesEverythingBack()
    {
        QFETCH(QString, path);
        QFETCH(bool, replace);
        const PublishPlace place;
        publishFirst(place);
        const auto faults = std::make_shared<Faults>();
        faults->features.replace = replace;
        faults->refuse = [path](const Operation &operation) {
            const bool publishes = operation.path.contains(QLatin1String("/stage/")) ||
                                   operation.path.endsWith(QLatin1String("/live/manifest"));
            return publishes && operation.to.endsWith(u'/' + path) ? Outcome::Status::Denied
                                                                   : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const BuiltSite site(secondState());
        const auto report = publishAll(publisher, site);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QVERIFY(report.error().text.contains(path));
        QCOMPARE(place.files(), firstAndForeign());
        QVERIFY(!QFile::exists(place.root() + QStringLiteral("/award")));
        faults->refuse = {};
        REQUIRE_OK(publishAll(publisher, site));
        QCOMPARE(place.files(), secondOverFirst());
    }

    /// A plan believes its memory when the manifest's size and time are as it left them, once it
    /// was seen a while after it was written.
    void aManifestThatOnlyLooksTheSameStopsThePublish()
    {
        const PublishPlace place;
        publishFirst(place);
        QTest::qSleep(2100);
        REQUIRE_OK(Publisher(place.params()).standing());
        QFile manifest(place.controlFolder() + QStringLiteral("/manifest"));
        QVERIFY(manifest.open(QIODevice::ReadWrite));
        const QDateTime time = manifest.fileTime(QFileDevice::FileModificationTime);
        QByteArray bytes = manifest.readAll();
        bytes.replace("\"generation\":1,", "\"generation\":7,");
        QVERIFY(manifest.seek(0));
        QCOMPARE(manifest.write(bytes), bytes.size());
        QVERIFY(manifest.flush());
        QVERIFY(manifest.setFileTime(time, QFileDevice::FileModificationTime));
        manifest.close();
        Publisher publisher(place.params());
        const BuiltSite site(secondState());
        const auto believing = publisher.plan(site.tree());
        REQUIRE_OK(believing);
        QCOMPARE(believing->base.generation, 1);
        const auto report = publisher.publish(*believing, site, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(place.files(), firstAndForeign());
        const auto looking = publisher.plan(site.tree());
        REQUIRE_OK(looking);
        QCOMPARE(looking->base.generation, 7);
    }

    void noSpaceWhileSendingPublishesNothing()
    {
        const PublishPlace place;
        publishFirst(place);
        const auto faults = std::make_shared<Faults>();
        int writes = 0;
        faults->refuse = [&writes](const Operation &operation) {
            const bool isLate = !operation.sourceFile.isEmpty() && ++writes > 3;
            return isLate ? Outcome::Status::NoSpace : Outcome::Status::Ok;
        };
        PublishParams params = place.params();
        params.sentAnew = 0;
        Publisher publisher(params, faultyConnector(faults));
        const BuiltSite site(secondState());
        const auto report = publishAll(publisher, site);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::DiskFull);
        QCOMPARE(place.files(), firstAndForeign());
        faults->refuse = {};
        const auto again = publishAll(publisher, site);
        REQUIRE_OK(again);
        QCOMPARE(place.files(), secondOverFirst());
    }

    void aKillAnywhereLeavesTheOldOrTheNewSite_data()
    {
        QTest::addColumn<Features>("features");
        QTest::addColumn<bool>("sameMachine");
        QTest::addColumn<unsigned>("seed");
        Features full;
        Features noReplace;
        noReplace.replace = false;
        Features noLinks;
        noLinks.hardLink = false;
        QTest::newRow("same machine") << full << true << 0U;
        QTest::newRow("another machine") << full << false << 0U;
        QTest::newRow("any order") << full << true << 7U;
        QTest::newRow("any order 2") << full << true << 1234567U;
        QTest::newRow("no atomic replace") << noReplace << true << 0U;
        QTest::newRow("no hard links") << noLinks << true << 5U;
    }

    void aKillAnywhereLeavesTheOldOrTheNewSite()
    {
        QFETCH(Features, features);
        QFETCH(bool, sameMachine);
        QFETCH(unsigned, seed);
        const BuiltSite site(secondState());
        int finished = 0;
        int takenBack = 0;
        for (int kill = 0;; ++kill) {
            const PublishPlace place;
            publishFirst(place);
            const auto faults = std::make_shared<Faults>();
            faults->features = features;
            faults->shuffleSeed = seed;
            faults->killAfter = kill;
            {
                Publisher publisher(place.params(), faultyConnector(faults));
                if (publishAll(publisher, site))
                    break;
            }
            faults->isDown = false;
            faults->killAfter = -1;
            if (!sameMachine && !place.controlFolder().isEmpty())
                place.ageLock(200);
            Publisher again(
                place.params(sameMachine ? QStringLiteral("alpha") : QStringLiteral("beta")),
                faultyConnector(faults));
            if (sameMachine && !place.controlFolder().isEmpty())
                place.ageLock(20); // the lock may have been cut off before it said whose it is
            const auto recovered = again.recover();
            REQUIRE_OK(recovered);
            finished += *recovered == Report::Recovery::Finished ? 1 : 0;
            takenBack += *recovered == Report::Recovery::TakenBack ? 1 : 0;
            const Files now = place.files();
            QVERIFY2(now == firstAndForeign() || now == secondOverFirst(),
                     qPrintable(QStringLiteral("killed at %1, recovery %2: %3")
                                    .arg(kill)
                                    .arg(static_cast<int>(*recovered))
                                    .arg(listed(now))));
            const auto report = publishAll(again, site);
            QVERIFY2(
                report,
                report
                    ? ""
                    : qPrintable(
                          QStringLiteral("killed at %1: %2").arg(kill).arg(report.error().text)));
            QCOMPARE(place.files(), secondOverFirst());
            QVERIFY2(publishAll(again, BuiltSite(thirdState())),
                     "a lock that is left can be taken");
            QVERIFY(!hasLock(place));
        }
        QVERIFY2(finished > 10, qPrintable(QString::number(finished)));
        qInfo("%d finished, %d taken back", finished, takenBack);
    }

    void recoveryMayBeKilledToo()
    {
        const BuiltSite site(secondState());
        for (int kill = 0; kill < 40; ++kill) {
            const PublishPlace place;
            publishFirst(place);
            const auto faults = std::make_shared<Faults>();
            faults->before = [faults](const Operation &operation) {
                // In the middle of the commit.
                if (operation.to.endsWith(QLatin1String("www/topics/index.html")))
                    faults->killAfter = faults->operations;
            };
            Publisher(place.params(), faultyConnector(faults)).plan(site.tree()).value();
            {
                Publisher publisher(place.params(), faultyConnector(faults));
                QVERIFY(!publishAll(publisher, site));
            }
            faults->before = {};
            for (const int next : {kill, kill / 2, -1}) {
                faults->isDown = false;
                faults->operations = 0;
                faults->killAfter = next;
                place.ageLock(20);
                Publisher publisher(place.params(), faultyConnector(faults));
                const auto direction = kill % 2 == 0 ? Publisher::Direction::TakeBack
                                                     : Publisher::Direction::Automatic;
                const auto recovered = publisher.recover(direction);
                QVERIFY2(recovered || next >= 0,
                         recovered ? "" : qPrintable(recovered.error().text));
            }
            const Files now = place.files();
            QVERIFY(now == firstAndForeign() || now == secondOverFirst());
        }
    }

    void twoPublishersAtOnce()
    {
        const PublishPlace place;
        publishFirst(place);
        const BuiltSite site(secondState());
        const auto faults = std::make_shared<Faults>();
        Publisher other(place.params(QStringLiteral("beta")));
        const auto plan = other.plan(site.tree());
        REQUIRE_OK(plan);
        std::optional<ErrorCode> seen;
        faults->before = [&](const Operation &operation) {
            if (!seen && operation.kind == Operation::Kind::Write &&
                !operation.sourceFile.isEmpty())
                seen = other.publish(*plan, site, rulesOf(plan->guards)).error().code;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        REQUIRE_OK(publishAll(publisher, site));
        QCOMPARE(seen, ErrorCode::Locked);
        const auto late = other.publish(*plan, site, rulesOf(plan->guards));
        QCOMPARE(late.error().code, ErrorCode::Conflict);
    }

    void anOldLockIsTakenOver()
    {
        const PublishPlace place;
        publishFirst(place);
        const QString lock = place.controlFolder() + QStringLiteral("/lock");
        QFile file(lock);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"transaction":"01OLD","person":"Ren","machine":"gamma"})");
        file.close();
        const BuiltSite site(secondState());
        Publisher publisher(place.params());
        const auto refused = publishAll(publisher, site);
        QCOMPARE(refused.error().code, ErrorCode::Locked);
        QVERIFY(refused.error().text.contains(QLatin1String("Ren")));
        place.ageLock(100);
        REQUIRE_OK(publishAll(publisher, site));
    }

    void cancellingWhileSendingChangesNothing()
    {
        const PublishPlace place;
        publishFirst(place);
        const auto faults = std::make_shared<Faults>();
        const BuiltSite site(secondState());
        JobContext context;
        faults->before = [&context](const Operation &operation) {
            if (!operation.sourceFile.isEmpty())
                context.cancel.cancel();
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        const auto report = publisher.publish(*plan, site, rulesOf(plan->guards), context);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(place.files(), firstAndForeign());
        QVERIFY(!hasLock(place));
    }

    void verifySeesWhatOthersDid()
    {
        const PublishPlace place;
        publishFirst(place);
        const QString logo = place.root() + QStringLiteral("/media/logo.png");
        const QDateTime time = QFileInfo(logo).lastModified();
        place.write(QStringLiteral("media/logo.png"), "LOGO");
        QFile forged(logo);
        QVERIFY(forged.open(QIODevice::ReadWrite));
        QVERIFY(forged.setFileTime(time, QFileDevice::FileModificationTime));
        forged.close();
        place.write(QStringLiteral("index.html"), "defaced!");
        QFile::remove(place.root() + QStringLiteral("/kenmin/index.html"));
        Publisher publisher(place.params());
        const auto seen = publisher.verify(Publisher::Level::Listing);
        REQUIRE_OK(seen);
        QCOMPARE(seen->size(), 3);
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QCOMPARE(drifts->size(), 4);
        QCOMPARE(drifts->at(0).kind, Drift::Kind::Changed);
        QCOMPARE(drifts->at(1).kind, Drift::Kind::Missing);
        QCOMPARE(drifts->at(2).path, QStringLiteral("media/logo.png"));
        QCOMPARE(drifts->at(3).kind, Drift::Kind::Unknown);
    }

    void anOldStateCanBePublishedAgain()
    {
        const PublishPlace place;
        publishFirst(place);
        Publisher publisher(place.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        const auto kept = publisher.generations();
        REQUIRE_OK(kept);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->last().head.generation, 1);
        const auto plan = publisher.plan(treeOf(kept->last()));
        REQUIRE_OK(plan);
        const BuiltSite objects(firstState());
        REQUIRE_OK(publisher.publish(*plan, objects, rulesOf(plan->guards)));
        QCOMPARE(place.read(QStringLiteral("index.html")), "home 1");
        QCOMPARE(place.read(QStringLiteral("old/index.html")), "to be removed");
    }
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "test_transaction.moc"
