#pragma once

#include "ssh/session.h"
#include "throwawayserver.h"

namespace kakehashi::test {

QString sftpServerProgram(); ///< OpenSSH's
QString faultySftpProgram(); ///< tests/faultysftp

/// Puts rules for faulty-sftp into a file there and gives its path.
QString writeRules(const QString &folder, const QByteArray &rules);

/// Options for a server whose SFTP obeys the rules in `folder`; rewrite them with writeRules()
/// between connections.
ThrowawayServer::Options faultyOptions(const QString &folder, const QByteArray &rules = "\n");

/// Ends the test program with the server's log when it does not start.
std::unique_ptr<ThrowawayServer> startServer(const ThrowawayServer::Options &options = {});

/// Logs in with the authorised key, the host key pinned. `port` 0: the server's own, not a proxy's.
ssh::ConnectRequest requestFor(const ThrowawayServer &server, quint16 port = 0);

} // namespace kakehashi::test
