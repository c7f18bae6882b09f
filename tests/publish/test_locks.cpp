// Locks that nobody gives back: times that lie in the future, servers that forbid removing.
#include "publish/locking/lock.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;
using std::chrono::milliseconds;

namespace {

/// A docroot that was published to, and a lock that somebody left there.
class LockedScene
{
public:
    LockedScene()
    {
        Publisher publisher(place.params());
        if (!publishAll(publisher, BuiltSite(firstState())))
            qFatal("the first publish failed");
    }

    PublishParams params(const QString &machine = QStringLiteral("alpha"))
    {
        PublishParams made = place.params(machine);
        made.timing.now = [this] { return now; };
        made.timing.wait = [this](milliseconds time, const CancelToken &) {
            now += time;
            if (meanwhile)
                meanwhile();
            return true;
        };
        return made;
    }
    void leaveLock(const QDateTime &time) const
    {
        put(QStringLiteral("lock"), note.toBytes(), time);
    }
    void beat(const QDateTime &time) const
    {
        put(QStringLiteral("beat.") + note.transaction, "beat\n", time);
    }

    PublishPlace place;
    LockNote note{QStringLiteral("01TRANSACTION"), QStringLiteral("佐藤"), QStringLiteral("gamma")};
    milliseconds now{1'000'000};
    std::function<void()> meanwhile;

private:
    void put(const QString &name, const QByteArray &bytes, const QDateTime &time) const
    {
        QFile file(place.controlFolder() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.flush() ||
            !file.setFileTime(time, QFileDevice::FileModificationTime))
            qFatal("%s", qPrintable(file.errorString()));
    }
};

QDateTime inSeconds(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds);
}

constexpr qint64 year = 365 * 86'400;

} // namespace

class TestLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOverALockFromTheFuture();
    void leavesALockFromTheFutureToAHolderWhoLives();
    void goesOnWhenAWatchedLockIsGivenBack();
    void publishesAgainWhereLocksMayNotBeRemoved();
    void tellsWhoseLockItIs();
    void breaksALockThatWasSeen();
    void breaksNoLockWhoseOwnerLives_data();
    void breaksNoLockWhoseOwnerLives();
    void breaksNoOtherLockThanTheOneSeen();
    void leavesWhatWasCutOffToBeEnded();
    void saysWhoMustTakeALockAway();
    void aLockOfOnesOwnIsNobodyWhoPublishes();
};

void TestLocks::takesOverALockFromTheFuture()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(year));
    const milliseconds begin = scene.now;
    Publisher publisher(scene.params());
    REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
    QVERIFY(scene.now - begin >= std::chrono::seconds(Lock::staleSeconds));
}

void TestLocks::leavesALockFromTheFutureToAHolderWhoLives()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(year));
    scene.meanwhile = [&scene] { scene.beat(inSeconds(0)); };
    Publisher publisher(scene.params());
    const auto report = publishAll(publisher, BuiltSite(secondState()));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Locked);
    QVERIFY2(report.error().text.contains(QStringLiteral("佐藤")), qPrintable(report.error().text));
}

void TestLocks::goesOnWhenAWatchedLockIsGivenBack()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(year));
    const milliseconds begin = scene.now;
    scene.meanwhile = [&scene] { QFile::remove(scene.place.controlFolder() + u"/lock"); };
    Publisher publisher(scene.params());
    REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
    QVERIFY(scene.now - begin < std::chrono::seconds(Lock::beatSeconds));
}

void TestLocks::publishesAgainWhereLocksMayNotBeRemoved()
{
    PublishPlace place;
    const auto faults = std::make_shared<Faults>();
    faults->refuse = [](const Operation &operation) {
        const bool isLock = operation.path.endsWith(QStringLiteral("/lock"));
        return operation.kind == Operation::Kind::Remove && isLock ? Outcome::Status::Denied
                                                                   : Outcome::Status::Ok;
    };
    Publisher alpha(place.params(), faultyConnector(faults));
    REQUIRE_OK(publishAll(alpha, BuiltSite(firstState())));
    REQUIRE_OK(publishAll(alpha, BuiltSite(secondState())));
    Publisher beta(place.params(QStringLiteral("beta")), faultyConnector(faults));
    REQUIRE_OK(publishAll(beta, BuiltSite(firstState())));
}

void TestLocks::tellsWhoseLockItIs()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(-40));
    scene.beat(inSeconds(-30));
    Publisher publisher(scene.params());
    QCOMPARE(publishAll(publisher, BuiltSite(secondState())).error().code, ErrorCode::Locked);
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    QVERIFY(held->has_value());
    QCOMPARE((*held)->owner(), scene.note.person);
    QVERIFY((*held)->isNamedBy(QStringLiteral("gamma")));
    QVERIFY(!(*held)->isNamedBy(QString()));
    QVERIFY(std::abs((*held)->begun.secsTo(inSeconds(-40))) <= 3);
    QVERIFY(std::abs((*held)->lastSign.secsTo(inSeconds(-30))) <= 3);
    const QString inJapan = (*held)->begun.toTimeZone(japanTime()).toString(u"HH:mm:ss");
    QVERIFY2(whatIsKnown(**held).contains(inJapan), qPrintable(whatIsKnown(**held)));
}

void TestLocks::breaksALockThatWasSeen()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(-20));
    Publisher publisher(scene.params());
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    const milliseconds begin = scene.now;
    REQUIRE_OK(publisher.breakLock(**held));
    const milliseconds needed = std::chrono::seconds(Lock::breakSeconds - 20 - 2);
    QVERIFY(scene.now - begin >= needed);
    QVERIFY(!publisher.heldLock()->has_value());
    REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
}

void TestLocks::breaksNoLockWhoseOwnerLives_data()
{
    QTest::addColumn<bool>("isWatched");
    QTest::newRow("renewed before") << false;
    QTest::newRow("renewed while it is watched") << true;
}

void TestLocks::breaksNoLockWhoseOwnerLives()
{
    QFETCH(bool, isWatched);
    LockedScene scene;
    scene.leaveLock(inSeconds(-20));
    Publisher publisher(scene.params());
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    if (isWatched)
        scene.meanwhile = [&scene] { scene.beat(inSeconds(0)); };
    else
        scene.beat(inSeconds(0));
    const auto broken = publisher.breakLock(**held);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Locked);
    QVERIFY(publisher.heldLock()->has_value());
}

void TestLocks::breaksNoOtherLockThanTheOneSeen()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(-80));
    Publisher publisher(scene.params());
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    scene.note = {QStringLiteral("01ANOTHER"), QStringLiteral("鈴木"), QStringLiteral("delta")};
    scene.leaveLock(inSeconds(-80));
    const auto broken = publisher.breakLock(**held);
    QVERIFY(!broken);
    QVERIFY2(broken.error().text.contains(QStringLiteral("鈴木")), qPrintable(broken.error().text));
    QCOMPARE((*publisher.heldLock())->owner(), QStringLiteral("鈴木"));
}

/// The record of it stays, and ends it as it would have been ended otherwise.
void TestLocks::leavesWhatWasCutOffToBeEnded()
{
    LockedScene scene;
    const auto faults = std::make_shared<Faults>();
    const QString home = scene.place.root() + QStringLiteral("/index.html");
    faults->before = [&faults, home](const Operation &operation) {
        const bool isGoingLive = operation.to == home && operation.kind != Operation::Kind::Link;
        if (isGoingLive)
            faults->killAfter = faults->operations;
    };
    PublishParams beta = scene.params(QStringLiteral("beta"));
    Publisher other(beta, faultyConnector(faults));
    QCOMPARE(publishAll(other, BuiltSite(secondState())).error().code, ErrorCode::Interrupted);
    const QString journal = scene.place.controlFolder() + QStringLiteral("/journal");
    QVERIFY(QFile::exists(journal));

    Publisher publisher(scene.params());
    QCOMPARE(publisher.recover().error().code, ErrorCode::Locked);
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    QVERIFY((*held)->isNamedBy(QStringLiteral("beta")));
    REQUIRE_OK(publisher.breakLock(**held));
    QVERIFY(QFile::exists(journal));
    const auto ended = publisher.recover();
    REQUIRE_OK(ended);
    QCOMPARE(*ended, Report::Recovery::Finished);
    QVERIFY(!QFile::exists(journal));
    QCOMPARE(scene.place.read(QStringLiteral("index.html")), QByteArray("home 2"));
}

void TestLocks::saysWhoMustTakeALockAway()
{
    LockedScene scene;
    scene.leaveLock(inSeconds(-80));
    const auto faults = std::make_shared<Faults>();
    faults->refuse = [](const Operation &operation) {
        const bool isLock = operation.path.endsWith(QStringLiteral("/lock"));
        const bool isTaken =
            operation.kind == Operation::Kind::Remove || operation.kind == Operation::Kind::Move;
        return isLock && isTaken ? Outcome::Status::Denied : Outcome::Status::Ok;
    };
    Publisher publisher(scene.params(), faultyConnector(faults));
    const auto held = publisher.heldLock();
    REQUIRE_OK(held);
    const auto broken = publisher.breakLock(**held);
    QVERIFY(!broken);
    QVERIFY2(broken.error().text.contains(QStringLiteral("administrator")),
             qPrintable(broken.error().text));
    QVERIFY(!broken.error().text.contains(QStringLiteral("is publishing")));
}

/// From the machine whose publish could not take its lock away, too.
void TestLocks::aLockOfOnesOwnIsNobodyWhoPublishes()
{
    LockedScene scene;
    PublishParams mine = scene.params();
    scene.note = {QStringLiteral("01MINE"), mine.author, mine.machine};
    scene.leaveLock(inSeconds(-5));
    Publisher publisher(mine);
    const auto report = publishAll(publisher, BuiltSite(secondState()));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Locked);
    QVERIFY2(!report.error().text.contains(QStringLiteral("right now")),
             qPrintable(report.error().text));
}

QTEST_GUILESS_MAIN(TestLocks)
#include "test_locks.moc"
