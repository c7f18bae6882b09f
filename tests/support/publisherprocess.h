#pragma once

#include "publish/publisher.h"

#include <QProcess>
#include <QString>

namespace kakehashi::test {

/// What tests/faultpublisher is told: a publish by a process of its own, which can be killed.
struct PublishOrder
{
    publish::PublishParams params;
    QString stateFolder;   ///< the site as it is to be
    QString rulesFile;     ///< of faulty-sftp, which then runs at the end of a pipe; empty: SSH
    QString processIdFile; ///< written before connecting
    int hurry = 1;         ///< how many times faster its steady clock goes

    QStringList toArguments() const;
    static PublishOrder fromArguments(const QStringList &arguments);
};

/// Through SFTP without SSH: OpenSSH's sftp-server, or faulty-sftp with these rules.
publish::Connector pipeConnector(const QString &rulesFile = {});

/// That program at work.
class PublisherProcess
{
public:
    explicit PublisherProcess(const PublishOrder &order);
    ~PublisherProcess();

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 id() const { return m_process.processId(); }
    /// True: by itself. What it said is in output(), "ok" first when it published.
    bool waitForEnd(int milliseconds = 60000);
    bool succeeded() const { return m_output.startsWith("ok"); }
    const QByteArray &output() const { return m_output; }

    void stop();     ///< SIGSTOP
    void goOn();     ///< SIGCONT
    void killHard(); ///< SIGKILL

private:
    QProcess m_process;
    QByteArray m_output;
};

/// Waits until faulty-sftp has left its note (rule "ended"), removes it and gives its number.
int requestsCounted(const QString &endedFile, int milliseconds = 20000);

} // namespace kakehashi::test
