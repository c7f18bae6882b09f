// Locks that nobody gives back: times that lie in the future, servers that forbid removing.
#include "publish/transaction/lock.h"
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
    void publishesAgainWhereLocksMayNotBeRemoved();
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

QTEST_GUILESS_MAIN(TestLocks)
#include "test_locks.moc"
