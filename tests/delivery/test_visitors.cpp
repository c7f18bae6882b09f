#include "delivery/visitors/visitorlook.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kakehashi;
using delivery::Sight;
using delivery::VisitorLook;

namespace {

/// A web server that answers as it is told, in the test's own thread.
class Server : public QTcpServer
{
public:
    struct Reply
    {
        QByteArray status = "200 OK";
        QByteArray body = {};
        QByteArray header = {};
        qsizetype lost = 0; ///< bytes that are promised and never come
    };

    Server()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray path = socket->readAll().split(' ').value(1);
                asked << path;
                const bool isThere = replies.contains(path);
                const Reply reply = isThere ? replies.value(path) : missing;
                if (reply.status.isEmpty())
                    return; // it never answers
                socket->write("HTTP/1.1 " + reply.status + "\r\nContent-Length: " +
                              QByteArray::number(reply.body.size() + reply.lost) + "\r\n" +
                              reply.header + "Connection: close\r\n\r\n" + reply.body);
                socket->disconnectFromHost();
            });
        });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(serverPort()); }

    QHash<QByteArray, Reply> replies;
    Reply missing{"404 Not Found", "ours: not found"};
    QList<QByteArray> asked;
};

/// A publish that changed home and one page, and the server that shows it.
struct Shop
{
    Shop()
    {
        target.url = server.url();
        add(QStringLiteral("index.html"), "home");
        add(QStringLiteral("kenmin/index.html"), "page");
        add(QStringLiteral("404.html"), "ours: not found");
        add(QStringLiteral(".htaccess"), "rules");
        server.replies = {{"/", {"200 OK", "home"}}, {"/kenmin/", {"200 OK", "page"}}};
    }

    void add(const QString &path, const QByteArray &bytes)
    {
        publish::PlanItem item;
        item.path = path;
        item.action = publish::PlanItem::Action::Replace;
        plan.items.append(item);
        plan.result.files.insert(path, {Sha256::of(bytes), bytes.size()});
    }
    VisitorLook look(int deadline = 5000) const
    {
        return delivery::lookAsVisitor(target, plan, {},
                                       {.deadline = std::chrono::milliseconds(deadline)});
    }
    QStringList kinds(int deadline = 5000) const
    {
        QStringList kinds;
        for (const QJsonValue &one :
             delivery::toJson(look(deadline))[QStringLiteral("wrong")].toArray())
            kinds << one.toObject()[QStringLiteral("kind")].toString();
        kinds.sort();
        return kinds;
    }

    Server server;
    publish::Target target;
    publish::Plan plan;
};

} // namespace

/// What visitors see after a publish.
class TestVisitors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsServedAsPublishedIsFine()
    {
        const Shop shop;
        const VisitorLook look = shop.look();
        QCOMPARE(look.asked, 3); // home, nothing, the page
        QVERIFY(look.wrong.isEmpty());
        QVERIFY(delivery::sentencesOf(look).isEmpty());
    }

    void whatVisitorsDoNotGetIsTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const char *status, const char *kind,
                            const char *body = "", const char *header = "") {
            QTest::newRow(name) << QByteArray(status) << QByteArray(body) << QByteArray(header)
                                << QString::fromLatin1(kind);
        };
        row("folder 0700", "403 Forbidden", "refused");
        row("a password", "401 Unauthorized", "refused", "",
            "WWW-Authenticate: Basic realm=\"x\"\r\n");
        row("another folder", "404 Not Found", "missing", "theirs");
        row("rules", "500 Internal Server Error", "broken");
        row("old bytes", "200 OK", "stale", "old page");
        row("an old WordPress", "200 OK", "stale", "<!doctype html><p>Hello world");
        row("cut short", "200 OK", "stale", "pag");
        row("another host", "302 Found", "elsewhere", "",
            "Location: https://elsewhere.example/\r\n");
        row("round and round", "302 Found", "looping", "", "Location: /kenmin/\r\n");
        row("something else", "402 Payment Required", "odd");
    }

    void whatVisitorsDoNotGetIsTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QString, kind);
        Shop shop;
        shop.server.replies["/kenmin/"] = {status, body, header};
        QCOMPARE(shop.kinds(), QStringList{kind});
        const VisitorLook look = shop.look();
        QVERIFY(look.isWrong() && !look.isBrokenByRules);
        QCOMPARE(delivery::sentencesOf(look).size(), 1);
        QVERIFY(!shop.server.asked.contains("https://elsewhere.example/"));
    }

    void aRedirectWithinTheHostIsFollowed()
    {
        Shop shop;
        shop.server.replies["/kenmin/"] = {"301 Moved", "", "Location: /kenmin/index.html\r\n"};
        shop.server.replies["/kenmin/index.html"] = {"200 OK", "page"};
        QVERIFY(shop.look().wrong.isEmpty());
    }

    void anAddressThatIsNotThereAnswersWithOurPage()
    {
        Shop shop;
        shop.server.missing = {"200 OK", "welcome"};
        QCOMPARE(shop.kinds(), QStringList{QStringLiteral("not-missing")});
        shop.server.missing = {"404 Not Found", "Apache's own"};
        QCOMPARE(shop.kinds(), QStringList{QStringLiteral("stale")});
    }

    void homeThatBreaksWithNewRulesOffersTheWayBack()
    {
        Shop shop;
        shop.server.replies = {};
        shop.server.missing = {"500 Internal Server Error", ""};
        QVERIFY(shop.look().isBrokenByRules);
        shop.plan.items.removeLast(); // the rules are as they were
        QVERIFY(!shop.look().isBrokenByRules);
    }

    void aPasswordIsAskedFor()
    {
        Shop shop;
        shop.target.visitorUser = QStringLiteral("kengi");
        QCOMPARE(shop.kinds(), QStringList{QStringLiteral("not-closed")});
        shop.server.replies["/"] = {"401 Unauthorized", "",
                                    "WWW-Authenticate: Basic realm=\"x\"\r\n"};
        QVERIFY(shop.look().wrong.isEmpty());
    }

    void aServerThatDoesNotAnswerIsWaitedForOnlySoLong()
    {
        Shop shop;
        shop.server.replies["/"] = {""};
        QElapsedTimer waited;
        waited.start();
        QCOMPARE(shop.kinds(300), QStringList{QStringLiteral("no-answer")});
        QVERIFY(waited.elapsed() < 3000);
        QVERIFY(!shop.look(300).isWrong()); // nobody knows
        shop.target.url.clear();
        QCOMPARE(shop.look().asked, 0);
    }

    void whatSaysNothingOfVisitorsIsNotWrong()
    {
        Shop shop;
        shop.server.replies["/kenmin/"] = {"200 OK", "pa", {}, 2};
        QCOMPARE(shop.kinds(), QStringList{QStringLiteral("no-answer")});
        QVERIFY(!shop.look().isWrong());
        shop.server.replies["/kenmin/"] = {"429 Too Many Requests"};
        QCOMPARE(shop.kinds(), QStringList{QStringLiteral("throttled")});
        QVERIFY(!shop.look().isWrong());
    }

    void onlySoManyAreAskedFor()
    {
        Shop shop;
        for (int i = 0; i < 50; ++i) {
            const QString name = QString::number(i);
            shop.add(name + QStringLiteral("/index.html"), "page " + name.toLatin1());
        }
        QCOMPARE(delivery::addressesToLookAt(shop.target, shop.plan).size(), 22);
    }
};

QTEST_GUILESS_MAIN(TestVisitors)
#include "test_visitors.moc"
