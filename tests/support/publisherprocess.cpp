#include "publisherprocess.h"

#include "pipetransport.h"
#include "publish/sftp/sftpfiles.h"
#include "sshserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <csignal>

namespace kakehashi::test {

using namespace publish;

QStringList PublishOrder::toArguments() const
{
    const Target &target = params.target;
    const bool isLocal = target.kind == Target::Kind::Local;
    return {params.siteId,
            params.author,
            params.machine,
            params.journalFolder,
            target.id.toString(),
            target.path,
            isLocal ? QString() : target.host,
            QString::number(target.port),
            target.user,
            target.keyFile,
            target.hostKey,
            stateFolder,
            rulesFile,
            processIdFile,
            QString::number(hurry),
            toStored(target.switching)};
}

PublishOrder PublishOrder::fromArguments(const QStringList &arguments)
{
    PublishOrder order;
    Target &target = order.params.target;
    order.params.siteId = arguments.value(0);
    order.params.author = arguments.value(1);
    order.params.machine = arguments.value(2);
    order.params.journalFolder = arguments.value(3);
    target.id = Ulid::fromString(arguments.value(4));
    target.name = QStringLiteral("test");
    target.path = arguments.value(5);
    target.host = arguments.value(6);
    target.kind = target.host.isEmpty() ? Target::Kind::Local : Target::Kind::Sftp;
    target.port = arguments.value(7).toInt();
    target.user = arguments.value(8);
    target.auth = Target::Auth::KeyFile;
    target.keyFile = arguments.value(9);
    target.hostKey = arguments.value(10);
    order.stateFolder = arguments.value(11);
    order.rulesFile = arguments.value(12);
    order.processIdFile = arguments.value(13);
    order.hurry = arguments.value(14).toInt();
    target.switching = switchingFromStored(arguments.value(15));
    return order;
}

Connector pipeConnector(const QString &rulesFile)
{
    return [rulesFile](const Target &, const Access &,
                       const JobContext &) -> Result<std::unique_ptr<RemoteFiles>> {
        auto pipe =
            rulesFile.isEmpty()
                ? std::make_unique<PipeTransport>(sftpServerProgram(), QStringList())
                : std::make_unique<PipeTransport>(faultySftpProgram(), QStringList(rulesFile));
        auto client = ssh::SftpClient::open(std::move(pipe));
        if (!client)
            return passOn(client);
        return std::make_unique<SftpFiles>(nullptr, std::move(*client));
    };
}

PublisherProcess::PublisherProcess(const PublishOrder &order)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral(KAKEHASHI_BIN_DIR "/fault-publisher"), order.toArguments());
    if (!m_process.waitForStarted())
        qFatal("fault-publisher cannot be started");
}

PublisherProcess::~PublisherProcess()
{
    if (isRunning())
        killHard();
}

bool PublisherProcess::waitForEnd(int milliseconds)
{
    if (isRunning() && !m_process.waitForFinished(milliseconds))
        return false;
    m_output += m_process.readAll();
    return m_process.exitStatus() == QProcess::NormalExit;
}

void PublisherProcess::stop()
{
    ::kill(static_cast<pid_t>(id()), SIGSTOP);
}

void PublisherProcess::goOn()
{
    ::kill(static_cast<pid_t>(id()), SIGCONT);
}

void PublisherProcess::killHard()
{
    m_process.kill();
    m_process.waitForFinished();
}

int requestsCounted(const QString &endedFile, int milliseconds)
{
    QElapsedTimer waited;
    waited.start();
    QFile file(endedFile);
    while (!file.exists()) {
        if (waited.elapsed() > milliseconds)
            qFatal("faulty-sftp did not end within %d ms", milliseconds);
        QThread::usleep(500);
    }
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(endedFile));
    const int count = file.readAll().trimmed().toInt();
    file.remove();
    return count;
}

} // namespace kakehashi::test
