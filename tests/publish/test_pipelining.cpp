// Steps that go out together where the server works in order: the first publish's control folder,
// lock and uploads, and the journal with the new files.
#include "publish/transaction/controlfolder.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

std::shared_ptr<Faults> inOrder(unsigned reallyShuffled = 0)
{
    const auto faults = std::make_shared<Faults>();
    faults->features.inOrder = true;
    faults->shuffleSeed = reallyShuffled;
    return faults;
}

/// The second state over `place`, with files of the first where nothing was removed.
Files secondLive(const Files &before)
{
    Files files = secondState();
    for (auto file = before.begin(); file != before.end(); ++file) {
        if (file.key().startsWith(QLatin1String("assets/")))
            files.insert(file.key(), file.value());
    }
    return files;
}

void publishFirst(const PublishPlace &place)
{
    Publisher publisher(place.params());
    const auto report = publishAll(publisher, BuiltSite(firstState()));
    if (!report)
        qFatal("%s", qPrintable(report.error().text));
}

QStringList besideRoot(const PublishPlace &place)
{
    return QDir(QFileInfo(place.root()).path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Clears up after a kill as the next start of the program does.
Result<Report::Recovery> recovered(Publisher &publisher, const PublishPlace &place, Faults &faults)
{
    faults.isDown = false;
    faults.killAfter = -1;
    if (!place.controlFolder().isEmpty())
        place.ageLock(20); // the lock may have been cut off before it said whose it is
    return publisher.recover();
}

} // namespace

class TestPipelining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKillAnywhereLeavesTheOldOrTheNewSite_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("first publish") << true;
        QTest::newRow("later publish") << false;
    }

    void aKillAnywhereLeavesTheOldOrTheNewSite()
    {
        QFETCH(bool, isFirst);
        const BuiltSite site(isFirst ? firstState() : secondState());
        const Files before = isFirst ? Files() : firstState();
        const Files after = isFirst ? firstState() : secondLive(before);
        int kills = 0;
        for (;; ++kills) {
            const PublishPlace place;
            if (!isFirst)
                publishFirst(place);
            const auto faults = inOrder();
            faults->killAfter = kills;
            {
                Publisher publisher(place.params(), faultyConnector(faults));
                if (publishAll(publisher, site))
                    break;
            }
            Publisher again(place.params(), faultyConnector(faults));
            const auto cleared = recovered(again, place, *faults);
            REQUIRE_OK(cleared);
            const Files now = place.files();
            QVERIFY2(now == before || now == after, qPrintable(QString::number(kills)));
            const auto report = publishAll(again, site);
            REQUIRE_OK(report);
            QCOMPARE(place.files(), after);
        }
        QVERIFY(kills > 30);
    }

    /// Should a server claim an order that it does not keep, nothing is lost all the same.
    void aServerThatKeepsNoOrderLosesNothing()
    {
        const BuiltSite site(secondState());
        for (int kill = 0;; ++kill) {
            const PublishPlace place;
            publishFirst(place);
            const auto faults = inOrder(static_cast<unsigned>(kill) + 1);
            faults->killAfter = kill;
            {
                Publisher publisher(place.params(), faultyConnector(faults));
                if (publishAll(publisher, site))
                    break;
            }
            Publisher again(place.params(), faultyConnector(faults));
            const auto cleared = recovered(again, place, *faults);
            REQUIRE_OK(cleared);
            const Files now = place.files();
            for (const QString &path :
                 {QStringLiteral("index.html"), QStringLiteral("kenmin/index.html")})
                QVERIFY(now.value(path) == firstState().value(path) ||
                        now.value(path) == secondState().value(path));
            faults->shuffleSeed = 0;
            const auto report = publishAll(again, site);
            REQUIRE_OK(report);
            QCOMPARE(place.files(), secondLive(firstState()));
        }
    }

    void aPlaceThatDoesNotReachTheDocrootIsLeftClean_data()
    {
        QTest::addColumn<Operation::Kind>("refused");
        QTest::newRow("nothing can be made beside it") << Operation::Kind::MakeFolder;
        QTest::newRow("another file system") << Operation::Kind::Move;
    }

    void aPlaceThatDoesNotReachTheDocrootIsLeftClean()
    {
        QFETCH(Operation::Kind, refused);
        const PublishPlace place;
        const auto faults = inOrder();
        const QString beside = ControlFolder::beside(place.root());
        faults->refuse = [refused, beside](const Operation &operation) {
            const bool probes = operation.to.contains(QLatin1String("/.kakehashi-probe-"));
            const bool makes = operation.path == beside;
            if (operation.kind != refused || !(probes || makes))
                return Outcome::Status::Ok;
            return probes ? Outcome::Status::Failed : Outcome::Status::Denied;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(firstState()));
        REQUIRE_OK(report);
        QCOMPARE(place.files(), firstState());
        QCOMPARE(besideRoot(place), QStringList(QStringLiteral("www")));
        QVERIFY(place.controlFolder().startsWith(place.root()));
    }

    void withoutAJournalTheNewFilesAreTakenBack()
    {
        const PublishPlace place;
        publishFirst(place);
        const auto faults = inOrder();
        faults->refuse = [](const Operation &operation) {
            return operation.to.endsWith(QLatin1String("/journal")) ? Outcome::Status::Denied
                                                                    : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(place.files(), firstState());
    }

    void aForeignFileIsNotOverwritten()
    {
        const PublishPlace place;
        publishFirst(place);
        const auto faults = inOrder();
        faults->before = [&place](const Operation &operation) {
            if (operation.to.endsWith(QLatin1String("media/copy.png")))
                place.write(QStringLiteral("media/copy.png"), "somebody's");
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        QVERIFY(!report);
        QVERIFY(report.error().text.contains(QLatin1String("media/copy.png")));
        Files expected = firstState();
        expected.insert(QStringLiteral("media/copy.png"), "somebody's");
        QCOMPARE(place.files(), expected);
    }
};

QTEST_GUILESS_MAIN(TestPipelining)
#include "test_pipelining.moc"
