#pragma once

#include "support/delayproxy.h"
#include "support/sshserver.h"

namespace kakehashi::bench {

/// One OpenSSH server for everybody, its key and its host key on record.
class Server
{
public:
    Server();

    ThrowawayServer &sshd() const { return *m_sshd; }
    QString knownHostsFile() const { return m_sshd->folder() + QStringLiteral("/peers_known"); }
    const QString &user() const { return m_user; }
    /// Puts the host key on record for this port, and for no other.
    void know(quint16 port) const;

private:
    std::unique_ptr<ThrowawayServer> m_sshd;
    QString m_user;
};

/// A fresh delay line to it; what passes is counted from its beginning.
class DelayedLine
{
public:
    DelayedLine(const Server &server, int roundTripMs);

    const Server &server() const { return m_server; }
    test::DelayProxy &proxy() { return m_proxy; }
    quint16 port() const { return m_proxy.port(); }

private:
    const Server &m_server;
    test::DelayProxy m_proxy;
};

} // namespace kakehashi::bench
