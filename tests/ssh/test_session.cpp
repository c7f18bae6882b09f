// Session against a real OpenSSH server: host keys, bad lines, key exchange in full traffic.
#include "ssh/sftp/sftpclient.h"
#include "support/delayproxy.h"
#include "support/results.h"
#include "support/sshserver.h"

#include <QtTest>

#include <array>
#include <utility>

using namespace kakehashi;
using namespace kakehashi::ssh;
using kakehashi::test::codeOf;
using kakehashi::test::DelayProxy;
using kakehashi::test::requestFor;
using kakehashi::test::why;

Q_DECLARE_METATYPE(kakehashi::ErrorCode)

class TestSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThrowawayServer> m_server;

    ConnectRequest through(const DelayProxy &proxy) const
    {
        return requestFor(*m_server, proxy.port());
    }
    std::vector<UploadItem> uploads(int count, int size) const
    {
        std::vector<UploadItem> items;
        for (int i = 0; i < count; ++i) {
            UploadItem item;
            item.bytes = QByteArray::number(i).repeated(size);
            item.remotePath = m_server->documentRoot() + QStringLiteral("/f%1").arg(i);
            items.push_back(item);
        }
        return items;
    }

private Q_SLOTS:
    void initTestCase();
    void runsCommands();
    void saysThatCommandsAreForbidden();
    void saysThatThereIsNoSftp();
    void judgesKnownHosts_data();
    void judgesKnownHosts();
    void judgesThePinnedKey();
    void findsThePinnedKeyAmongOthers();
    void showsTheKeyBeforeALogin();
    void saysWhyThereIsNoConnection_data();
    void saysWhyThereIsNoConnection();
    void keepsWhatWasDoneWhenTheLineIsCut();
    void answersACancelOnADeadLine();
    void cancelsWhileConnecting();
    void noticesADeadLine();
    void survivesKeyExchangeInFullTraffic();
    void survivesTornPackets();
    void needsFewRoundTrips();
    void sendsALargeFileOverSeveralChannels();
    void staysWithTheOneChannelThatTheServerGrants();
};

void TestSession::initTestCase()
{
    ThrowawayServer::Options options;
    options.hostKeyTypes = {QStringLiteral("ed25519"), QStringLiteral("ecdsa")};
    options.configuration = {QStringLiteral("RekeyLimit 1M")};
    m_server = test::startServer(options);
}

void TestSession::runsCommands()
{
    const auto session = Session::connect(requestFor(*m_server));
    QVERIFY2(session, why(session));
    QVERIFY((*session)->serverSoftware().startsWith(QStringLiteral("OpenSSH")));
    const QByteArray input(3'000'000, 'x'); // more than the channel's window
    const auto result = (*session)->run("wc -c; echo oops >&2; exit 7", input);
    QVERIFY2(result, why(result));
    QCOMPARE(result->exitCode, 7);
    QCOMPARE(result->output.trimmed(), QByteArray("3000000"));
    QCOMPARE(result->errors.trimmed(), QByteArray("oops"));
    QCOMPARE((*session)->run("yes", {}, 100'000).error().code, ErrorCode::Failed);
    QCOMPARE((*session)->run("cat", "again")->output, QByteArray("again"));
}

void TestSession::saysThatCommandsAreForbidden()
{
    ThrowawayServer::Options options;
    options.configuration = {QStringLiteral("ForceCommand internal-sftp")};
    const auto server = test::startServer(options);
    const auto session = Session::connect(requestFor(*server));
    QVERIFY2(session, why(session));
    const auto result = (*session)->run("echo secret-token");
    QVERIFY(!result || result->exitCode != 0);
    QVERIFY(!result || !result->output.contains("secret-token"));
    QVERIFY(SftpClient::open(**session));
}

void TestSession::saysThatThereIsNoSftp()
{
    ThrowawayServer::Options options;
    options.subsystem = QStringLiteral("/bin/false");
    const auto server = test::startServer(options);
    const auto session = Session::connect(requestFor(*server));
    const auto client = SftpClient::open(**session);
    QCOMPARE(codeOf(client), ErrorCode::Network);
    QVERIFY2(client.error().text.contains(QStringLiteral("ended the service")), why(client));
    QCOMPARE(codeOf((*session)->openSubsystem("nothing")), ErrorCode::Unsupported);
}

void TestSession::judgesKnownHosts_data()
{
    const QByteArray host = "[127.0.0.1]:" + QByteArray::number(m_server->port());
    const QByteArray good = m_server->hostKeyLine();
    const QByteArray ecdsa = m_server->hostKeyLine(QStringLiteral("ecdsa"));
    const QByteArray wrong = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9"
                             "okWi0dh2l9GKJl";
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    using Code = std::optional<ErrorCode>;
    QTest::newRow("empty") << QByteArray() << Code(ErrorCode::HostKeyUnknown);
    QTest::newRow("known") << host + ' ' + good << Code();
    QTest::newRow("known by its other key only") << host + ' ' + ecdsa << Code();
    QTest::newRow("changed") << host + ' ' + wrong << Code(ErrorCode::HostKeyChanged);
    QTest::newRow("other host") << "[127.0.0.1]:1 " + good << Code(ErrorCode::HostKeyUnknown);
    QTest::newRow("without port") << "127.0.0.1 " + good << Code();
    QTest::newRow("revoked") << host + ' ' + good + "\n@revoked " + host + ' ' + good
                             << Code(ErrorCode::HostKeyChanged);
    QTest::newRow("by an authority only")
        << "@cert-authority " + host + ' ' + wrong << Code(ErrorCode::HostKeyUnknown);
    QTest::newRow("authority and key")
        << "@cert-authority * " + wrong + '\n' + host + ' ' + good << Code();
    QTest::newRow("revoked everywhere")
        << host + ' ' + good + "\n@revoked * " + good << Code(ErrorCode::HostKeyChanged);
    QTest::newRow("after a bad line") << "[127.0 ssh-ed25519\n\n" + host + ' ' + good << Code();
}

void TestSession::judgesKnownHosts()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<ErrorCode>, code);
    const QString path = m_server->folder() + QStringLiteral("/known_hosts");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text + '\n');
    file.close();
    ConnectRequest request = requestFor(*m_server);
    request.hostKeys = {{}, {path, path + QStringLiteral("-missing")}};
    const auto session = Session::connect(request);
    QVERIFY2(codeOf(session) == code, why(session));
    if (!session) {
        const auto offered = offeredHostKey(session.error());
        QVERIFY(offered);
        QCOMPARE(offered->fingerprint(), m_server->fingerprint());
        QVERIFY(session.error().text.contains(m_server->fingerprint()));
        QCOMPARE(session.error().text.contains(QStringLiteral("certificate authority")),
                 text.startsWith("@cert-authority"));
    }
}

void TestSession::judgesThePinnedKey()
{
    const auto logins = m_server->log().count("Accepted publickey");
    ConnectRequest request = requestFor(*m_server);
    request.hostKeys.pinned = QStringLiteral("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    const auto session = Session::connect(request);
    QCOMPARE(codeOf(session), ErrorCode::HostKeyChanged);
    QCOMPARE(offeredHostKey(session.error())->type, QByteArray("ssh-ed25519"));
    QCOMPARE(m_server->log().count("Accepted publickey"), logins);
}

void TestSession::findsThePinnedKeyAmongOthers()
{
    const QByteArray line = m_server->hostKeyLine(QStringLiteral("ecdsa"));
    const HostKey pinned = HostKey::fromBlob(QByteArray::fromBase64(line.split(' ').value(1)));
    ConnectRequest request = requestFor(*m_server);
    request.hostKeys.pinned = pinned.fingerprint();
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->hostKey(), pinned);
}

void TestSession::showsTheKeyBeforeALogin()
{
    ConnectRequest request = requestFor(*m_server);
    request.hostKeys = {};
    const auto key = Session::fetchHostKey(request);
    QVERIFY2(key, why(key));
    QCOMPARE(key->fingerprint(), m_server->fingerprint());
}

void TestSession::saysWhyThereIsNoConnection_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("closed port") << QStringLiteral("127.0.0.1") << 1;
    QTest::newRow("no such name") << QStringLiteral("nothing.invalid") << 22;
    QTest::newRow("no route") << QStringLiteral("192.0.2.1") << 22;
    QTest::newRow("no such address") << QStringLiteral("300.1.1.1") << 22;
}

void TestSession::saysWhyThereIsNoConnection()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    ConnectRequest request = requestFor(*m_server);
    request.endpoint.host = host;
    request.endpoint.port = quint16(port);
    request.timeouts.connect = Milliseconds(400);
    const auto session = Session::connect(request);
    QCOMPARE(codeOf(session), ErrorCode::Network);
    QVERIFY2(session.error().text.contains(host), why(session));
}

void TestSession::keepsWhatWasDoneWhenTheLineIsCut()
{
    DelayProxy proxy(m_server->port());
    const auto session = Session::connect(through(proxy));
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    // Far more than may be under way at once.
    proxy.cutAfter(proxy.bytesToServer() + 25'000'000);
    const auto items = uploads(1500, 8000);
    const auto sent = (*client)->uploadAll(items);
    QVERIFY2(sent.front(), why(sent.front()));
    QCOMPARE(codeOf(sent.back()), ErrorCode::Network);
    for (size_t i = 0; i < sent.size(); ++i) {
        if (!sent[i])
            continue;
        QFile file(items[i].remotePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == items[i].bytes);
    }
}

void TestSession::answersACancelOnADeadLine()
{
    DelayProxy proxy(m_server->port());
    const auto session = Session::connect(through(proxy));
    const auto client = SftpClient::open(**session);
    const CancelToken cancel;
    (*client)->setCancel(cancel);
    proxy.blackHole(true);
    std::chrono::steady_clock::time_point pressed;
    std::thread person([&] {
        std::this_thread::sleep_for(Milliseconds(300));
        pressed = std::chrono::steady_clock::now();
        cancel.cancel();
    });
    const auto sent = (*client)->uploadAll(uploads(100, 1000));
    const auto returned = std::chrono::steady_clock::now();
    person.join();
    QCOMPARE(codeOf(sent.front()), ErrorCode::Cancelled);
    QVERIFY(returned - pressed < Milliseconds(200));
}

void TestSession::cancelsWhileConnecting()
{
    DelayProxy proxy(m_server->port());
    proxy.blackHole(true);
    ConnectRequest request = through(proxy);
    std::thread person([cancel = request.cancel] {
        std::this_thread::sleep_for(Milliseconds(200));
        cancel.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto session = Session::connect(request);
    person.join();
    QCOMPARE(codeOf(session), ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 500, QByteArray::number(timer.elapsed()).constData());
}

void TestSession::noticesADeadLine()
{
    DelayProxy proxy(m_server->port());
    ConnectRequest request = through(proxy);
    request.timeouts.silence = Milliseconds(500);
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    proxy.blackHole(true);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf((*client)->lstat(QStringLiteral("/"))), ErrorCode::Network);
    QVERIFY(timer.elapsed() < 1500);
    QCOMPARE(codeOf((*session)->run("true")), ErrorCode::Network);
}

void TestSession::survivesKeyExchangeInFullTraffic()
{
    const auto session = Session::connect(requestFor(*m_server));
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    const auto items = uploads(140, 80'000); // 26 MB up, new keys after each megabyte, and down
    const auto sent = (*client)->uploadAll(items);
    QVERIFY2(!firstFailure(sent), firstFailure(sent) ? qPrintable(firstFailure(sent)->text) : "");
    std::vector<ReadItem> reads;
    for (const UploadItem &item : items)
        reads.push_back({item.remotePath});
    const auto read = (*client)->readAll(reads);
    qint64 total = 0;
    for (size_t i = 0; i < read.size(); ++i) {
        QVERIFY2(read[i], why(read[i]));
        QVERIFY(*read[i] == items[i].bytes);
        total += read[i]->size();
    }
    QVERIFY(total > 20'000'000);
}

void TestSession::survivesTornPackets()
{
    DelayProxy::Line line;
    line.fragment = 3;
    DelayProxy proxy(m_server->port(), line);
    const auto session = Session::connect(through(proxy));
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    const auto items = uploads(20, 1000);
    QVERIFY(!firstFailure((*client)->uploadAll(items)));
    QCOMPARE(*(*client)->readFile(items[15].remotePath, 10000), items[15].bytes);
}

/// The figure the product promises: small operations share round trips.
void TestSession::sendsALargeFileOverSeveralChannels()
{
    using std::chrono::milliseconds;
    DelayProxy::Line line;
    line.delayEachWay = milliseconds(20);
    const DelayProxy proxy(m_server->port(), line);
    const auto session = Session::connect(through(proxy));
    QVERIFY2(session, why(session));
    std::vector<std::unique_ptr<SftpClient>> channels;
    for (int i = 0; i < 4; ++i) {
        auto client = SftpClient::openEarly(**session);
        QVERIFY2(client, why(client));
        channels.push_back(std::move(*client));
    }
    QTemporaryFile local;
    QVERIFY(local.open());
    for (int i = 0; i < 66; ++i)
        local.write(QByteArray::number(i).leftJustified(64, 'x').repeated(15625)); // 1 MB
    local.close();
    UploadItem item;
    item.localFile = local.fileName();
    item.size = 66'000'000;
    item.remotePath = m_server->documentRoot() + QStringLiteral("/large");
    item.hash = *Sha256::ofFile(local.fileName());
    qint64 upTo = 0;
    bool falls = false;
    item.acknowledged = [&](qint64 to) { falls = std::exchange(upTo, to) > to || falls; };
    const std::array<SftpClient *, 3> helpers{channels[1].get(), channels[2].get(),
                                              channels[3].get()};
    const auto sent = channels[0]->uploadAll({&item, 1}, {}, helpers);
    QVERIFY2(sent.front(), why(sent.front()));
    QCOMPARE(*Sha256::ofFile(item.remotePath), item.hash);
    QCOMPARE(upTo, item.size);
    QVERIFY(!falls);
    for (const SftpClient *helper : helpers)
        QVERIFY(helper->requestCount() > 100); // each took its share
}

void TestSession::staysWithTheOneChannelThatTheServerGrants()
{
    ThrowawayServer::Options options;
    options.configuration = {QStringLiteral("MaxSessions 1")};
    const auto server = test::startServer(options);
    const auto session = Session::connect(requestFor(*server));
    QVERIFY2(session, why(session));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    QVERIFY(!SftpClient::openEarly(**session));
    QVERIFY((*client)->lstat(server->documentRoot()).has_value());
}

void TestSession::needsFewRoundTrips()
{
    DelayProxy::Line line;
    line.delayEachWay = Milliseconds(100);
    DelayProxy proxy(m_server->port(), line);
    const auto session = Session::connect(through(proxy));
    const auto client = SftpClient::open(**session);
    QStringList paths;
    for (int i = 0; i < 1000; ++i)
        paths << m_server->documentRoot() + QStringLiteral("/%1").arg(i);
    QElapsedTimer timer;
    timer.start();
    const auto found = (*client)->lstatAll(paths);
    QCOMPARE(codeOf(found.back()), ErrorCode::NotFound);
    QVERIFY2(timer.elapsed() < 3 * 200, QByteArray::number(timer.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
