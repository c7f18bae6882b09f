// Logging in to a real OpenSSH server in every way, and what a person reads when it fails.
#include "ssh/link/prompting.h"
#include "ssh/session.h"
#include "ssh/sftp/sftpclient.h"
#include "support/results.h"
#include "support/sshserver.h"

#include <QtTest>

using namespace kakehashi;
using namespace kakehashi::ssh;
using kakehashi::test::requestFor;
using kakehashi::test::why;

namespace {

const QString password = QStringLiteral("Kr\u00e4uter-\u30b3\u30b1-42");

bool run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
         const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

/// An account of this machine with a password, for as long as the object lives. Only root can.
class Account
{
public:
    Account() : m_name(QStringLiteral("kakehashi%1").arg(QCoreApplication::applicationPid()))
    {
        m_made = run(QStringLiteral("useradd"),
                     {QStringLiteral("-M"), QStringLiteral("-d"), QStringLiteral("/tmp"),
                      QStringLiteral("-s"), QStringLiteral("/bin/sh"), m_name}) &&
                 run(QStringLiteral("chpasswd"), {}, (m_name + u':' + password + u'\n').toUtf8());
    }
    ~Account() { run(QStringLiteral("userdel"), {m_name}); }
    bool exists() const { return m_made; }
    QString name() const { return m_name; }

private:
    QString m_name;
    bool m_made;
};

/// A key agent of our own in place of the person's.
class Agent
{
public:
    explicit Agent(const QString &folder)
    {
        const QString socket = folder + QStringLiteral("/agent");
        m_process.start(QStringLiteral("ssh-agent"),
                        {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        for (int i = 0; i < 500 && !QFile::exists(socket); ++i)
            m_process.waitForFinished(10);
        qputenv("SSH_AUTH_SOCK", socket.toUtf8());
    }
    ~Agent()
    {
        qunsetenv("SSH_AUTH_SOCK");
        m_process.terminate();
        m_process.waitForFinished();
    }
    bool add(const QString &key)
    {
        return run(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
    }

private:
    QProcess m_process;
};

} // namespace

class TestLogin : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThrowawayServer> m_server;

    QString makeKey(const QString &type, const QString &passphrase = {}, bool allow = true) const;
    ConnectRequest with(const QString &keyFile, const QString &passphrase = {}) const
    {
        ConnectRequest request = requestFor(*m_server);
        request.credentials.keyFile = keyFile;
        request.credentials.passphrase = Secret(passphrase);
        return request;
    }
    static std::unique_ptr<ThrowawayServer> passwordServer(const QStringList &configuration);
    static ConnectRequest passwordRequest(const ThrowawayServer &server, const Account &account,
                                          const QString &secret);

private Q_SLOTS:
    /// Each gives the server its time anew, also when it asks the same again, or nothing.
    void answersAreCounted()
    {
        const Secret none;
        Prompting prompting(
            QStringLiteral("host"), none,
            [](const Prompt &, const CancelToken &) { return Secret(QStringLiteral("1")); }, {});
        for (const char *question : {"Code:", "Code:", ""})
            QVERIFY(prompting.answer(QString::fromLatin1(question), false));
        QCOMPARE(prompting.answers(), 3);
    }

    void initTestCase() { m_server = test::startServer(); }
    void acceptsKeys_data();
    void acceptsKeys();
    void explainsKeys_data();
    void explainsKeys();
    void explainsRsaKeysOfOldLibraries_data();
    void explainsRsaKeysOfOldLibraries();
    void usesTheAgent();
    void findsTheRightKeyInAFullAgent();
    void takesAPassword_data();
    void takesAPassword();
    void answersQuestionsWhereSomebodyCan();
    void takesAPasswordWhereNothingIsAsked();
    void provesAKeyAndAPassword();
    void triesAWrongPasswordOnce_data();
    void triesAWrongPasswordOnce();
    void saysWhatTheServerOffers();
};

QString TestLogin::makeKey(const QString &type, const QString &passphrase, bool allow) const
{
    static int number = 0;
    const QString path = m_server->folder() + QStringLiteral("/key%1").arg(++number);
    QStringList arguments{
        QStringLiteral("-q"), QStringLiteral("-N"), passphrase, QStringLiteral("-f"), path,
        QStringLiteral("-t")};
    arguments << type.split(QLatin1Char(' '));
    if (!run(QStringLiteral("ssh-keygen"), arguments))
        qFatal("ssh-keygen");
    QFile publicKey(path + QStringLiteral(".pub"));
    QFile allowed(m_server->folder() + QStringLiteral("/authorized_keys"));
    if (allow && publicKey.open(QIODevice::ReadOnly) && allowed.open(QIODevice::Append))
        allowed.write(publicKey.readAll());
    return path;
}

void TestLogin::acceptsKeys_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("passphrase");
    const QString secret = QStringLiteral("open \u9375");
    QTest::newRow("ed25519") << QStringLiteral("ed25519") << QString();
    QTest::newRow("ed25519, passphrase") << QStringLiteral("ed25519") << secret;
    QTest::newRow("ecdsa") << QStringLiteral("ecdsa") << QString();
    QTest::newRow("ecdsa, PEM") << QStringLiteral("ecdsa -m PEM") << QString();
    QTest::newRow("ecdsa, PEM, passphrase") << QStringLiteral("ecdsa -m PEM") << secret;
}

void TestLogin::acceptsKeys()
{
    QFETCH(QString, type);
    QFETCH(QString, passphrase);
    const auto session = Session::connect(with(makeKey(type, passphrase), passphrase));
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("publickey"));
}

void TestLogin::explainsKeys_data()
{
    const QString locked = makeKey(QStringLiteral("ed25519"), QStringLiteral("secret"));
    const QString foreign = makeKey(QStringLiteral("ed25519"), {}, false);
    const QString putty = m_server->folder() + QStringLiteral("/key.ppk");
    QFile file(putty);
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("PuTTY-User-Key-File-3: ssh-ed25519") > 0);
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("expected");
    QTest::newRow("refused") << foreign << QString() << QStringLiteral("did not let");
    QTest::newRow("locked") << locked << QString() << QStringLiteral("locked with a passphrase");
    QTest::newRow("wrong passphrase")
        << locked << QStringLiteral("x") << QStringLiteral("passphrase does not open");
    QTest::newRow("missing") << m_server->folder() + QStringLiteral("/none") << QString()
                             << QStringLiteral("/none");
    QTest::newRow("public half") << locked + QStringLiteral(".pub") << QString()
                                 << QStringLiteral("public half");
    QTest::newRow("PuTTY") << putty << QString() << QStringLiteral("PuTTYgen");
}

void TestLogin::explainsKeys()
{
    QFETCH(QString, file);
    QFETCH(QString, passphrase);
    QFETCH(QString, expected);
    const auto session = Session::connect(with(file, passphrase));
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY2(session.error().text.contains(expected), why(session));
    QVERIFY2(session.error().text.contains(QStringLiteral("publickey")), why(session));
}

void TestLogin::explainsRsaKeysOfOldLibraries_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("OpenSSH") << QStringLiteral("rsa") << QString();
    QTest::newRow("PKCS#1") << QStringLiteral("rsa -m PEM") << QString();
    QTest::newRow("PKCS#8") << QStringLiteral("rsa -m PKCS8") << QString();
    QTest::newRow("PKCS#8, locked") << QStringLiteral("rsa -m PKCS8") << QStringLiteral("secret");
}

void TestLogin::explainsRsaKeysOfOldLibraries()
{
    QFETCH(QString, passphrase);
    QFETCH(QString, type);
    const auto session = Session::connect(with(makeKey(type, passphrase), passphrase));
    if (session)
        QSKIP("this libssh2 signs RSA as servers want it");
    QCOMPARE(session.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY2(session.error().text.contains(QStringLiteral("signs with RSA keys")), why(session));
}

void TestLogin::usesTheAgent()
{
    ConnectRequest request = with({});
    request.credentials.agent = true;
    qunsetenv("SSH_AUTH_SOCK");
    const auto without = Session::connect(request);
    QVERIFY2(!without && without.error().text.contains(QStringLiteral("No key agent")),
             why(without));
    Agent agent(m_server->folder());
    QVERIFY(agent.add(makeKey(QStringLiteral("ed25519"))));
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("agent"));
}

void TestLogin::findsTheRightKeyInAFullAgent()
{
    Agent agent(m_server->folder());
    for (int i = 0; i < 7; ++i)
        QVERIFY(agent.add(makeKey(QStringLiteral("ed25519"), {}, false)));
    const QString locked = makeKey(QStringLiteral("ed25519"));
    QVERIFY(agent.add(locked));
    ConnectRequest request = with({});
    request.credentials.agent = true;
    const auto lost = Session::connect(request);
    QVERIFY2(!lost && lost.error().text.contains(QStringLiteral("more keys than")), why(lost));
    request.credentials.keyFile = locked;
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("agent"));
}

std::unique_ptr<ThrowawayServer> TestLogin::passwordServer(const QStringList &configuration)
{
    ThrowawayServer::Options options;
    options.configuration = configuration;
    return test::startServer(options);
}

ConnectRequest TestLogin::passwordRequest(const ThrowawayServer &server, const Account &account,
                                          const QString &secret)
{
    ConnectRequest request = requestFor(server);
    request.endpoint.user = account.name();
    request.credentials = {};
    request.credentials.password = Secret(secret);
    return request;
}

void TestLogin::takesAPassword_data()
{
    QTest::addColumn<QStringList>("configuration");
    QTest::addColumn<QString>("method");
    QTest::newRow("password") << QStringList{QStringLiteral("PasswordAuthentication yes")}
                              << QStringLiteral("password");
    QTest::newRow("prompts") << QStringList{QStringLiteral("UsePAM yes"),
                                            QStringLiteral("KbdInteractiveAuthentication yes")}
                             << QStringLiteral("keyboard-interactive");
    QTest::newRow("both") << QStringList{QStringLiteral("UsePAM yes"),
                                         QStringLiteral("PasswordAuthentication yes"),
                                         QStringLiteral("KbdInteractiveAuthentication yes")}
                          << QStringLiteral("password");
}

void TestLogin::takesAPassword()
{
    QFETCH(QStringList, configuration);
    QFETCH(QString, method);
    const Account account;
    if (!account.exists())
        QSKIP("only root can make an account with a password");
    const auto server = passwordServer(configuration);
    const auto session = Session::connect(passwordRequest(*server, account, password));
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), method);
}

/// Servers that want a second factor offer "password" and always refuse it.
void TestLogin::answersQuestionsWhereSomebodyCan()
{
    const Account account;
    if (!account.exists())
        QSKIP("only root can make an account with a password");
    const auto server =
        passwordServer({QStringLiteral("UsePAM yes"), QStringLiteral("PasswordAuthentication yes"),
                        QStringLiteral("KbdInteractiveAuthentication yes")});
    const Asker nobodyAsked = [](const Prompt &, const CancelToken &) -> Result<Secret> {
        return fail(ErrorCode::Failed, QStringLiteral("was asked"));
    };
    ConnectRequest request = passwordRequest(*server, account, password);
    request.ask = nobodyAsked;
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("keyboard-interactive"));
    QCOMPARE(server->log().count("Failed password"), 0);
    request.credentials.password = Secret(QStringLiteral("wrong"));
    const auto refused = Session::connect(request);
    QVERIFY(!refused);
    QTRY_VERIFY(server->log().contains("Failed keyboard-interactive"));
    QCOMPARE(server->log().count("Failed password"), 0);
}

/// Where questions are offered but none is asked, the password still goes its own way.
void TestLogin::takesAPasswordWhereNothingIsAsked()
{
    const Account account;
    if (!account.exists())
        QSKIP("only root can make an account with a password");
    const auto server =
        passwordServer({QStringLiteral("UsePAM no"), QStringLiteral("PasswordAuthentication yes"),
                        QStringLiteral("KbdInteractiveAuthentication yes")});
    ConnectRequest request = passwordRequest(*server, account, password);
    request.ask = [](const Prompt &, const CancelToken &) -> Result<Secret> {
        return fail(ErrorCode::Failed, QStringLiteral("was asked"));
    };
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("password"));
}

/// The channel that is asked for together with the key's proof must not be in the way of the rest.
void TestLogin::provesAKeyAndAPassword()
{
    const Account account;
    if (!account.exists())
        QSKIP("only root can make an account with a password");
    const auto server =
        passwordServer({QStringLiteral("PasswordAuthentication yes"),
                        QStringLiteral("AuthenticationMethods publickey,password")});
    // Which keys may log in is read as the account itself.
    QFile::setPermissions(server->folder(), QFile::permissions(server->folder()) |
                                                QFile::ReadOther | QFile::ExeOther);
    ConnectRequest request = passwordRequest(*server, account, password);
    request.credentials.keyFile = server->clientKeyFile();
    const auto session = Session::connect(request);
    QVERIFY2(session, why(session));
    QCOMPARE((*session)->loginMethod(), QStringLiteral("password"));
    const auto client = SftpClient::open(**session);
    QVERIFY2(client, why(client));
    QTRY_VERIFY(server->log().contains("Accepted password"));
    QCOMPARE(server->log().count("Failed password"), 0);
}

void TestLogin::triesAWrongPasswordOnce_data()
{
    takesAPassword_data();
}

void TestLogin::triesAWrongPasswordOnce()
{
    QFETCH(QStringList, configuration);
    const Account account;
    if (!account.exists())
        QSKIP("only root can make an account with a password");
    const auto server = passwordServer(configuration);
    const auto session =
        Session::connect(passwordRequest(*server, account, QStringLiteral("wrong")));
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY(session.error().text.contains(QStringLiteral("the password")));
    QVERIFY(!session.error().text.contains(QStringLiteral("wrong")));
    QVERIFY(!session.error().detail.contains(QStringLiteral("wrong")));
    // The server writes its log after it has answered; this line is the last of a connection.
    QTRY_VERIFY(server->log().contains("Disconnected from"));
    const QByteArray log = server->log();
    QCOMPARE(log.count("Failed password") + log.count("Failed keyboard-interactive"), 1);
}

void TestLogin::saysWhatTheServerOffers()
{
    ConnectRequest request = with({});
    request.credentials.password = Secret(QStringLiteral("unused"));
    const auto session = Session::connect(request);
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY2(session.error().text.contains(QStringLiteral("takes no passwords")), why(session));
    QVERIFY2(session.error().text.contains(QStringLiteral("offers: publickey")), why(session));
}

QTEST_GUILESS_MAIN(TestLogin)
#include "test_login.moc"
