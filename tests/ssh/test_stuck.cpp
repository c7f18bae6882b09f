// Servers that never come to an end: an SFTP process that hangs behind an sshd that lives, listings
// and greetings without end, ports where something else listens.
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftpcodec.h"
#include "support/delayproxy.h"
#include "support/pipetransport.h"
#include "support/results.h"
#include "support/sshserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace kakehashi;
using namespace kakehashi::ssh;
using kakehashi::test::codeOf;
using kakehashi::test::PipeTransport;
using kakehashi::test::requestFor;
using kakehashi::test::why;

namespace {

constexpr Timeouts impatient{Milliseconds(60000), Milliseconds(2500)};

/// Says one thing to whoever connects, again and again if it is `endless`.
class Talker
{
public:
    explicit Talker(const QByteArray &greeting, bool endless = false)
        : m_thread([this, greeting, endless] { talk(greeting, endless); })
    {
        while (m_port == 0)
            std::this_thread::yield();
    }
    ~Talker()
    {
        m_isOver = true;
        m_thread.join();
    }
    ConnectRequest request() const
    {
        ConnectRequest request;
        request.endpoint = {QStringLiteral("127.0.0.1"), quint16(m_port.load()),
                            QStringLiteral("somebody")};
        request.timeouts.connect = Milliseconds(1000);
        return request;
    }

private:
    void talk(const QByteArray &greeting, bool endless)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        while (!m_isOver && !server.waitForNewConnection(20))
            continue;
        std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
        while (peer && !m_isOver && peer->state() == QAbstractSocket::ConnectedState) {
            if (peer->bytesToWrite() < 1'000'000 && (endless || m_said++ == 0))
                peer->write(greeting);
            if (!peer->waitForBytesWritten(20))
                peer->waitForReadyRead(20);
            peer->readAll();
        }
    }

    std::atomic<int> m_port = 0;
    std::atomic<bool> m_isOver = false;
    int m_said = 0;
    std::thread m_thread;
};

/// Presses Cancel soon after it was made; says how long it took until it is asked.
class Canceller
{
public:
    Canceller()
        : m_thread([this] {
            std::this_thread::sleep_for(Milliseconds(300));
            m_pressed = std::chrono::steady_clock::now();
            token.cancel();
        })
    {}
    ~Canceller()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    Milliseconds sincePressed()
    {
        const auto now = std::chrono::steady_clock::now();
        m_thread.join();
        return std::chrono::duration_cast<Milliseconds>(now - m_pressed);
    }

    CancelToken token;

private:
    SteadyTime m_pressed;
    std::thread m_thread;
};

} // namespace

class TestStuck : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::unique_ptr<SftpClient> faulty(const QByteArray &rules) const
    {
        auto client =
            SftpClient::open(PipeTransport::toServer(m_folder.path(), rules), {}, impatient);
        if (!client)
            qFatal("%s", qPrintable(client.error().text));
        return std::move(*client);
    }

private Q_SLOTS:
    void noticesAServiceThatHangsBehindALivingServer_data();
    void noticesAServiceThatHangsBehindALivingServer();
    void waitsLongerWhereMuchIsToBeMoved();
    void waitsForASlowDiskAsLongAsTheLineLives();
    void noticesADeadLineWhereMuchIsToBeMoved();
    void endsAListingWithoutEnd_data();
    void endsAListingWithoutEnd();
    void refusesAReadThatGivesNothing();
    void answersACancelWhileWritesAreNotAcknowledged();
    void saysWhatListensThere_data();
    void saysWhatListensThere();
};

void TestStuck::noticesAServiceThatHangsBehindALivingServer_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"LSTAT", "OPEN", "WRITE", "CLOSE", "READDIR"})
        QTest::newRow(type) << QByteArray(type);
}

void TestStuck::noticesAServiceThatHangsBehindALivingServer()
{
    QFETCH(QByteArray, type);
    QTemporaryDir place;
    const QString hold = place.filePath(QStringLiteral("hold"));
    auto options = test::faultyOptions(place.path(), "hold " + type + " 1 " + hold.toUtf8() + '\n');
    options.configuration = {QStringLiteral("ClientAliveInterval 1")}; // it gives signs of life
    const auto server = test::startServer(options);
    ConnectRequest request = requestFor(*server);
    request.timeouts = impatient;
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    QElapsedTimer timer;
    timer.start();
    static_cast<void>((*client)->lstat(server->documentRoot()));
    static_cast<void>((*client)->writeFile(server->documentRoot() + QStringLiteral("/a"), "a"));
    static_cast<void>((*client)->listAll({server->documentRoot()}));
    QVERIFY((*client)->isBroken());
    QVERIFY2((*client)->brokenBy()->text.contains(QStringLiteral("is stuck")),
             qPrintable((*client)->brokenBy()->text));
    QVERIFY2(timer.elapsed() < 4500, QByteArray::number(timer.elapsed()).constData());
    QFile::remove(hold);
}

void TestStuck::waitsLongerWhereMuchIsToBeMoved()
{
    const QString hold = m_folder.filePath(QStringLiteral("hold"));
    const auto client = faulty("hold FSTAT 1 " + hold.toUtf8() + '\n');
    std::thread server([hold] {
        std::this_thread::sleep_for(2 * impatient.silence);
        QFile::remove(hold);
    });
    SftpRequest large = sftp::lstat(m_folder.path());
    client->submit({SftpType::FStat, large.body, large.path, 1'000'000}, [](const auto &) {});
    const auto answered = client->flush(); // a megabyte may take it 15 s
    server.join();
    QVERIFY2(answered, why(answered));
}

/// Nothing but answers to keep-alives comes meanwhile.
void TestStuck::waitsForASlowDiskAsLongAsTheLineLives()
{
    QTemporaryDir place;
    const QString hold = place.filePath(QStringLiteral("hold"));
    const auto server = test::startServer(
        test::faultyOptions(place.path(), "hold FSTAT 1 " + hold.toUtf8() + '\n'));
    ConnectRequest request = requestFor(*server);
    request.timeouts = impatient;
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    std::thread disk([hold] {
        std::this_thread::sleep_for(4 * impatient.silence);
        QFile::remove(hold);
    });
    SftpRequest large = sftp::lstat(server->documentRoot());
    (*client)->submit({SftpType::FStat, large.body, large.path, 1'000'000}, [](const auto &) {});
    const auto answered = (*client)->flush(); // a megabyte may take it 15 s
    disk.join();
    QVERIFY2(answered, why(answered));
}

void TestStuck::noticesADeadLineWhereMuchIsToBeMoved()
{
    const auto server = test::startServer();
    test::DelayProxy proxy(server->port());
    ConnectRequest request = requestFor(*server, proxy.port());
    request.timeouts = impatient;
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    proxy.blackHole(true);
    QElapsedTimer timer;
    timer.start();
    SftpRequest large = sftp::lstat(server->documentRoot());
    (*client)->submit({SftpType::FStat, large.body, large.path, 1'000'000}, [](const auto &) {});
    const auto answered = (*client)->flush(); // a living server would get 15 s more
    QCOMPARE(codeOf(answered), ErrorCode::Network);
    QVERIFY2(answered.error().text.contains(QStringLiteral("not answer any more")), why(answered));
    QVERIFY2(timer.elapsed() < 3 * impatient.silence.count(),
             QByteArray::number(timer.elapsed()).constData());
}

void TestStuck::endsAListingWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("words");
    const QString endless = QStringLiteral("without coming to an end");
    QTest::newRow("no names") << QByteArray("NONAMES") << endless;
    QTest::newRow("the same names") << QByteArray("AGAIN") << endless;
    QTest::newRow("new names") << QByteArray("NAMES") << QStringLiteral("more than 300000 names");
    QTest::newRow("no answer") << QByteArray("NOTHING") << QStringLiteral("does not answer");
}

void TestStuck::endsAListingWithoutEnd()
{
    QFETCH(QByteArray, what);
    QFETCH(QString, words);
    const auto client = faulty("instead READDIR " + what + '\n');
    const auto listed = client->listAll({m_folder.path()}).front();
    QVERIFY(!listed);
    QVERIFY2(listed.error().text.contains(words), why(listed));
}

void TestStuck::refusesAReadThatGivesNothing()
{
    const auto client = faulty("instead READ NODATA\n");
    const QString path = m_folder.filePath(QStringLiteral("faults"));
    QVERIFY(!client->readFile(path, 1000));
    QVERIFY(!client->isBroken());
}

void TestStuck::answersACancelWhileWritesAreNotAcknowledged()
{
    const auto client = faulty("instead WRITE NOTHING\n");
    std::vector<UploadItem> items;
    for (int i = 0; i < 300; ++i) {
        UploadItem item;
        item.bytes = QByteArray(100'000, 'x');
        item.remotePath = m_folder.filePath(QStringLiteral("w%1").arg(i));
        items.push_back(item);
    }
    Canceller person;
    client->setCancel(person.token);
    const auto sent = client->uploadAll(items);
    QVERIFY(person.sincePressed() < Milliseconds(200));
    QCOMPARE(codeOf(sent.front()), ErrorCode::Cancelled);
}

void TestStuck::saysWhatListensThere_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("endless");
    QTest::addColumn<QString>("words");
    QTest::newRow("web") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false
                         << QStringLiteral("a web server (HTTP)");
    QTest::newRow("web with encryption")
        << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7) << false << QStringLiteral("HTTPS");
    QTest::newRow("ftp") << QByteArray("220 ProFTPD ready.\r\n") << false
                         << QStringLiteral("an FTP server");
    QTest::newRow("silence") << QByteArray() << false << QStringLiteral("does not speak SSH");
    QTest::newRow("text") << QByteArray("hello\x1b[2J\r\n") << false
                          << QStringLiteral("says “hello\\x1b[2J”");
    QTest::newRow("text without end")
        << QByteArray("you are welcome\r\n").repeated(1000) << true << QStringLiteral("welcome");
}

void TestStuck::saysWhatListensThere()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, endless);
    QFETCH(QString, words);
    const Talker other(greeting, endless);
    QElapsedTimer timer;
    timer.start();
    const auto session = Session::connect(other.request());
    QCOMPARE(codeOf(session), ErrorCode::Network);
    QVERIFY2(session.error().text.contains(words), why(session));
    QVERIFY2(timer.elapsed() < 4500, QByteArray::number(timer.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestStuck)
#include "test_stuck.moc"
