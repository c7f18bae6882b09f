// What on the server may be believed: a state from before, however well signed; a record of a
// publish that nobody signed; another account's records; and who else may read ours.
#include "base/file.h"
#include "publish/connection/localtrace.h"
#include "publish/journal.h"
#include "publish/transaction/controlfolder.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

const QByteArray key(32, 'k');
const QString page = QStringLiteral("kenmin/index.html");

PublishParams signedParams(const PublishPlace &place,
                           const QString &machine = QStringLiteral("alpha"))
{
    PublishParams params = place.params(machine);
    params.manifestKey = key;
    return params;
}

void publishFrom(const PublishParams &params, const Files &files)
{
    Publisher publisher(params);
    if (const auto done = publishAll(publisher, BuiltSite(files)); !done)
        qFatal("%s", qPrintable(done.error().text));
}

/// The server as it was after the first of two publishes: docroot, list and all. The machine that
/// published keeps what it noted.
struct PutBack
{
    PutBack()
    {
        publishFrom(signedParams(place), firstState());
        place.save();
        publishFrom(signedParams(place), secondState());
        const QString notes = place.folder() + QStringLiteral("/alpha");
        QDir().rename(notes, place.folder() + QStringLiteral(".notes"));
        place.restore();
        QDir(notes).removeRecursively();
        QDir().rename(place.folder() + QStringLiteral(".notes"), notes);
    }

    PublishPlace place;
};

/// A journal of somebody who can write into the control folder: it moves a file of others away and
/// puts a page of theirs live.
Journal planted(const PublishPlace &place)
{
    const QDir control(place.controlFolder());
    Journal journal;
    journal.site = QStringLiteral("01SITE");
    journal.transaction = QStringLiteral("01ARZ3NDEKTSV4RRFFQ69G5FZZ");
    journal.generation = 2;
    journal.base.generation = 1;
    JournalStep step;
    step.path = QStringLiteral("evil.html");
    step.stage = QStringLiteral("evil");
    control.mkpath(QStringLiteral("stage"));
    writeFolder(control.filePath(QStringLiteral("stage")), {{step.stage, "evil"}});
    const QFileInfo staged(control.filePath(QStringLiteral("stage/evil")));
    step.after = {FileInfo::Kind::File, 4, staged.lastModified().toSecsSinceEpoch(), 0};
    step.afterHash = Sha256::of("evil");
    JournalStep away;
    away.kind = JournalStep::Kind::Remove;
    away.path = QStringLiteral("theirs.html");
    away.undo = QStringLiteral("0");
    place.write(away.path, "theirs");
    const QFileInfo theirs(place.root() + u'/' + away.path);
    away.before = {FileInfo::Kind::File, 6, theirs.lastModified().toSecsSinceEpoch(), 0};
    journal.steps = {step, away};
    Manifest manifest;
    manifest.head.site = journal.site;
    manifest.head.generation = 2;
    manifest.head.transaction = journal.transaction;
    writeFolder(place.controlFolder() + QStringLiteral("/undo/2-") + journal.transaction +
                    QStringLiteral("/gate/live"),
                {{QStringLiteral("manifest"), manifest.toBytes({})}});
    return journal;
}

void writeList(const QString &list, const QByteArray &bytes)
{
    QFile file(list);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

void writeRecord(const PublishPlace &place, const QByteArray &bytes)
{
    QFile file(place.controlFolder() + QStringLiteral("/journal"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormerStateThatWasPutBackIsTold()
    {
        const PutBack scene;
        QCOMPARE(scene.place.read(QStringLiteral("index.html")), "home 1");
        Publisher publisher(signedParams(scene.place));
        const auto standing = publisher.standing();
        REQUIRE_OK(standing);
        QCOMPARE(standing->signature, Signature::Valid);
        QCOMPARE(standing->live.generation, 1);
        QCOMPARE(standing->newest.generation, 2);
        QVERIFY(standing->wentBack.contains(QLatin1String("publish 1")));
        QVERIFY(standing->wentBack.contains(QLatin1String("publish 2")));
    }

    void publishingOverAFormerStateMustBeMeantAndCures()
    {
        const PutBack scene;
        Publisher publisher(signedParams(scene.place));
        const BuiltSite site(secondState());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        const auto refused = publisher.publish(*plan, site);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        const auto done = publisher.publish(*plan, site, rulesOf(plan->guards));
        REQUIRE_OK(done);
        QCOMPARE(done->generation, 3);
        QCOMPARE(scene.place.read(QStringLiteral("index.html")), "home 2");
        QVERIFY(publisher.standing()->wentBack.isEmpty());
    }

    /// The history came here with the site.
    void aCleanMachineKnowsByTheHistory()
    {
        const PutBack scene;
        PublishParams params = signedParams(scene.place, QStringLiteral("gamma"));
        QVERIFY(Publisher(params).standing()->wentBack.isEmpty());
        params.known = {2, QStringLiteral("01ARZ3NDEKTSV4RRFFQ69G5FZZ"), {}};
        QVERIFY(!Publisher(params).standing()->wentBack.isEmpty());
    }

    void aListWithoutItsSignatureIsSeenWhereItWasMade_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::newRow("with the key") << true;
        QTest::newRow("without") << false;
    }

    void aListWithoutItsSignatureIsSeenWhereItWasMade()
    {
        QFETCH(bool, hasKey);
        const PublishPlace place;
        publishFrom(signedParams(place), firstState());
        const QString list = place.controlFolder() + QStringLiteral("/manifest");
        const Manifest live = Manifest::fromBytes(readFile(list, 10'000).value(), key).value();
        PublishParams params = signedParams(place);
        if (!hasKey)
            params.manifestKey.clear();
        QVERIFY(Publisher(params).standing()->tampered.isEmpty());
        writeList(list, live.toBytes({}));
        Publisher publisher(params);
        const auto standing = publisher.standing();
        REQUIRE_OK(standing);
        QCOMPARE(standing->signature, Signature::Stripped);
        QVERIFY(!standing->tampered.isEmpty());
        const auto plan = publisher.plan(BuiltSite(secondState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::unsignedManifest)));
    }

    /// It names a file of others as ours, so that the next publish would take it away.
    void aPlantedListIsNotBelievedWhereNobodySigns()
    {
        const PublishPlace place;
        publishFrom(place.params(), firstState());
        place.write(QStringLiteral("theirs.html"), "theirs");
        const QFileInfo theirs(place.root() + QStringLiteral("/theirs.html"));
        const QString list = place.controlFolder() + QStringLiteral("/manifest");
        Manifest planted = Manifest::fromBytes(readFile(list, 10'000).value(), {}).value();
        planted.files.insert(QStringLiteral("theirs.html"),
                             {Sha256::of("theirs"), 6, theirs.lastModified().toSecsSinceEpoch()});
        writeList(list, planted.toBytes({}));
        Publisher publisher(place.params());
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::damagedManifest)));
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        QCOMPARE(place.read(QStringLiteral("theirs.html")), "theirs");
        QVERIFY(publisher.standing()->tampered.isEmpty());
    }

    void aDocrootThatIsShutIsTold()
    {
        const PublishPlace place;
        publishFrom(place.params(), firstState());
        Publisher publisher(place.params());
        QVERIFY(publisher.standing()->closedRoot.isEmpty());
        QVERIFY(QFile::setPermissions(place.root(), QFileDevice::ReadOwner |
                                                        QFileDevice::WriteOwner |
                                                        QFileDevice::ExeOwner));
        QVERIFY(publisher.standing()->closedRoot.contains(QStringLiteral("0700")));
        const BuiltSite site(firstState());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->notes).contains(QStringLiteral("publish-root-closed")));
        const auto report = publisher.publish(*plan, site);
        REQUIRE_OK(report);
        QVERIFY(report->nothingToDo);
        QVERIFY(rulesOf(report->notes).contains(QStringLiteral("publish-root-closed")));
    }

    /// Who only looked remembers, too.
    void aMachineThatNeverPublishedKnowsWhatItSaw()
    {
        PublishPlace place;
        publishFrom(signedParams(place), firstState());
        place.save();
        publishFrom(signedParams(place), secondState());
        const PublishParams beta = signedParams(place, QStringLiteral("beta"));
        QVERIFY(Publisher(beta).standing()->wentBack.isEmpty());
        const QString newest = place.folder() + QStringLiteral("/beta/") +
                               beta.target.id.toString() + QStringLiteral(".newest");
        QFile seen(newest);
        QVERIFY(seen.open(QIODevice::ReadOnly));
        const QByteArray noted = seen.readAll();
        place.restore();
        writeFolder(QFileInfo(newest).path(), {{QFileInfo(newest).fileName(), noted}});
        QVERIFY(!Publisher(beta).standing()->wentBack.isEmpty());
    }

    /// A copy that looks like the newest list by its size and its time.
    void aListPutBackWithinTheSameSecondIsSeen()
    {
        const PublishPlace place;
        const PublishParams params = signedParams(place);
        publishFrom(params, {{page, "one"}, {QStringLiteral("index.html"), "home"}});
        const QString list = place.controlFolder() + QStringLiteral("/manifest");
        const QByteArray former = readFile(list, 10'000).value();
        publishFrom(params, {{page, "two"}, {QStringLiteral("index.html"), "home"}});
        QCOMPARE(former.size(), QFileInfo(list).size());
        QCOMPARE(LocalTrace(params.journalFolder, params.target).manifestTime(), 0);
        const QDateTime time = QFileInfo(list).lastModified();
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(former) > 0 && file.flush());
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
        file.close();
        Publisher publisher(params);
        const auto plan = publisher.plan(
            BuiltSite({{page, "two"}, {QStringLiteral("index.html"), "home"}}).tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::olderManifest)));
    }

    /// Once that second is over, nobody can write another one that looks the same.
    void aListThatWasSeenAWhileLaterIsKnownByItsTime()
    {
        const PublishPlace place;
        const PublishParams params = signedParams(place);
        publishFrom(params, firstState());
        Publisher publisher(params);
        REQUIRE_OK(publisher.standing());
        const LocalTrace trace(params.journalFolder, params.target);
        QCOMPARE(trace.manifestTime(), 0);
        QTest::qSleep(2100);
        REQUIRE_OK(publisher.standing());
        QVERIFY(trace.manifestTime() > 0);
    }

    void aLostListIsNoFirstPublish()
    {
        const PublishPlace place;
        publishFrom(signedParams(place), firstState());
        QVERIFY(QFile::remove(place.controlFolder() + QStringLiteral("/manifest")));
        const auto drifts = Publisher(signedParams(place)).verify(Publisher::Level::Listing);
        QVERIFY(!drifts);
        QCOMPARE(drifts.error().code, ErrorCode::Conflict);
    }

    void aPlantedRecordIsNotObeyed_data()
    {
        QTest::addColumn<QByteArray>("signedWith");
        QTest::newRow("not signed") << QByteArray();
        QTest::newRow("with another key") << QByteArray(32, 'x');
    }

    void aPlantedRecordIsNotObeyed()
    {
        QFETCH(QByteArray, signedWith);
        const PublishPlace place;
        publishFrom(signedParams(place), firstState());
        writeRecord(place, planted(place).toBytes(signedWith));
        const Files before = place.files();
        Publisher publisher(signedParams(place));
        const auto resumed = publisher.recover();
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, ErrorCode::Conflict);
        QVERIFY(!publisher.plan(BuiltSite(secondState()).tree()));
        QCOMPARE(place.files(), before);
        const auto aside = publisher.recover(Publisher::Direction::SetAside);
        REQUIRE_OK(aside);
        QCOMPARE(*aside, Report::Recovery::SetAside);
        QCOMPARE(*publisher.recover(Publisher::Direction::SetAside), Report::Recovery::None);
        QCOMPARE(place.files(), before);
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(place.read(QStringLiteral("theirs.html")), "theirs");
        QVERIFY(!place.files().contains(QStringLiteral("evil.html")));
    }

    /// A genuine one, out of undo/.
    void aRecordOfAPublishThatIsOverIsNotObeyed()
    {
        const PublishPlace place;
        publishFrom(signedParams(place), firstState());
        publishFrom(signedParams(place), secondState());
        const QDir undo(place.controlFolder() + QStringLiteral("/undo"));
        const QString first = undo.entryList({QStringLiteral("1-*")}).first();
        publishFrom(signedParams(place), firstState());
        QVERIFY(QFile::copy(undo.filePath(first + QStringLiteral("/journal")),
                            place.controlFolder() + QStringLiteral("/journal")));
        const Files before = place.files();
        Publisher publisher(signedParams(place));
        QCOMPARE(publisher.recover().error().code, ErrorCode::Conflict);
        QCOMPARE(place.files(), before);
        REQUIRE_OK(publisher.recover(Publisher::Direction::SetAside));
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
    }

    void whatWasSignedIsFinishedFromAnyMachineWithTheKey_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::newRow("with the key") << true;
        QTest::newRow("without") << false;
    }

    void whatWasSignedIsFinishedFromAnyMachineWithTheKey()
    {
        QFETCH(bool, hasKey);
        const PublishPlace place;
        publishFrom(signedParams(place), firstState());
        const auto faults = std::make_shared<Faults>();
        faults->before = [&faults](const Operation &operation) {
            if (operation.kind == Operation::Kind::Replace &&
                operation.to.endsWith(QLatin1String("www/index.html")))
                faults->isDown = true;
        };
        {
            Publisher publisher(signedParams(place), faultyConnector(faults));
            QVERIFY(!publishAll(publisher, BuiltSite(secondState())));
        }
        place.ageLock(120);
        PublishParams beta = signedParams(place, QStringLiteral("beta"));
        if (!hasKey)
            beta.manifestKey.clear();
        const auto ended = Publisher(beta).recover();
        QCOMPARE(ended.has_value(), hasKey);
        if (hasKey)
            QCOMPARE(*ended, Report::Recovery::Finished);
        else
            QCOMPARE(ended.error().code, ErrorCode::Conflict);
    }

    void anotherAccountsRecordsStopThisOne()
    {
        const PublishPlace place;
        publishFrom(place.params(), firstState());
        const auto faults = std::make_shared<Faults>();
        const QString control = place.controlFolder() + u'/';
        faults->refuse = [control](const Operation &operation) {
            return operation.path.startsWith(control) ? Outcome::Status::Denied
                                                      : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(QStringLiteral("beta")), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QVERIFY(report.error().text.contains(place.controlFolder()));
        QCOMPARE(place.files(), firstState());
        QVERIFY(QDir(place.root())
                    .entryList(QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot)
                    .filter(QLatin1String(ControlFolder::prefix))
                    .isEmpty());
    }

    void twoRecordsOfOneDocrootStopEverything()
    {
        const PublishPlace place;
        publishFrom(place.params(), firstState());
        const QString beside = place.controlFolder();
        const QString inside = place.root() + QStringLiteral("/.kakehashi-0123456789abcdef");
        QVERIFY(QDir().rename(beside, inside));
        publishFrom(place.params(), secondState());
        QVERIFY(QDir().mkpath(beside));
        QVERIFY(QFile::copy(inside + QStringLiteral("/manifest"),
                            beside + QStringLiteral("/manifest")));
        const auto plan = Publisher(place.params()).plan(BuiltSite(firstState()).tree());
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::Conflict);
    }

    void webServersAreKeptOutOfWhatIsKept()
    {
        const PublishPlace place;
        publishFrom(place.params(), firstState());
        const QDir control(place.controlFolder());
        QFile denial(control.filePath(QStringLiteral(".htaccess")));
        QVERIFY(denial.open(QIODevice::ReadOnly));
        QVERIFY(denial.readAll().contains("Require all denied"));
        QCOMPARE(QFileInfo(control.filePath(QStringLiteral("index.html"))).size(), 0);
        denial.remove(); // as of an older version of this program
        QFile::remove(control.filePath(QStringLiteral("index.html")));
        publishFrom(place.params(), secondState());
        QVERIFY(denial.exists());
        QVERIFY(QFile::exists(control.filePath(QStringLiteral("index.html"))));
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "test_trust.moc"
