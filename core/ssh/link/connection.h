#pragma once

#include "base/job.h"
#include "base/result.h"
#include "ssh/link/socket.h"
#include "ssh/session.h"

#include <libssh2.h>

#include <memory>
#include <optional>

namespace kakehashi::ssh {

class Prompting;

/// A libssh2 session over a socket of our own. libssh2 before 1.11.2 loses or repeats data when a
/// send is partial (libssh2 #2110, #1397, #1945), so its sends always end in our buffer, whole.
class Connection
{
public:
    /// TCP and key exchange; `hostKeyTypes` as libssh2_session_method_pref wants them. The host
    /// key is not judged yet.
    static Result<std::shared_ptr<Connection>> open(const ConnectRequest &request,
                                                    const QByteArray &hostKeyTypes);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    LIBSSH2_SESSION *session() const { return m_session; }
    const Endpoint &endpoint() const { return m_endpoint; }
    const Timeouts &timeouts() const { return m_timeouts; }
    const HostKey &hostKey() const { return m_hostKey; }
    SteadyTime lastHeard() const { return m_lastHeard; }
    std::optional<SteadyTime> unansweredSince() const; ///< see Transport
    SteadyTime loginDeadline() const;

    CancelToken cancel = {};
    QString loginMethod = {};
    Prompting *prompting = nullptr; ///< while keyboard-interactive runs
    bool isLoggedIn = false;        ///< until then only so much is taken from a server

    /// Repeats an operation of libssh2 until it is not EAGAIN any more and gives its return code.
    /// Fails with Cancelled, or Network when it is not done by `deadline`, which the operation may
    /// move: what else the server sends meanwhile is no reason to go on waiting.
    template <typename Operation>
    Result<int> complete(Operation operation, const SteadyTime &deadline)
    {
        for (;;) {
            m_allowance = mostAtATime;
            const int code = static_cast<int>(operation());
            flushOutput();
            if (code != LIBSSH2_ERROR_EAGAIN)
                return code;
            if (const Result<void> waited = waitUntil(deadline); !waited)
                return passOn(waited);
        }
    }
    SteadyTime answerDeadline() const; ///< for what is a question and its answer

    /// Asks for a channel behind the request that is about to log us in (RFC 4252 §5.1: what
    /// follows it is for the service it asks for), which saves a round trip. Channel::open() then
    /// takes its answer. Where that login fails the question is lost, and with it the connection.
    void askForChannel();
    bool hasAskedForChannel() const { return m_hasAskedForChannel; }
    int packetsSent() const { return m_packetsSent; }
    QString serverSoftware() const; ///< e.g. "OpenSSH_9.2p1 Debian-2+deb12u10"

    void flushOutput();
    void waitForTraffic(Milliseconds limit); ///< sends what is buffered
    void keepAlive();
    /// Before each call of libssh2 that reads: it goes on as long as something arrives, and a
    /// server that sends without end must not keep it.
    void allowMore() { m_allowance = mostAtATime; }
    void abandon(); ///< closing resets the connection instead of sending what is left

    /// The line is down. While `held`, libssh2 is not told: it forgets answers that it has received
    /// but not handed out.
    bool hasEnded() const { return m_hasEnded; }
    void holdEnd(bool held) { m_endIsHeld = held; }

    /// What libssh2 has last complained of, as an Error; most mean a lost connection.
    Error failure(int code) const;

private:
    Connection(const ConnectRequest &request, Socket socket);
    Result<void> shakeHands(const QByteArray &hostKeyTypes, SteadyTime deadline);
    Result<void> waitUntil(SteadyTime deadline);
    tl::unexpected<Error> silence();
    unsigned int keepAliveSeconds() const;
    void noteTaken();
    void noteReceived(const char *bytes, qint64 count);
    bool hasIntroducedItself() const;
    bool sendsWithoutEnd() const;
    std::optional<Error> stranger() const;
    Error handshakeFailure(const QString &detail) const;
    qint64 receiveFromAgent(NativeSocket socket, char *bytes, qsizetype count) const;
    static LIBSSH2_SEND_FUNC(sendCallback);
    static LIBSSH2_RECV_FUNC(receiveCallback);

    Endpoint m_endpoint;
    Timeouts m_timeouts;
    Socket m_socket;
    LIBSSH2_SESSION *m_session = nullptr;
    HostKey m_hostKey;
    QByteArray m_output;
    qsizetype m_outputStart = 0;
    SteadyTime m_lastHeard;
    SteadyTime m_lastTaken; ///< when bytes last went out for which there had been no room before
    bool m_isFull = false;
    std::optional<SteadyTime> m_askedAt; ///< for a sign of life, that had not come then
    static constexpr qint64 mostAtATime = 1024 * 1024;
    qint64 m_allowance = mostAtATime; ///< bytes until libssh2 has to come back to us
    qint64 m_received = 0;            ///< bytes, before the login
    QByteArray m_greeting;            ///< the first of them
    int m_socketError = 0;
    int m_packetsSent = 0;
    bool m_hasAskedForChannel = false;
    bool m_closing = false;
    bool m_hasEnded = false;
    bool m_endIsHeld = false;
};

} // namespace kakehashi::ssh
