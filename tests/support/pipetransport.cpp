#include "pipetransport.h"

#include "sshserver.h"

#include <QDir>
#include <QFile>

namespace kakehashi::test {

PipeTransport::PipeTransport(const QString &program, const QStringList &arguments)
    : m_lastHeard(std::chrono::steady_clock::now())
{
    m_process.start(program, arguments);
    m_process.waitForStarted();
}

PipeTransport::~PipeTransport()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

std::unique_ptr<PipeTransport> PipeTransport::toServer(const QString &folder,
                                                       const QByteArray &rules)
{
    if (rules.isEmpty())
        return std::make_unique<PipeTransport>(sftpServerProgram(), QStringList());
    return std::make_unique<PipeTransport>(faultySftpProgram(),
                                           QStringList{writeRules(folder, rules)});
}

Result<void> PipeTransport::exchange(QByteArray &received, ssh::Milliseconds wait)
{
    if (m_process.bytesAvailable() == 0 && m_process.state() == QProcess::Running)
        m_process.waitForReadyRead(int(wait.count())); // writes as well
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (!bytes.isEmpty()) {
        m_lastHeard = std::chrono::steady_clock::now();
        received.append(bytes);
    } else if (m_process.state() == QProcess::NotRunning) {
        return fail(ErrorCode::Network, QStringLiteral("sftp-server has ended"));
    }
    return {};
}

} // namespace kakehashi::test
