#include "publish/connection/reconnect.h"
#include "support/delayproxy.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"
#include "support/sshserver.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Time that passes only when somebody waits or a test says so.
struct TestTime
{
    milliseconds now{0};
    QList<milliseconds> waits = {};
    std::function<void(milliseconds)> onWait = {};

    Timing timing()
    {
        const auto wait = [this](milliseconds time, const CancelToken &cancel) {
            if (cancel.isCancelled())
                return false;
            now += time;
            waits.append(time);
            if (onWait)
                onWait(time);
            return !cancel.isCancelled();
        };
        return {[this] { return now; }, wait};
    }

    seconds waited() const
    {
        milliseconds sum{0};
        for (const milliseconds wait : waits)
            sum += wait;
        return std::chrono::duration_cast<seconds>(sum);
    }
};

Files secondOverFirst()
{
    Files files = secondState();
    files.insert(QStringLiteral("assets/style.11111111.css"),
                 firstState().value(QStringLiteral("assets/style.11111111.css")));
    return files;
}

/// The first state is live; the second is published over a line that breaks.
struct BadLine
{
    BadLine()
    {
        Publisher publisher(place.params());
        if (auto report = publishAll(publisher, BuiltSite(firstState())); !report)
            qFatal("%s", qPrintable(report.error().text));
        params = place.params();
        params.reconnectFor = seconds(600);
        params.timing = time.timing();
        faults->before = [this](const Operation &operation) {
            sent += operation.sourceFile.isEmpty() ? 0 : 1;
        };
        comesBackAfter(seconds(5));
    }

    /// The server's clock goes on while somebody waits.
    void comesBackAfter(seconds delay)
    {
        time.onWait = [this, delay, gone = milliseconds(0)](milliseconds wait) mutable {
            gone += wait;
            if (!place.controlFolder().isEmpty())
                place.ageLock(static_cast<int>(wait.count() / 1000));
            if (gone >= delay) {
                faults->isDown = false;
                faults->killAfter = breaksEvery > 0 ? faults->operations + breaksEvery : -1;
            }
        };
    }

    Result<Report> publish(const JobContext &context = {})
    {
        Publisher publisher(params, faultyConnector(faults));
        const auto plan = publisher.plan(site.tree());
        if (!plan)
            return passOn(plan);
        faults->killAfter = breakAfter < 0 ? -1 : faults->operations + breakAfter;
        return publisher.publish(*plan, site, rulesOf(plan->guards), context);
    }

    PublishPlace place;
    TestTime time;
    BuiltSite site{secondState()};
    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
    PublishParams params;
    int breakAfter = -1;
    int breaksEvery = 0;
    int sent = 0; ///< files
};

/// A docroot that a real OpenSSH serves.
struct Served
{
    Served() : server(startServer()) { QDir().mkpath(place.root()); }

    PublishParams params(quint16 port) const
    {
        PublishParams params = place.params();
        params.target.kind = Target::Kind::Sftp;
        params.target.host = server->host();
        params.target.port = port;
        params.target.user = server->user();
        params.target.auth = Target::Auth::KeyFile;
        params.target.keyFile = server->clientKeyFile();
        params.target.hostKey = server->fingerprint();
        return params;
    }

    PublishPlace place;
    std::unique_ptr<ThrowawayServer> server;
};

Connector connectsOnce()
{
    return [isUsed = false](const Target &target, const Access &access,
                            const JobContext &context) mutable {
        if (std::exchange(isUsed, true))
            return Result<std::unique_ptr<RemoteFiles>>(
                fail(ErrorCode::Network, QStringLiteral("no line")));
        return standardConnector()(target, access, context);
    };
}

Files withVideo(qsizetype bytes)
{
    QByteArray video(bytes, Qt::Uninitialized);
    quint32 seed = 1;
    for (char &byte : video) {
        seed = seed * 1664525 + 1013904223;
        byte = static_cast<char>(seed >> 24);
    }
    return {{QStringLiteral("index.html"), "home"}, {QStringLiteral("media/film.mp4"), video}};
}

} // namespace

class TestInterruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWaitsGrowToAMinute()
    {
        TestTime time;
        Reconnect reconnect(time.timing(), seconds(600));
        QList<double> delays;
        for (milliseconds before = time.now; reconnect.wait({}) == Reconnect::Next::Try;
             before = time.now)
            delays.append(static_cast<double>((time.now - before).count()) / 1000.0);
        QVERIFY(delays.size() >= 13 && delays.size() <= 18);
        const QList<double> expected{1, 2, 4, 8, 16, 32, 60, 60, 60, 60};
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(delays.at(i) >= expected.at(i) * 0.8 && delays.at(i) <= expected.at(i) * 1.2,
                     qPrintable(QString::number(delays.at(i))));
        QCOMPARE(time.waited(), seconds(600));
    }

    void aCancelEndsTheWaitAtOnce()
    {
        const CancelToken cancel;
        QElapsedTimer running;
        running.start();
        std::thread person([cancel] {
            std::this_thread::sleep_for(milliseconds(50));
            cancel.cancel();
        });
        QVERIFY(!Timing::real().wait(seconds(60), cancel));
        person.join();
        QVERIFY2(running.elapsed() < 200, qPrintable(QString::number(running.elapsed())));
    }

    void aBrokenLineIsTakenUpAgain_data()
    {
        QTest::addColumn<bool>("canReplace");
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("mostSent");
        QTest::newRow("in order") << true << 0U << 7;
        QTest::newRow("any order") << true << 99U << 7;
        QTest::newRow("no atomic replace") << false << 0U << 7;
        QTest::newRow("little is sent anew, once") << true << 0U << 12;
    }

    void aBrokenLineIsTakenUpAgain()
    {
        QFETCH(bool, canReplace);
        QFETCH(unsigned, seed);
        QFETCH(int, mostSent);
        int reconnects = 0;
        for (int breakAfter = 0;; ++breakAfter) {
            BadLine line;
            line.faults->features.replace = canReplace;
            line.faults->shuffleSeed = seed;
            line.breakAfter = breakAfter;
            if (mostSent == 7)
                line.params.sentAnew = 0;
            const auto report = line.publish();
            const QByteArray where = "broken after " + QByteArray::number(breakAfter);
            QVERIFY2(report,
                     report ? "" : qPrintable(report.error().text + QString::fromUtf8(where)));
            QVERIFY2(line.place.files() == secondOverFirst(), where.constData());
            QVERIFY2(line.sent <= mostSent, "only what is on its way is sent again");
            QCOMPARE(report->generation, 2);
            QCOMPARE(report->added + report->replaced + report->removed, 7);
            QVERIFY(!QFile::exists(line.place.controlFolder() + QStringLiteral("/journal")));
            Publisher next(line.place.params());
            QCOMPARE(next.published()->head.transaction, report->transaction);
            if (report->reconnects == 0)
                break;
            ++reconnects;
        }
        QVERIFY2(reconnects > 40, qPrintable(QString::number(reconnects)));
    }

    void aLineThatBreaksAgainAndAgainStillEnds()
    {
        for (int every = 75; every < 90; ++every) {
            BadLine line;
            line.breakAfter = 10;
            line.breaksEvery = every;
            line.comesBackAfter(seconds(1));
            REQUIRE_OK(line.publish());
            QCOMPARE(line.place.files(), secondOverFirst());
        }
    }

    void theWaitIsSaidAndCancelled_data()
    {
        QTest::addColumn<QString>("breaksAt");
        QTest::addColumn<int>("code");
        QTest::newRow("sending") << QStringLiteral("/stage/") << int(ErrorCode::Cancelled);
        QTest::newRow("going live")
            << QStringLiteral("www/topics/index.html") << int(ErrorCode::Interrupted);
    }

    void theWaitIsSaidAndCancelled()
    {
        QFETCH(QString, breaksAt);
        QFETCH(int, code);
        BadLine line;
        line.params.sentAnew = 0;
        line.faults->before = [&line, breaksAt](const Operation &operation) {
            if (operation.to.contains(breaksAt))
                line.faults->killAfter = line.faults->operations;
        };
        JobContext context;
        QStringList phases;
        context.progress = [&](const Progress &now) {
            phases.append(now.phase);
            if (now.phase.contains(QLatin1String("trying again in")))
                context.cancel.cancel();
        };
        const auto report = line.publish(context);
        QVERIFY(!report);
        QCOMPARE(int(report.error().code), code);
        QVERIFY2(phases.last().startsWith(QLatin1String("Connection lost, trying again in ")),
                 qPrintable(phases.join(u'|')));
        line.faults->isDown = false;
        line.faults->killAfter = -1;
        line.faults->before = {};
        line.place.ageLock(20);
        Publisher again(line.place.params(), faultyConnector(line.faults));
        REQUIRE_OK(publishAll(again, line.site));
        QCOMPARE(line.place.files(), secondOverFirst());
    }

    void aLineThatStaysDownSuspendsThePublish()
    {
        BadLine line;
        line.breakAfter = 30;
        line.comesBackAfter(seconds(100'000));
        const auto report = line.publish();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Interrupted);
        QCOMPARE(line.time.waited(), seconds(600));
        line.faults->isDown = false;
        line.faults->killAfter = -1;
        Publisher again(line.place.params(), faultyConnector(line.faults));
        REQUIRE_OK(publishAll(again, line.site));
        QCOMPARE(line.place.files(), secondOverFirst());
    }

    void whoPublishedMeanwhileIsNotOverwritten()
    {
        BadLine line;
        line.breakAfter = 20;
        line.time.onWait = [&line](milliseconds) {
            line.time.onWait = {};
            line.place.ageLock(200);
            Publisher other(line.place.params(QStringLiteral("beta")));
            BuiltSite theirs(firstState());
            theirs.set(QStringLiteral("index.html"), "home of beta");
            if (!publishAll(other, theirs))
                qFatal("beta could not publish");
            line.faults->isDown = false;
            line.faults->killAfter = -1;
        };
        const auto report = line.publish();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(line.place.read(QStringLiteral("index.html")), "home of beta");
    }

    void theLockStaysFreshInALongBatch()
    {
        BadLine line;
        QList<milliseconds> beats;
        line.faults->before = [&](const Operation &operation) {
            if (!operation.sourceFile.isEmpty())
                line.time.now += seconds(12);
            if (operation.path.contains(QLatin1String("/beat.")) &&
                operation.kind == Operation::Kind::Write)
                beats.append(line.time.now);
        };
        Files many = firstState();
        for (int i = 0; i < 40; ++i)
            many.insert(QStringLiteral("p/%1.html").arg(i), QByteArray::number(i));
        for (auto file = many.begin(); file != many.end(); ++file)
            line.site.set(file.key(), file.value());
        REQUIRE_OK(line.publish());
        QVERIFY2(beats.size() >= 18, qPrintable(QString::number(beats.size())));
        for (qsizetype i = 1; i < beats.size(); ++i)
            QVERIFY(beats.at(i) - beats.at(i - 1) <= seconds(30));
    }

    void theLockStaysFreshWhileOneFileIsSent()
    {
        const Served served;
        DelayProxy slow(served.server->port(), {milliseconds(0), 0, 2'000'000});
        PublishParams params = served.params(slow.port());
        const Timing real = Timing::real();
        params.timing.now = [real] { return real.now() * 40; }; // 1 s is 40 s
        JobContext context;
        int beats = 0;
        QDateTime last;
        context.progress = [&](const Progress &) {
            const QDir control(served.place.controlFolder());
            for (const QFileInfo &beat : control.entryInfoList({QStringLiteral("beat.*")}))
                beats += std::exchange(last, beat.lastModified()) < beat.lastModified() ? 1 : 0;
        };
        Publisher publisher(params);
        const BuiltSite site(withVideo(3'000'000));
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        REQUIRE_OK(publisher.publish(*plan, site, rulesOf(plan->guards), context));
        QVERIFY2(beats >= 2, qPrintable(QString::number(beats)));
        QVERIFY(QDir(served.place.controlFolder()).entryList({QStringLiteral("beat.*")}).isEmpty());
    }

    void aLargeFileGoesOnWhereItWasCut_data()
    {
        QTest::addColumn<bool>("sameProgram");
        QTest::newRow("the line came back") << true;
        QTest::newRow("the program was started again") << false;
    }

    void aLargeFileGoesOnWhereItWasCut()
    {
        QFETCH(bool, sameProgram);
        const Served served;
        const BuiltSite site(withVideo(30'000'000));
        DelayProxy line(served.server->port());
        line.cutAfter(18'000'000);
        PublishParams params = served.params(line.port());
        if (sameProgram) {
            params.reconnectFor = seconds(60);
            params.timing.wait = [&line](milliseconds, const CancelToken &) {
                line.cutAfter(-1);
                return true;
            };
        } else {
            Publisher publisher(params, connectsOnce());
            QCOMPARE(publishAll(publisher, site).error().code, ErrorCode::Interrupted);
            line.cutAfter(-1);
        }
        Publisher publisher(params);
        const auto report = publishAll(publisher, site);
        REQUIRE_OK(report);
        QCOMPARE(served.place.files(), site.files());
        constexpr qint64 window = 2 * 1024 * 1024;
        const qint64 twice = line.bytesToServer() - 30'000'000;
        constexpr qint64 unnoted = 256'000; // acknowledged, but not written down yet
        constexpr qint64 piece = 32 * 1024; // answered, and the answer lost
        QVERIFY2(twice < window + unnoted + piece, qPrintable(QString::number(twice)));
        qInfo("%lld bytes beyond the file's own", static_cast<long long>(twice));
    }

    void aLargeFileThatChangedMeanwhileIsSentAnew()
    {
        const Served served;
        DelayProxy line(served.server->port());
        line.cutAfter(4'000'000);
        const Files files = withVideo(8'000'000);
        {
            Publisher publisher(served.params(line.port()), connectsOnce());
            QVERIFY(!publishAll(publisher, BuiltSite(files)));
        }
        line.cutAfter(-1);
        // Another folder of objects: the same bytes in a file of another time.
        const BuiltSite site(files);
        Publisher publisher(served.params(line.port()));
        REQUIRE_OK(publishAll(publisher, site));
        QCOMPARE(served.place.files(), files);
        QVERIFY(line.bytesToServer() > 11'000'000);
    }
};

QTEST_GUILESS_MAIN(TestInterruption)
#include "test_interruption.moc"
