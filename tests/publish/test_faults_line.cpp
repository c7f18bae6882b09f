// Fault tests 4 and 15 (publishing.md 5b) and its extra line: what the network, the server's
// processes and the transport below SFTP do to a publish.
#include "support/delayproxy.h"
#include "support/servedplace.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

using Kind = Operation::Kind;
using Milliseconds = std::chrono::milliseconds;

// Short enough for a test, long enough for a busy machine.
constexpr ssh::Timeouts impatient{Milliseconds(15000), Milliseconds(2000)};

bool sends(const Batch &batch)
{
    return std::any_of(batch.cbegin(), batch.cend(), [](const Operation &operation) {
        return operation.kind == Kind::Write && !operation.sourceFile.isEmpty();
    });
}

bool commits(const Batch &batch)
{
    return std::any_of(batch.cbegin(), batch.cend(), [](const Operation &operation) {
        return operation.kind == Kind::Replace && operation.to.endsWith(u".html");
    });
}

bool tidies(const Batch &batch)
{
    return std::any_of(batch.cbegin(), batch.cend(), [](const Operation &operation) {
        return operation.kind == Kind::RemoveFolder && operation.path.endsWith(u"/stage");
    });
}

/// The number that a batch is recognised by, for tables of rows.
bool isPhase(int phase, const Batch &batch)
{
    return phase == 0 ? sends(batch) : phase == 1 ? commits(batch) : tidies(batch);
}

/// The second state over the first, or the first as it was.
bool isOldOrNew(const Files &found)
{
    Files before = linkedState(1);
    Files now = withOldAssets(linkedState(2), before);
    before.insert(foreignFiles());
    now.insert(foreignFiles());
    return found == before || found == now;
}

Files finalState()
{
    Files now = withOldAssets(linkedState(2), linkedState(1));
    now.insert(foreignFiles());
    return now;
}

void setTheScene(const ServedPlace &served)
{
    served.publishLinked(1);
    served.writeForeign();
}

} // namespace

class TestFaultsLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Everything is swallowed from a phase on: on its way there, or on its way back.
    void aBlackHole_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("hold"); // the request that still arrives
        QTest::newRow("before WRITE") << 0 << QString();
        QTest::newRow("before RENAME") << 1 << QString();
        QTest::newRow("while tidying up") << 2 << QString();
        QTest::newRow("after WRITE") << -1 << QStringLiteral("WRITE 3");
        QTest::newRow("after RENAME") << -1 << QStringLiteral("posix-rename 2");
        QTest::newRow("after the manifest's RENAME") << -1 << QStringLiteral("posix-rename 5");
    }

    void aBlackHole()
    {
        QFETCH(int, phase);
        QFETCH(QString, hold);
        const ServedPlace served("\n");
        setTheScene(served);
        const QString held = served.outside.filePath(QStringLiteral("held"));
        if (!hold.isEmpty())
            served.setRules("hold " + hold.toLatin1() + ' ' + held.toUtf8() + '\n');
        DelayProxy proxy(served.server->port());
        QElapsedTimer dark;
        const auto darken = [&] {
            proxy.blackHole(true);
            dark.start();
        };
        {
            const auto connector = impatientConnector(
                *served.server, proxy.port(), impatient, [&](const Batch &batch) {
                    if (phase >= 0 && isPhase(phase, batch) && !dark.isValid())
                        darken();
                });
            // Who notices tries once to connect anew, which takes its own time.
            qint64 noticed = -1;
            Publisher publisher(
                served.params(), [&](const auto &target, const auto &access, const auto &context) {
                    noticed = dark.isValid() && noticed < 0 ? dark.elapsed() : noticed;
                    return connector(target, access, context);
                });
            std::atomic_bool isOver = false;
            std::thread watcher;
            if (!hold.isEmpty())
                watcher = std::thread([&] {
                    while (!QFile::exists(held) && !isOver)
                        std::this_thread::sleep_for(Milliseconds(1));
                    darken();
                    QFile::remove(held);
                });
            const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
            noticed = dark.isValid() && noticed < 0 ? dark.elapsed() : noticed;
            isOver = true;
            if (watcher.joinable())
                watcher.join();
            QVERIFY(!report);
            QVERIFY2(report.error().code == ErrorCode::Interrupted ||
                         report.error().code == ErrorCode::Network,
                     qPrintable(report.error().text));
            QVERIFY2(noticed >= 0 && noticed < 4 * impatient.silence.count(),
                     qPrintable(QString::number(noticed)));
            qInfo("noticed after %lld ms with a limit of %lld ms; “%s”", noticed,
                  static_cast<long long>(impatient.silence.count()),
                  qPrintable(report.error().text.left(60)));
            QVERIFY(!publisher.isConnected());
        }
        served.setRules("\n");
        Publisher again(served.params());
        const auto recovered = again.recover();
        REQUIRE_OK(recovered);
        QVERIFY(isOldOrNew(served.place.files()));
        // What was on its way when the line died must not come into force later.
        proxy.blackHole(false);
        REQUIRE_OK(publishAll(again, BuiltSite(linkedState(2))));
        QCOMPARE(served.place.files(), finalState());
    }

    void aCancelInABlackHoleIsAnswered_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("sending") << 0;
        QTest::newRow("going live") << 1;
    }

    void aCancelInABlackHoleIsAnswered()
    {
        QFETCH(int, phase);
        const ServedPlace served("\n");
        setTheScene(served);
        DelayProxy proxy(served.server->port());
        std::atomic_bool isDark = false;
        const ssh::Timeouts timeouts{Milliseconds(15000), Milliseconds(20000)};
        const auto darken = [&](const Batch &batch) {
            if (isPhase(phase, batch) && !isDark) {
                proxy.blackHole(true);
                isDark = true;
            }
        };
        auto publisher = std::make_unique<Publisher>(
            served.params(), impatientConnector(*served.server, proxy.port(), timeouts, darken));
        const BuiltSite site(linkedState(2));
        JobContext context;
        const auto plan = publisher->plan(site.tree());
        REQUIRE_OK(plan);
        std::chrono::steady_clock::time_point pressed;
        std::thread person([&] {
            while (!isDark)
                std::this_thread::sleep_for(Milliseconds(1));
            std::this_thread::sleep_for(Milliseconds(150));
            pressed = std::chrono::steady_clock::now();
            context.cancel.cancel();
        });
        const auto report = publisher->publish(*plan, site, rulesOf(plan->guards), context);
        const auto took =
            std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - pressed);
        person.join();
        qInfo("answered %lld ms after Cancel: “%s”", static_cast<long long>(took.count()),
              qPrintable(report ? QString() : report.error().text));
        QVERIFY(!report);
        QVERIFY2(took < Milliseconds(200), qPrintable(QString::number(qint64(took.count()))));
        publisher.reset();
        proxy.blackHole(false);
        Publisher again(served.params());
        REQUIRE_OK(again.recover());
        QVERIFY(isOldOrNew(served.place.files()));
        REQUIRE_OK(publishAll(again, site));
        QCOMPARE(served.place.files(), finalState());
    }

    /// The connection is reset just before a phase.
    void aReset_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("sending") << 0;
        QTest::newRow("going live") << 1;
        QTest::newRow("tidying up") << 2;
    }

    void aReset()
    {
        QFETCH(int, phase);
        const ServedPlace served;
        setTheScene(served);
        DelayProxy proxy(served.server->port());
        bool isCut = false;
        Publisher publisher(
            served.params(),
            impatientConnector(*served.server, proxy.port(), impatient, [&](const Batch &batch) {
                if (isPhase(phase, batch) && !isCut)
                    proxy.cut();
                isCut = isCut || isPhase(phase, batch);
            }));
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        QVERIFY(isCut);
        if (!report)
            QCOMPARE(report.error().code, ErrorCode::Interrupted);
        const auto again = publishAll(publisher, BuiltSite(linkedState(2)));
        REQUIRE_OK(again);
        QCOMPARE(served.place.files(), finalState());
    }

    /// Its sshd process is killed at a request, and with it SFTP.
    void theServerIsKilled_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 6; at <= 118; at += 14)
            QTest::addRow("at request %d", at) << at;
    }

    void theServerIsKilled()
    {
        QFETCH(int, at);
        const ServedPlace served("\n");
        setTheScene(served);
        served.setRules("killserver " + QByteArray::number(at) + '\n');
        Publisher publisher(served.params());
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        served.setRules("\n");
        if (!report)
            QVERIFY2(report.error().code == ErrorCode::Interrupted ||
                         report.error().code == ErrorCode::Network,
                     qPrintable(report.error().text));
        const auto recovered = publisher.recover();
        REQUIRE_OK(recovered);
        QVERIFY(isOldOrNew(served.place.files()));
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
        QCOMPARE(served.place.files(), finalState());
    }

    /// New keys after each megabyte, and a system that takes four kilobytes of ours at a time.
    void keysChangeWhileSendsArePartial()
    {
        const ServedPlace served({}, {QStringLiteral("RekeyLimit 1M")});
        Files files = linkedState(1);
        QByteArray large(8'000'000, 'x');
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = static_cast<char>((i * 7919) >> 9);
        files.insert(QStringLiteral("media/one.bin"), large);
        files.insert(QStringLiteral("media/two.bin"), large.left(7'999'000));
        const BuiltSite site(files);
        Publisher publisher(served.params());
        REQUIRE_OK(publisher.probe());
        QCOMPARE(shrinkSendBuffers(served.server->port()), 1);
        QElapsedTimer took;
        took.start();
        REQUIRE_OK(publishAll(publisher, site));
        qInfo("16 MB in %lld ms", took.elapsed());
        QVERIFY(served.place.files() == files);
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QVERIFY(drifts->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFaultsLine)
#include "test_faults_line.moc"
