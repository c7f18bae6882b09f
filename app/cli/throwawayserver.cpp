#include "throwawayserver.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QThread>

namespace kakehashi {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ThrowawayServer)
};

constexpr int toolMilliseconds = 20000;
constexpr int startMilliseconds = 10000;

/// sshd refuses to start by a bare name, and it is not in an ordinary account's PATH.
Result<QString> findTool(const QString &name)
{
    QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        path = QStandardPaths::findExecutable(
            name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
    if (path.isEmpty())
        return fail(ErrorCode::Unsupported,
                    Tr::tr("The program “%1” is missing. Install OpenSSH (Debian: apt install "
                           "openssh-server openssh-client).")
                        .arg(name));
    return path;
}

Result<void> run(const QString &name, const QStringList &arguments)
{
    const Result<QString> tool = findTool(name);
    if (!tool)
        return passOn(tool);
    QProcess process;
    process.start(*tool, arguments);
    if (!process.waitForFinished(toolMilliseconds) || process.exitCode() != 0)
        return fail(ErrorCode::Failed,
                    Tr::tr("“%1” failed: %2")
                        .arg(name, QString::fromLocal8Bit(process.readAllStandardError())));
    return {};
}

QString hostKeyPath(const QString &folder, const QString &type)
{
    return QStringLiteral("%1/host_%2").arg(folder, type);
}

} // namespace

Result<std::unique_ptr<ThrowawayServer>> ThrowawayServer::start(const Options &options)
{
    std::unique_ptr<ThrowawayServer> server(new ThrowawayServer(options));
    if (!server->m_folder.isValid())
        return fail(
            ErrorCode::Failed,
            Tr::tr("No temporary folder could be made: %1").arg(server->m_folder.errorString()));
    if (const auto made = makeFolder(server->documentRoot()); !made)
        return passOn(made);
    if (const auto keys = server->makeKeys(); !keys)
        return passOn(keys);
    for (int attempt = 0; attempt < 20; ++attempt) {
        server->m_port = quint16(QRandomGenerator::global()->bounded(20000, 32000));
        const Result<bool> listens = server->tryToListen();
        if (!listens)
            return passOn(listens);
        if (*listens)
            return server;
    }
    return fail(ErrorCode::Failed, Tr::tr("No free port was found."));
}

ThrowawayServer::~ThrowawayServer()
{
    stop();
}

Result<void> ThrowawayServer::makeKeys()
{
    const auto generate = [](const QString &type, const QString &path) {
        return run(QStringLiteral("ssh-keygen"),
                   {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"),
                    QString(), QStringLiteral("-f"), path});
    };
    for (const QString &type : m_options.hostKeyTypes) {
        if (const auto made = generate(type, hostKeyPath(folder(), type)); !made)
            return made;
    }
    if (const auto made = generate(QStringLiteral("ed25519"), clientKeyFile()); !made)
        return made;
    const auto publicKey = readFile(clientKeyFile() + QStringLiteral(".pub"), 4096);
    if (!publicKey)
        return passOn(publicKey);
    return writeFile(m_folder.filePath(QStringLiteral("authorized_keys")), *publicKey);
}

Result<void> ThrowawayServer::writeConfiguration()
{
    QStringList lines = m_options.configuration;
    for (const QString &type : m_options.hostKeyTypes)
        lines << QStringLiteral("HostKey ") + hostKeyPath(folder(), type);
    lines << QStringLiteral("Port %1").arg(m_port) << QStringLiteral("ListenAddress 127.0.0.1")
          << QStringLiteral("AuthorizedKeysFile %1/authorized_keys").arg(folder())
          << QStringLiteral("PidFile none") << QStringLiteral("UsePAM no")
          << QStringLiteral("StrictModes no") << QStringLiteral("PasswordAuthentication no")
          << QStringLiteral("KbdInteractiveAuthentication no")
          << QStringLiteral("PermitRootLogin yes") << QStringLiteral("LogLevel VERBOSE")
          << QStringLiteral("MaxStartups 100:30:200")
          << QStringLiteral("Subsystem sftp ") + m_options.subsystem << QString();
    return writeFile(m_folder.filePath(QStringLiteral("sshd_config")),
                     lines.join(QLatin1Char('\n')).toUtf8());
}

Result<bool> ThrowawayServer::tryToListen()
{
    const Result<QString> sshd = findTool(QStringLiteral("sshd"));
    if (!sshd)
        return passOn(sshd);
    if (const auto written = writeConfiguration(); !written)
        return passOn(written);
    QDir().mkpath(QStringLiteral("/run/sshd")); // sshd insists on it when it runs as root
    const QString logFile = m_folder.filePath(QStringLiteral("sshd.log"));
    QFile::remove(logFile);
    m_process.setStandardErrorFile(logFile);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(*sshd, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                            m_folder.filePath(QStringLiteral("sshd_config"))});
    QElapsedTimer running;
    running.start();
    while (running.elapsed() < startMilliseconds) {
        if (log().contains("Server listening"))
            return true;
        if (m_process.waitForFinished(10))
            break;
    }
    const QByteArray said = log();
    stop();
    if (said.contains("Address already in use"))
        return false;
    return fail(
        ErrorCode::Failed,
        Tr::tr("The SSH server could not be started: %1").arg(QString::fromLocal8Bit(said)));
}

QString ThrowawayServer::user() const
{
    QProcess process; // the environment's USER is missing in containers
    process.start(QStringLiteral("id"), {QStringLiteral("-un")});
    process.waitForFinished(toolMilliseconds);
    return QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
}

QByteArray ThrowawayServer::hostKeyLine(const QString &type) const
{
    const auto text = readFile(hostKeyPath(folder(), type) + QStringLiteral(".pub"), 16384);
    return text ? text->split(' ').mid(0, 2).join(' ') : QByteArray();
}

QString ThrowawayServer::fingerprint() const
{
    const QByteArray blob =
        QByteArray::fromBase64(hostKeyLine(m_options.hostKeyTypes.value(0)).split(' ').value(1));
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray ThrowawayServer::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("sshd.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ThrowawayServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

Result<void> ThrowawayServer::startAgain()
{
    const Result<bool> listens = tryToListen();
    if (!listens)
        return passOn(listens);
    if (!*listens)
        return fail(ErrorCode::Failed, Tr::tr("The server's port is taken by now."));
    return {};
}

} // namespace kakehashi
