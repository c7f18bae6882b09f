#pragma once

#include "publishfixture.h"
#include "sshserver.h"

#include <QTemporaryDir>

#include <functional>

namespace kakehashi::test {

/// A docroot that a real OpenSSH serves, well or, with rules, through faulty-sftp.
class ServedPlace
{
public:
    /// Empty rules: OpenSSH's own SFTP, and setRules() has no effect.
    explicit ServedPlace(const QByteArray &rules = {}, const QStringList &configuration = {});

    void setRules(const QByteArray &rules) const; ///< for connections from now on

    publish::PublishParams params(const QString &machine = QStringLiteral("alpha"),
                                  quint16 port = 0) const;

    /// Publishes linkedState(number) as machine alpha on this machine's files, without SSH.
    void publishLinked(int number) const;
    void writeForeign() const;

    PublishPlace place;
    QTemporaryDir outside; ///< for notes and rules
    std::unique_ptr<ThrowawayServer> server;
};

/// Who watches every batch of a connection from this side, before it is sent.
using BatchWatcher = std::function<void(const publish::Batch &)>;

/// SFTP over SSH with limits of the test's own, so that nobody waits for minutes.
publish::Connector impatientConnector(const ThrowawayServer &server, quint16 port,
                                      const ssh::Timeouts &timeouts,
                                      const BatchWatcher &watcher = {});

/// The system takes four kilobytes at a time on this process' connections to a port, so that sends
/// become partial. How many there were.
int shrinkSendBuffers(quint16 peerPort);

} // namespace kakehashi::test
