#pragma once

#include "base/job.h"
#include "base/result.h"
#include "ssh/credentials.h"
#include "ssh/hostkey.h"
#include "ssh/prompt.h"
#include "ssh/transport.h"

#include <memory>

namespace kakehashi::ssh {

struct Timeouts
{
    Milliseconds connect{15000}; ///< name, TCP, key exchange; again for logging in; SFTP's start
    Milliseconds silence{45000}; ///< no answer while one is due, whatever else arrives
};

struct ConnectRequest
{
    Endpoint endpoint;
    Credentials credentials = {};
    HostKeyPolicy hostKeys = {};
    CancelToken cancel = {};
    Timeouts timeouts = {};
    Asker ask = {}; ///< for what a server wants to know besides the password; empty: nobody
};

/// What a command on the server left behind.
struct ExecOutput
{
    int exitCode = -1; ///< -1 when the server did not say
    QByteArray output = {};
    QByteArray errors = {};
};

class Connection;

/// An authenticated SSH connection for one worker thread: every call blocks that thread, answers
/// a cancelled token within 100 ms (Cancelled) and gives up on a silent server (Network). Channels
/// made from it may outlive it; the connection closes with the last of them.
class Session
{
public:
    /// Connects, judges the host key, logs in. Fails with
    /// Network (no route, refused, closed, silent), HostKeyUnknown, HostKeyChanged (also revoked),
    /// AuthenticationFailed (says what was tried and what the server offers), Unsupported (no
    /// algorithm in common), Cancelled.
    static Result<std::unique_ptr<Session>> connect(const ConnectRequest &request);

    /// Only asks the server for its key, without a login: for the window that pins it.
    static Result<HostKey> fetchHostKey(const ConnectRequest &request);

    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Endpoint &endpoint() const;
    const HostKey &hostKey() const;
    QString serverSoftware() const; ///< e.g. "OpenSSH_9.2p1 Debian-2+deb12u10"
    QString loginMethod() const;    ///< "agent", "publickey", "password", "keyboard-interactive"
    const Timeouts &timeouts() const;

    /// Replaces the token, so that an aborted job can still clean up on the same connection.
    void setCancel(const CancelToken &cancel);
    const CancelToken &cancel() const;

    Result<std::unique_ptr<Transport>> openSubsystem(const QByteArray &name);

    /// Runs a command, feeds it `input`, collects at most `maxOutput` bytes of its output. Accounts
    /// that only allow SFTP answer with a text and exit code 1; the caller checks.
    Result<ExecOutput> run(const QByteArray &command, const QByteArray &input = {},
                           qsizetype maxOutput = 64 * 1024 * 1024);

private:
    explicit Session(std::shared_ptr<Connection> connection);
    std::shared_ptr<Connection> m_connection;
};

} // namespace kakehashi::ssh
