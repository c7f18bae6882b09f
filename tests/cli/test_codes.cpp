#include "clirun.h"

#include "support/sshserver.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

using kakehashi::ThrowawayServer;

namespace {

const QString secret = QStringLiteral("midori-no-kaze-8");

bool runTool(const QString &name, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(name, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

/// An account with a password, for as long as the test runs.
class Account
{
public:
    Account()
        : m_made(runTool(u"useradd"_qs,
                         {u"-M"_qs, u"-d"_qs, u"/tmp"_qs, u"-s"_qs, u"/bin/sh"_qs, name()}) &&
                 runTool(u"chpasswd"_qs, {}, (name() + u':' + secret + u'\n').toUtf8()))
    {}
    ~Account() { runTool(u"userdel"_qs, {name()}); }
    bool exists() const { return m_made; }
    static QString name() { return u"kakecode%1"_qs.arg(QCoreApplication::applicationPid()); }

private:
    bool m_made;
};

} // namespace

/// Servers that want more than a password, as a script and a person at a terminal meet them.
class TestCodes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Account> m_account;
    std::unique_ptr<ThrowawayServer> m_server;
    QTemporaryDir m_folder;
    QString m_site;

    void startServer(const QStringList &configuration)
    {
        ThrowawayServer::Options options;
        options.configuration = configuration;
        m_server = kakehashi::test::startServer(options);
        m_site = m_folder.filePath(u"site-%1"_qs.arg(m_server->port()));
        QCOMPARE(runCli({u"site"_qs, u"new"_qs, m_site}).code, 0);
        const CliRun added =
            runCli({u"target"_qs, u"add"_qs, m_site, u"www"_qs, u"--host"_qs, m_server->host(),
                    u"--port"_qs, QString::number(m_server->port()), u"--user"_qs, Account::name(),
                    u"--path"_qs, u"/tmp"_qs, u"--host-key"_qs, m_server->fingerprint()});
        QVERIFY2(added.code == 0, qPrintable(added.err));
    }
    QStringList probe() const { return {u"target"_qs, u"probe"_qs, m_site, u"www"_qs}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_account = std::make_unique<Account>();
        if (!m_account->exists())
            QSKIP("only root can make an account with a password");
        qputenv("KAKEHASHI_PASSWORD", secret.toUtf8());
        qunsetenv("SSH_AUTH_SOCK");
    }
    void cleanupTestCase() { qunsetenv("KAKEHASHI_PASSWORD"); }
    void cleanup() { m_server.reset(); }

    void thePasswordOfAScriptIsUsedForEveryTarget()
    {
        startServer({u"PasswordAuthentication yes"_qs});
        const CliRun run = runCli(probe());
        QVERIFY2(run.code == 0, qPrintable(run.err));
    }

    void withoutATerminalTheQuestionIsNamed()
    {
        startServer({u"UsePAM yes"_qs, u"PasswordAuthentication yes"_qs,
                     u"KbdInteractiveAuthentication yes"_qs,
                     u"AuthenticationMethods password,keyboard-interactive"_qs});
        const CliRun run = runCli(probe());
        QVERIFY(run.code != 0);
        QVERIFY2(run.err.contains(u"asks for “Password:” besides"_qs), qPrintable(run.err));
        QVERIFY2(run.err.contains(u"terminal"_qs), qPrintable(run.err));
        QVERIFY(!run.err.contains(secret));
        QCOMPARE(m_server->log().count("Failed"), 0); // no empty answer went out
    }

    void atATerminalAPersonAnswersUnseen()
    {
        const QString script = QStandardPaths::findExecutable(u"script"_qs);
        if (script.isEmpty())
            QSKIP("no script(1) to make a terminal");
        startServer({u"UsePAM yes"_qs, u"PasswordAuthentication yes"_qs,
                     u"KbdInteractiveAuthentication yes"_qs,
                     u"AuthenticationMethods password,keyboard-interactive"_qs});
        QProcess terminal;
        terminal.setProcessChannelMode(QProcess::MergedChannels);
        terminal.start(script,
                       {u"-qec"_qs,
                        QStringLiteral(KAKEHASHI_BIN_DIR "/kakehashi-cli ") + probe().join(u' '),
                        u"/dev/null"_qs});
        QByteArray seen;
        const auto sees = [&](const char *text) {
            seen += terminal.readAll();
            return seen.contains(text);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(sees("asks: Password:"), seen.constData(), 30'000);
        terminal.write(secret.toUtf8() + '\n');
        QTRY_VERIFY2_WITH_TIMEOUT(sees("SHA256:"), seen.constData(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(terminal.exitCode(), 0);
        QVERIFY(!seen.contains(secret.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestCodes)
#include "test_codes.moc"
