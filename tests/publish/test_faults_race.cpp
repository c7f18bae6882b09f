// Fault test 12 (publishing.md 5b): several machines, as processes of their own, publish to one
// docroot at once, take over a lock that was left, or sleep while somebody does.
#include "base/file.h"
#include "support/faultyremotefiles.h"
#include "support/publisherprocess.h"
#include "support/servedplace.h"

#include <QTest>
#include <QThread>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

/// A docroot, and orders to publish to it from machines named after Greek letters.
class Arena
{
public:
    Arena() : served("\n")
    {
        served.publishLinked(1);
        served.writeForeign();
    }

    PublishOrder order(const QString &machine, const Files &site) const
    {
        const QString folder = served.outside.filePath(QStringLiteral("state-") + machine);
        writeFolder(folder, site);
        PublishOrder order;
        order.params = served.params(machine);
        order.params.author = machine;
        order.stateFolder = folder;
        order.processIdFile = served.outside.filePath(QStringLiteral("pid-") + machine);
        return order;
    }

    /// Lets the next publisher stand still when its n-th request of a type arrives.
    QString hold(const QByteArray &request) const
    {
        const QString file = served.outside.filePath(QStringLiteral("held"));
        served.setRules("hold " + request + ' ' + file.toUtf8() + '\n');
        return file;
    }

    bool hasLock() const
    {
        return QFile::exists(served.place.controlFolder() + QStringLiteral("/lock"));
    }

    ServedPlace served;
};

/// The first state is live; what visitors see after `state` is published.
Files live(const Files &state)
{
    Files files = withOldAssets(state, linkedState(1));
    files.insert(foreignFiles());
    return files;
}

/// Also when that was the second publish since: old assets stay one publish longer.
bool isLive(const Files &found, const Files &state)
{
    Files later = state;
    later.insert(foreignFiles());
    return found == live(state) || found == later;
}

/// A site that shares most of its files with linkedState(2).
Files sibling()
{
    Files files = linkedState(2);
    files.insert(QStringLiteral("kenmin/extra.html"), "from the other machine");
    return files;
}

constexpr int manyTimes = 60;

} // namespace

class TestFaultsRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondIsToldWhoPublishes_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("while sending") << QByteArray("WRITE 3");
        QTest::newRow("while going live") << QByteArray("posix-rename 2");
    }

    void theSecondIsToldWhoPublishes()
    {
        QFETCH(QByteArray, request);
        const Arena arena;
        const QString held = arena.hold(request);
        PublisherProcess first(arena.order(QStringLiteral("alpha"), linkedState(2)));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(held), 20000);
        arena.served.setRules("\n");
        PublisherProcess second(arena.order(QStringLiteral("beta"), sibling()));
        QVERIFY(second.waitForEnd());
        QVERIFY(!second.succeeded());
        QVERIFY2(second.output().contains("alpha is publishing"), second.output().constData());
        QFile::remove(held);
        QVERIFY(first.waitForEnd());
        QVERIFY2(first.succeeded(), first.output().constData());
        QCOMPARE(arena.served.place.files(), live(linkedState(2)));
        QVERIFY(!arena.hasLock());
    }

    void twoAtOnce()
    {
        int both = 0;
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round) {
            const Arena arena;
            PublisherProcess first(arena.order(QStringLiteral("alpha"), linkedState(2)));
            PublisherProcess second(arena.order(QStringLiteral("beta"), sibling()));
            QVERIFY(first.waitForEnd() && second.waitForEnd());
            const Files found = arena.served.place.files();
            QVERIFY2(first.succeeded() || second.succeeded(),
                     qPrintable(QString::fromUtf8(first.output() + second.output())));
            both += first.succeeded() && second.succeeded() ? 1 : 0;
            const bool isFirst = isLive(found, linkedState(2));
            const bool isSecond = isLive(found, sibling());
            QVERIFY(isFirst || isSecond);
            QVERIFY(isFirst ? first.succeeded() : second.succeeded());
            QVERIFY(!arena.hasLock());
        }
        qInfo("%d races, in %d of them both published, one after the other", rounds, both);
    }

    /// A machine died with the lock; two others come at the same moment.
    void twoTakeOverOneLock()
    {
        int both = 0;
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round) {
            const Arena arena;
            const QString held = arena.hold("WRITE 3");
            {
                PublisherProcess dead(arena.order(QStringLiteral("alpha"), linkedState(2)));
                QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(held), 20000);
                dead.killHard();
            }
            arena.served.setRules("\n");
            QFile::remove(held);
            QVERIFY(arena.hasLock());
            arena.served.place.ageLock(200);
            PublisherProcess first(arena.order(QStringLiteral("beta"), linkedState(2)));
            PublisherProcess second(arena.order(QStringLiteral("gamma"), linkedState(2)));
            QVERIFY(first.waitForEnd() && second.waitForEnd());
            QVERIFY2(first.succeeded() || second.succeeded(),
                     qPrintable(QString::fromUtf8(first.output() + second.output())));
            both += first.succeeded() && second.succeeded() ? 1 : 0;
            QCOMPARE(arena.served.place.files(), live(linkedState(2)));
            QVERIFY(!arena.hasLock());
            Publisher check(arena.served.params(QStringLiteral("delta")));
            const auto published = check.published();
            REQUIRE_OK(published);
            QCOMPARE(published->head.generation, 2);
        }
        qInfo("%d races, in %d of them the loser came late and found nothing to do", rounds, both);
    }

    /// Its holder sleeps, somebody else publishes, and the holder wakes up.
    void whoSleptStopsAtTheFence_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("while sending") << QByteArray("WRITE 3");
        QTest::newRow("before the intent") << QByteArray("hardlink 1");
        QTest::newRow("while going live") << QByteArray("posix-rename 2");
        QTest::newRow("before the manifest") << QByteArray("posix-rename 5");
    }

    void whoSleptStopsAtTheFence()
    {
        QFETCH(QByteArray, request);
        const Arena arena;
        const QString held = arena.hold(request);
        PublishOrder slow = arena.order(QStringLiteral("alpha"), linkedState(2));
        slow.hurry = manyTimes;
        PublisherProcess sleeper(slow);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(held), 20000);
        sleeper.stop();
        arena.served.setRules("\n");
        arena.served.place.ageLock(200);
        PublisherProcess other(arena.order(QStringLiteral("beta"), sibling()));
        QVERIFY(other.waitForEnd());
        QVERIFY2(other.succeeded(), other.output().constData());
        const Files published = arena.served.place.files();
        QThread::msleep(1700); // by its own clock it slept for more than the lock lives
        QFile::remove(held);
        sleeper.goOn();
        QVERIFY(sleeper.waitForEnd());
        QVERIFY2(!sleeper.succeeded(), sleeper.output().constData());
        qInfo("%s", sleeper.output().trimmed().left(150).constData());
        QCOMPARE(arena.served.place.files(), published);
        QVERIFY(isLive(published, sibling()));
        QVERIFY(!arena.hasLock());
        Publisher check(arena.served.params(QStringLiteral("delta")));
        const auto drifts = check.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        for (const Drift &drift : *drifts)
            QCOMPARE(drift.kind, Drift::Kind::Unknown);
    }

    /// What was read in the same flight as the vain request for the lock is older than what its
    /// holder did until he lost it.
    void whatTheFormerHolderDidIsSeen()
    {
        const PublishPlace place;
        Publisher first(place.params());
        Files site = firstState();
        REQUIRE_OK(publishAll(first, BuiltSite(site)));
        const QString lock = place.controlFolder() + QStringLiteral("/lock");
        const QByteArray held = R"({"transaction":"01OLD","person":"Ren","machine":"gamma"})";
        const auto faults = std::make_shared<Faults>();
        faults->features.inOrder = true;
        Files theirs = site;
        theirs.insert(QStringLiteral("theirs/index.html"), "published by the holder");
        faults->before = [&, done = false](const Operation &operation) mutable {
            if (done || operation.kind != Operation::Kind::Move || operation.path != lock)
                return;
            done = true;
            QFile::remove(lock);
            Publisher holder(place.params(QStringLiteral("gamma")));
            QVERIFY(publishAll(holder, BuiltSite(theirs)).has_value());
            QVERIFY(writeFile(lock, held).has_value());
        };
        site.insert(QStringLiteral("ours/index.html"), "made from an older state");
        Publisher late(place.params(QStringLiteral("beta")), faultyConnector(faults));
        const BuiltSite ours(site);
        const auto plan = late.plan(ours.tree());
        REQUIRE_OK(plan);
        QVERIFY(writeFile(lock, held).has_value());
        place.ageLock(200);
        const auto report = late.publish(*plan, ours, rulesOf(plan->guards));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(place.files(), theirs);
    }
};

QTEST_GUILESS_MAIN(TestFaultsRace)
#include "test_faults_race.moc"
