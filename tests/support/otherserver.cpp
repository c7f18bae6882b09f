#include "otherserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpSocket>

namespace kakehashi::test {

namespace {

constexpr int patience = 20000;

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(patience);
    return process.readAllStandardOutput();
}

QString found(const QString &program)
{
    const QString path = QStandardPaths::findExecutable(program);
    return path.isEmpty() ? QStandardPaths::findExecutable(program, {QStringLiteral("/usr/sbin")})
                          : path;
}

/// The system's, which has the distribution's modules.
QString python()
{
    const QString own = QStringLiteral("/usr/bin/python3");
    return QFile::exists(own) ? own : QStringLiteral("python3");
}

bool isInstalled(OtherServer::Kind kind)
{
    if (kind == OtherServer::Kind::ProFtpd)
        return !found(QStringLiteral("proftpd")).isEmpty() &&
               QFile::exists(QStringLiteral("/usr/lib/proftpd/mod_sftp.so"));
    return output(python(), {QStringLiteral("-c"), QStringLiteral("import asyncssh; print(1)")})
        .startsWith('1');
}

} // namespace

OtherServer::OtherServer()
{
    QDir().mkpath(documentRoot());
    makeKeys();
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("errors")));
}

OtherServer::~OtherServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

std::unique_ptr<OtherServer> OtherServer::start(Kind kind)
{
    if (!isInstalled(kind))
        return nullptr;
    std::unique_ptr<OtherServer> server(new OtherServer);
    for (int attempt = 0; attempt < 10; ++attempt) {
        server->m_port = quint16(QRandomGenerator::global()->bounded(44000, 56000));
        if (server->launch(kind))
            return server;
    }
    qFatal("the server does not start; see the errors in its folder");
}

bool OtherServer::launch(Kind kind)
{
    QStringList command = kind == Kind::ProFtpd ? proFtpd() : asyncSsh();
    const QString program = command.takeFirst();
    m_process.start(program, command);
    if (m_process.waitForStarted() && answers())
        return true;
    m_process.kill();
    m_process.waitForFinished(3000);
    return false;
}

void OtherServer::makeKeys() const
{
    for (const QString &name : {QStringLiteral("client"), QStringLiteral("host")})
        output(QStringLiteral("ssh-keygen"),
               {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                QStringLiteral("-N"), QString(), QStringLiteral("-f"), m_folder.filePath(name)});
    put(m_folder.filePath(QStringLiteral("keys")),
        output(QStringLiteral("ssh-keygen"),
               {QStringLiteral("-e"), QStringLiteral("-m"), QStringLiteral("RFC4716"),
                QStringLiteral("-f"), clientKeyFile() + QStringLiteral(".pub")}));
}

QStringList OtherServer::proFtpd() const
{
    const QString text = QStringLiteral("ServerType standalone\n"
                                        "ServerName test\n"
                                        "DefaultAddress 127.0.0.1\n"
                                        "Port %1\n"
                                        "UseIPv6 off\n"
                                        "ModulePath /usr/lib/proftpd\n"
                                        "LoadModule mod_sftp.c\n"
                                        "User %2\n"
                                        "PidFile %3/pid\n"
                                        "ScoreboardFile %3/score\n"
                                        "DelayTable none\n"
                                        "SystemLog %3/log\n"
                                        "TransferLog none\n"
                                        "WtmpLog off\n"
                                        "UseFtpUsers off\n"
                                        "RootLogin on\n"
                                        "RequireValidShell off\n"
                                        "AllowOverwrite on\n"
                                        "AllowStoreRestart on\n"
                                        "Umask 022\n"
                                        "SFTPEngine on\n"
                                        "SFTPLog %3/sftplog\n"
                                        "SFTPHostKey %3/host\n"
                                        "SFTPAuthorizedUserKeys file:%3/keys\n")
                             .arg(m_port)
                             .arg(user(), m_folder.path());
    const QString file = m_folder.filePath(QStringLiteral("conf"));
    put(file, text.toUtf8());
    return {found(QStringLiteral("proftpd")), QStringLiteral("-n"), QStringLiteral("-q"),
            QStringLiteral("-c"), file};
}

QStringList OtherServer::asyncSsh() const
{
    const char *text =
        "import asyncio, asyncssh, sys\n"
        "async def main(port, host, keys):\n"
        "    await asyncssh.listen('127.0.0.1', int(port), server_host_keys=[host],\n"
        "        authorized_client_keys=keys, sftp_factory=True)\n"
        "    await asyncio.Future()\n"
        "asyncio.run(main(*sys.argv[1:]))\n";
    return {python(),
            QStringLiteral("-c"),
            QString::fromLatin1(text),
            QString::number(m_port),
            m_folder.filePath(QStringLiteral("host")),
            clientKeyFile() + QStringLiteral(".pub")};
}

bool OtherServer::answers()
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience && m_process.state() == QProcess::Running) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (socket.waitForConnected(200) && socket.waitForReadyRead(5000) &&
            socket.readAll().startsWith("SSH-2.0"))
            return true;
        m_process.waitForFinished(20);
    }
    return false;
}

QString OtherServer::user() const
{
    return QString::fromLocal8Bit(output(QStringLiteral("id"), {QStringLiteral("-un")})).trimmed();
}

QString OtherServer::fingerprint() const
{
    QFile file(m_folder.filePath(QStringLiteral("host.pub")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no host key");
    const QByteArray blob = QByteArray::fromBase64(file.readAll().split(' ').value(1));
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(QCryptographicHash::hash(blob, QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace kakehashi::test
