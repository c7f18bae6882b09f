#include "ssh/link/connection.h"

#include "base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>
#include <utility>

namespace kakehashi::ssh {

namespace {

using std::chrono::steady_clock;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

constexpr Milliseconds pollSlice(50); // how late a cancelled token is noticed at most

void initLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { libssh2_init(0); });
}

constexpr qsizetype longestName = 256; // bytes of a greeting that are looked at
// A key exchange and a login are some 10 kB; a greeting is some lines, which libssh2 reads byte by
// byte.
constexpr qint64 mostBeforeLogin = 4 * 1024 * 1024;
constexpr qint64 mostGreeting = 32 * 1024;

/// Who greets like this; empty: nobody we know, perhaps an SSH server.
QString serviceBehind(const QByteArray &greeting)
{
    if (greeting.startsWith("HTTP/") || greeting.startsWith("<"))
        return Tr::tr("a web server (HTTP)");
    if (greeting.startsWith("\x15\x03") || greeting.startsWith("\x16\x03"))
        return Tr::tr("a web server (HTTPS) or another service with encryption");
    if (greeting.startsWith("220"))
        return greeting.toUpper().contains("SMTP") ? Tr::tr("a mail server (SMTP)")
                                                   : Tr::tr("an FTP server");
    if (greeting.startsWith("* OK") || greeting.startsWith("+OK"))
        return Tr::tr("a mail server");
    if (greeting.startsWith("RFB "))
        return Tr::tr("a remote desktop (VNC)");
    return {};
}

bool hasNothingInCommon(int code)
{
    return code == LIBSSH2_ERROR_KEX_FAILURE || code == LIBSSH2_ERROR_METHOD_NONE ||
           code == LIBSSH2_ERROR_METHOD_NOT_SUPPORTED;
}

/// libssh2 1.10 takes a method that it does not know out of the list by copying overlapping
/// memory, so it is handed only those it knows.
QByteArray knownToLibrary(LIBSSH2_SESSION *session, const QByteArray &wanted)
{
    const char **names = nullptr;
    const int count = libssh2_session_supported_algs(session, LIBSSH2_METHOD_HOSTKEY, &names);
    QByteArrayList kept;
    for (const QByteArray &name : wanted.split(',')) {
        if (std::any_of(names, names + std::max(count, 0),
                        [&name](const char *known) { return name == known; }))
            kept.append(name);
    }
    if (count > 0)
        libssh2_free(session, names);
    return kept.join(',');
}

} // namespace

Connection::Connection(const ConnectRequest &request, Socket socket)
    : cancel(request.cancel)
    , m_endpoint(request.endpoint)
    , m_timeouts(request.timeouts)
    , m_socket(std::move(socket))
    , m_lastHeard(steady_clock::now())
    , m_lastTaken(m_lastHeard)
{
    initLibrary();
    m_session = libssh2_session_init_ex(nullptr, nullptr, nullptr, this);
}

Result<std::shared_ptr<Connection>> Connection::open(const ConnectRequest &request,
                                                     const QByteArray &hostKeyTypes)
{
    const SteadyTime deadline = steady_clock::now() + request.timeouts.connect;
    auto socket =
        Socket::connect(request.endpoint.host, request.endpoint.port, deadline, request.cancel);
    if (!socket)
        return passOn(socket);
    const std::shared_ptr<Connection> connection(new Connection(request, std::move(*socket)));
    if (!connection->m_session)
        return fail(ErrorCode::Failed, Tr::tr("The SSH library could not be started."));
    if (const auto shaken = connection->shakeHands(hostKeyTypes, deadline); !shaken)
        return passOn(shaken);
    return connection;
}

Connection::~Connection()
{
    if (!m_session)
        return;
    if (!m_closing) { // else it was abandoned
        libssh2_session_disconnect(m_session, "done");
        flushOutput();
    }
    // From here on the callbacks report a closed stream, so that freeing never waits for the
    // server, which may be gone.
    m_closing = true;
    for (int i = 0; i < 100 && libssh2_session_free(m_session) == LIBSSH2_ERROR_EAGAIN; ++i)
        continue;
}

Result<void> Connection::shakeHands(const QByteArray &hostKeyTypes, SteadyTime deadline)
{
    libssh2_session_set_blocking(m_session, 0);
    libssh2_session_callback_set(m_session, LIBSSH2_CALLBACK_SEND,
                                 reinterpret_cast<void *>(&Connection::sendCallback));
    libssh2_session_callback_set(m_session, LIBSSH2_CALLBACK_RECV,
                                 reinterpret_cast<void *>(&Connection::receiveCallback));
    const QByteArray types = knownToLibrary(m_session, hostKeyTypes);
    if (!types.isEmpty())
        libssh2_session_method_pref(m_session, LIBSSH2_METHOD_HOSTKEY, types.constData());
    libssh2_keepalive_config(m_session, 1, keepAliveSeconds());
    const auto code = complete(
        [this] {
            const int done = libssh2_session_handshake(m_session, m_socket.native());
            return done == LIBSSH2_ERROR_EAGAIN && stranger() ? LIBSSH2_ERROR_BANNER_RECV : done;
        },
        deadline);
    if (!code)
        return passOn(code);
    if (*code != 0)
        return tl::unexpected<Error>(failure(*code));
    size_t length = 0;
    int type = 0;
    const char *blob = libssh2_session_hostkey(m_session, &length, &type);
    if (!blob || length < 5 || length > 64 * 1024)
        return fail(ErrorCode::Network,
                    Tr::tr("%1 sent no usable host key.").arg(m_endpoint.hostAndPort()));
    m_hostKey = HostKey::fromBlob(QByteArray(blob, static_cast<qsizetype>(length)));
    return {};
}

SteadyTime Connection::loginDeadline() const
{
    return steady_clock::now() + m_timeouts.connect;
}

SteadyTime Connection::answerDeadline() const
{
    return steady_clock::now() + m_timeouts.silence;
}

Result<void> Connection::waitUntil(SteadyTime deadline)
{
    if (cancel.isCancelled())
        return cancelled();
    if (steady_clock::now() > deadline)
        return silence();
    waitForTraffic(pollSlice);
    return {};
}

void Connection::waitForTraffic(Milliseconds limit)
{
    flushOutput();
    m_socket.wait(m_outputStart < m_output.size(), limit);
    flushOutput();
}

void Connection::askForChannel()
{
    if (std::exchange(m_hasAskedForChannel, true))
        return;
    libssh2_channel_open_session(m_session); // says EAGAIN; asked again, it goes on waiting
    flushOutput();
}

QString Connection::serverSoftware() const
{
    const char *banner = libssh2_session_banner_get(m_session);
    return visible(QString::fromUtf8(banner ? banner : ""), longestName)
        .section(QLatin1Char('-'), 2);
}

void Connection::flushOutput()
{
    while (m_outputStart < m_output.size() && m_socketError == 0) {
        const qint64 sent =
            m_socket.send(m_output.constData() + m_outputStart, m_output.size() - m_outputStart);
        if (sent == -EAGAIN) {
            m_isFull = true;
            break;
        }
        if (sent < 0) {
            m_socketError = static_cast<int>(-sent);
        } else {
            m_outputStart += sent;
            noteTaken();
        }
    }
    if (m_outputStart == m_output.size()) {
        m_output.resize(0);
        m_outputStart = 0;
    } else if (m_outputStart > 1024 * 1024) {
        m_output.remove(0, m_outputStart);
        m_outputStart = 0;
    }
}

LIBSSH2_SEND_FUNC(Connection::sendCallback)
{
    Q_UNUSED(flags);
    auto *self = static_cast<Connection *>(*abstract);
    if (socket != self->m_socket.native()) // the key agent's
        return static_cast<ssize_t>(Socket::send(socket, static_cast<const char *>(buffer),
                                                 static_cast<qsizetype>(length)));
    if (self->m_closing || self->m_socketError != 0)
        return -EPIPE;
    self->m_output.append(static_cast<const char *>(buffer), static_cast<qsizetype>(length));
    ++self->m_packetsSent;
    return static_cast<ssize_t>(length);
}

LIBSSH2_RECV_FUNC(Connection::receiveCallback)
{
    Q_UNUSED(flags);
    auto *self = static_cast<Connection *>(*abstract);
    if (socket != self->m_socket.native())
        return static_cast<ssize_t>(self->receiveFromAgent(socket, static_cast<char *>(buffer),
                                                           static_cast<qsizetype>(length)));
    if (self->m_closing)
        return 0;
    if ((self->m_hasEnded && self->m_endIsHeld) || self->m_allowance <= 0)
        return -EAGAIN;
    if (self->sendsWithoutEnd())
        return -ECONNRESET;
    const qint64 received =
        self->m_socket.receive(static_cast<char *>(buffer), static_cast<qsizetype>(length));
    if (received > 0)
        self->noteReceived(static_cast<const char *>(buffer), received);
    self->m_hasEnded = received == 0 || (received < 0 && received != -EAGAIN);
    return self->m_hasEnded && self->m_endIsHeld ? -EAGAIN : static_cast<ssize_t>(received);
}

void Connection::noteReceived(const char *bytes, qint64 count)
{
    m_lastHeard = steady_clock::now();
    m_allowance -= count;
    if (isLoggedIn)
        return;
    m_received += count;
    m_greeting.append(bytes, std::min<qsizetype>(count, longestName - m_greeting.size()));
}

/// An agent may ask a person, and may hang; libssh2 waits for it inside one call.
qint64 Connection::receiveFromAgent(NativeSocket socket, char *bytes, qsizetype count) const
{
    constexpr Milliseconds forAPerson(60'000);
    const SteadyTime deadline = steady_clock::now() + forAPerson;
    while (!Socket::hasArrived(socket, pollSlice)) {
        if (cancel.isCancelled() || steady_clock::now() > deadline)
            return -ETIMEDOUT;
    }
    return Socket::receive(socket, bytes, count);
}

void Connection::abandon()
{
    m_socket.resetWhenClosed();
    m_output.clear();
    m_outputStart = 0;
    m_closing = true;
}

tl::unexpected<Error> Connection::silence()
{
    abandon();
    if (!hasIntroducedItself())
        return tl::unexpected<Error>(handshakeFailure({}));
    if (steady_clock::now() - m_lastHeard < m_timeouts.silence / 2)
        return fail(ErrorCode::Network,
                    Tr::tr("%1 is still there, but does not answer what it was asked. Try again "
                           "later; when it stays so, tell the server's operator.")
                        .arg(m_endpoint.hostAndPort()));
    return fail(ErrorCode::Network,
                Tr::tr("%1 does not answer any more. Check the network connection and try again.")
                    .arg(m_endpoint.hostAndPort()));
}

bool Connection::sendsWithoutEnd() const
{
    return !isLoggedIn && m_received > (hasIntroducedItself() ? mostBeforeLogin : mostGreeting);
}

/// libssh2 keeps each line that comes before as well.
bool Connection::hasIntroducedItself() const
{
    const char *banner = libssh2_session_banner_get(m_session);
    return banner && QByteArrayView(banner).startsWith("SSH-");
}

/// Somebody who is surely not an SSH server. RFC 4253 §4.2 lets one send lines of text first, so
/// any other text is no proof.
std::optional<Error> Connection::stranger() const
{
    if (hasIntroducedItself())
        return {};
    const QString service = serviceBehind(m_greeting);
    if (service.isEmpty())
        return {};
    return Error{ErrorCode::Network,
                 Tr::tr("At %1, port %2, is %3 and no SSH server. Correct the port in the target's "
                        "settings; for SFTP it is usually 22.")
                     .arg(m_endpoint.host)
                     .arg(m_endpoint.port)
                     .arg(service)};
}

/// Before the server has said that it speaks SSH.
Error Connection::handshakeFailure(const QString &detail) const
{
    if (const auto other = stranger())
        return *other;
    if (m_greeting.isEmpty())
        return {ErrorCode::Network,
                Tr::tr("At %1, port %2, somebody takes the connection but does not speak SSH. "
                       "Check the port in the target's settings; if it is right, the server may "
                       "be overloaded or refuse connections for a while.")
                    .arg(m_endpoint.host)
                    .arg(m_endpoint.port),
                detail};
    const QString said = visible(QString::fromUtf8(m_greeting).section(u'\n', 0, 0).trimmed(), 80);
    return {ErrorCode::Network,
            Tr::tr("At %1, port %2, is no SSH server: it says “%3”. Correct the port in the "
                   "target's settings; for SFTP it is usually 22.")
                .arg(m_endpoint.host)
                .arg(m_endpoint.port)
                .arg(said),
            detail};
}

Error Connection::failure(int code) const
{
    char *text = nullptr;
    libssh2_session_last_error(m_session, &text, nullptr, 0);
    const QString detail =
        QStringLiteral("libssh2 %1: %2")
            .arg(QString::number(code), visible(QString::fromUtf8(text ? text : "")));
    const QString host = m_endpoint.hostAndPort();
    if (hasNothingInCommon(code)) {
        return {ErrorCode::Unsupported,
                Tr::tr("%1 and this program have no encryption method or host key type in common. "
                       "Ask the server's operator to allow ed25519 or ECDSA host keys and "
                       "aes256-ctr with hmac-sha2-256.")
                    .arg(host),
                detail};
    }
    if (!hasIntroducedItself())
        return handshakeFailure(detail);
    if (sendsWithoutEnd())
        return {ErrorCode::Network,
                Tr::tr("%1 sends without end instead of letting us log in. Tell its operator.")
                    .arg(host),
                detail};
    return {ErrorCode::Network,
            Tr::tr("The connection to %1 was lost. Check the network connection and try again.")
                .arg(host),
            detail};
}

} // namespace kakehashi::ssh
