#include "checking.h"

#include "check/outside/outsidefindings.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;
using check::LinkAnswer;
using check::LinkProber;
using check::OutsideState;

namespace {

/// Another site on a free port of this machine: answers by path and remembers who asked what.
class OtherSite : public QTcpServer
{
public:
    OtherSite()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        since.start();
    }

    QString url(const QString &path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path);
    }

    QStringList asked;
    QList<qint64> times;
    QByteArray agent;
    QElapsedTimer since;
    int open = 0;
    int mostOpen = 0;

private:
    void serve(QTcpSocket &socket)
    {
        const QByteArray head = socket.readAll();
        if (!head.contains("\r\n\r\n"))
            return;
        const QByteArray method = head.left(head.indexOf(' '));
        const QByteArray path =
            head.mid(method.size() + 1).left(head.mid(method.size() + 1).indexOf(' '));
        asked << QString::fromLatin1(method + ' ' + path);
        times << since.elapsed();
        const auto at = head.toLower().indexOf("user-agent: ");
        agent = head.mid(at + 12).left(head.mid(at + 12).indexOf('\r'));
        mostOpen = std::max(mostOpen, ++open);
        socket.write(answerTo(method, path));
        socket.disconnectFromHost();
        --open;
    }

    QByteArray answerTo(const QByteArray &method, const QByteArray &path) const
    {
        const auto line = [](const char *status, const QByteArray &more = {}) -> QByteArray {
            return QByteArray("HTTP/1.1 ") + status +
                   "\r\nContent-Length: 0\r\nConnection: close\r\n" + more + "\r\n";
        };
        if (path == "/gone")
            return line("404 Not Found");
        if (path == "/get-only")
            return method == "HEAD" ? line("405 Method Not Allowed") : line("200 OK");
        if (path == "/moved")
            return line("301 Moved Permanently", "Location: /new\r\n");
        if (path == "/for-now")
            return line("302 Found", "Location: /new\r\n");
        if (path == "/round")
            return line("301 Moved Permanently", "Location: /round\r\n");
        if (path == "/broken")
            return line("500 Internal Server Error");
        return line("200 OK");
    }
};

LinkAnswer answerOf(const QString &url)
{
    LinkProber prober({.hostPause = 5, .timeout = 3000, .agent = "test"});
    QSignalSpy answers(&prober, &LinkProber::answered);
    QSignalSpy finished(&prober, &LinkProber::finished);
    prober.start({url});
    if (!finished.wait(10'000) && finished.isEmpty())
        qFatal("it never ends");
    return answers.at(0).at(0).value<LinkAnswer>();
}

} // namespace

Q_DECLARE_METATYPE(kakehashi::check::OutsideState)

/// Links that leave the site. All of it stays on 127.0.0.1.
class TestOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreUnderstood_data();
    void answersAreUnderstood();
    void nobodyThereIsAnAnswer();
    void aHostIsAskedOneByOneWithPauses();
    void cancellingEndsIt();
    void failuresAreCountedUntilItAnswersAgain();
    void answersBecomeFindings_data();
    void answersBecomeFindings();
    void theSitesLinksAreCollected();
};

void TestOutside::answersAreUnderstood_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("movedTo");
    QTest::addColumn<QStringList>("asked");
    const auto row = [](const char *path, int status, const char *movedTo,
                        const QStringList &asked) {
        QTest::newRow(path) << QString::fromLatin1(path) << status << QString::fromLatin1(movedTo)
                            << asked;
    };
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    row("/good", 200, "", {text("HEAD /good")});
    row("/gone", 404, "", {text("HEAD /gone"), text("GET /gone")});
    row("/get-only", 200, "", {text("HEAD /get-only"), text("GET /get-only")});
    row("/moved", 200, "/new", {text("HEAD /moved"), text("HEAD /new")});
    row("/for-now", 200, "", {text("HEAD /for-now"), text("HEAD /new")});
    row("/broken", 500, "", {text("HEAD /broken"), text("GET /broken")});
}

void TestOutside::answersAreUnderstood()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, movedTo);
    QFETCH(QStringList, asked);
    OtherSite other;
    const LinkAnswer answer = answerOf(other.url(path));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.movedTo, movedTo.isEmpty() ? QString() : other.url(movedTo));
    QCOMPARE(other.asked, asked);
    QCOMPARE(other.agent, QByteArray("test"));
}

void TestOutside::nobodyThereIsAnAnswer()
{
    QString url;
    {
        const OtherSite other;
        url = other.url(QStringLiteral("/"));
    }
    const LinkAnswer answer = answerOf(url);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.problem.isEmpty());
    OtherSite round;
    QVERIFY(!answerOf(round.url(QStringLiteral("/round"))).isGood() ||
            round.asked.size() <= 8); // a circle of redirects ends
    QVERIFY(round.asked.size() <= 8);
}

void TestOutside::aHostIsAskedOneByOneWithPauses()
{
    OtherSite other;
    LinkProber prober({.parallel = 6, .hostPause = 60, .agent = "test"});
    QSignalSpy finished(&prober, &LinkProber::finished);
    QStringList urls;
    for (int i = 0; i < 5; ++i)
        urls << other.url(QStringLiteral("/p%1").arg(i));
    prober.start(urls);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(other.asked.size(), 5);
    QCOMPARE(other.mostOpen, 1);
    for (int i = 1; i < 5; ++i)
        QVERIFY2(other.times.at(i) - other.times.at(i - 1) >= 50,
                 qPrintable(QString::number(other.times.at(i) - other.times.at(i - 1))));
}

void TestOutside::cancellingEndsIt()
{
    OtherSite other;
    LinkProber prober({.hostPause = 10'000, .agent = "test"});
    QSignalSpy finished(&prober, &LinkProber::finished);
    QSignalSpy answers(&prober, &LinkProber::answered);
    prober.start({other.url(QStringLiteral("/a")), other.url(QStringLiteral("/b"))});
    QVERIFY(answers.wait(10'000));
    prober.cancel();
    QCOMPARE(finished.count(), 1);
    QVERIFY(finished.at(0).at(0).toBool());
    QCOMPARE(other.asked.size(), 1);
    // Also while a request is under way: to a port where nobody answers.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    prober.start({QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())});
    QTRY_VERIFY(silent.hasPendingConnections());
    prober.cancel();
    QTRY_COMPARE(finished.count(), 2);
    QVERIFY(!prober.isRunning());
}

void TestOutside::failuresAreCountedUntilItAnswersAgain()
{
    QTemporaryDir folder;
    const auto site = workspace::Workspace::create(folder.filePath(QStringLiteral("site")),
                                                   QStringLiteral("見本"));
    QVERIFY(site);
    check::OutsideLinkRepository repository((*site)->database());
    const QString url = QStringLiteral("https://www.example.jp/x");
    const QDateTime first = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    QVERIFY(repository.note({url, 0, QStringLiteral("no route"), {}, first}));
    QVERIFY(repository.note({url, 503, {}, {}, first.addDays(1)}));
    OutsideState state = repository.all()->value(url);
    QCOMPARE(state.failures, 2);
    QCOMPARE(state.failingSince, first);
    QCOMPARE(state.answer.status, 503);
    QVERIFY(repository.note({url, 200, {}, {}, first.addDays(2)}));
    state = repository.all()->value(url);
    QCOMPARE(state.failures, 0);
    QVERIFY(!state.failingSince.isValid());
}

void TestOutside::answersBecomeFindings_data()
{
    QTest::addColumn<OutsideState>("state");
    QTest::addColumn<QString>("rule");
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    const auto row = [](const char *rule, const char *name, const OutsideState &state) {
        QTest::newRow(name) << state << QString::fromLatin1(rule);
    };
    const QString url = QStringLiteral("https://old.example.jp/a");
    row("", "good", {{url, 200, {}, {}, now}, 0, {}});
    row("link-outside-broken", "gone", {{url, 404, {}, {}, now}, 1, now});
    row("link-outside-silent", "silent once", {{url, 0, QStringLiteral("x"), {}, now}, 1, now});
    row("link-outside-silent", "too often asked", {{url, 429, {}, {}, now}, 1, now});
    row("link-outside-silent", "twice within a minute",
        {{url, 0, QStringLiteral("x"), {}, now}, 2, now.addSecs(-60)});
    row("link-outside-broken", "silent since yesterday",
        {{url, 500, {}, {}, now}, 2, now.addDays(-1)});
    row("link-outside-moved", "moved",
        {{url, 200, {}, QStringLiteral("https://new.example.jp/a"), now}, 0, {}});
}

void TestOutside::answersBecomeFindings()
{
    QFETCH(OutsideState, state);
    QFETCH(QString, rule);
    render::SiteSnapshot site = checking::emptySite();
    site.pages.append(std::make_shared<const render::PageValue>(
        checking::page(QStringLiteral("一\n\n[隣の県](https://old.example.jp/a)です。"))));
    check::SiteReport report;
    report.outside.insert(state.answer.url, {{QStringLiteral("/test/"), 3}});
    const check::Findings findings =
        check::outsideFindings(*checking::rules(), site, report, {{state.answer.url, state}});
    QCOMPARE(findings.size(), rule.isEmpty() ? 0 : 1);
    if (rule.isEmpty())
        return;
    QCOMPARE(findings.constFirst().issue.rule, rule);
    QCOMPARE(findings.constFirst().issue.place.line, 3);
    QVERIFY(findings.constFirst().issue.place.column > 1);
    QCOMPARE(findings.constFirst().fix.has_value(), !state.answer.movedTo.isEmpty());
}

void TestOutside::theSitesLinksAreCollected()
{
    QTemporaryDir folder;
    const auto site = workspace::createSample(folder.filePath(QStringLiteral("site")));
    QVERIFY(site);
    const auto theme = (*site)->theme();
    const auto report = check::checkSite({checking::rules(), **theme, (*site)->renderOptions()},
                                         **(*site)->snapshot({}));
    QVERIFY(report);
    QVERIFY(!report->outside.isEmpty());
    for (auto link = report->outside.cbegin(); link != report->outside.cend(); ++link) {
        QVERIFY2(link.key().startsWith(QLatin1String("http")), qPrintable(link.key()));
        QVERIFY(!link.key().contains(u'#'));
        QVERIFY(!link.value().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestOutside)
#include "test_outside.moc"
