#include "ssh/link/connection.h"

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
constexpr int keepAliveSeconds = 15;

void initLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { libssh2_init(0); });
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
    libssh2_keepalive_config(m_session, 1, keepAliveSeconds);
    const auto code = complete(
        [this] { return libssh2_session_handshake(m_session, m_socket.native()); }, deadline);
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

Result<void> Connection::waitFor(SteadyTime begin, SteadyTime deadline)
{
    if (cancel.isCancelled())
        return cancelled();
    const SteadyTime now = steady_clock::now();
    if (now > deadline || now - std::max(begin, m_lastHeard) > m_timeouts.silence)
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
    return QString::fromUtf8(banner ? banner : "").section(QLatin1Char('-'), 2);
}

void Connection::flushOutput()
{
    while (m_outputStart < m_output.size() && m_socketError == 0) {
        const qint64 sent =
            m_socket.send(m_output.constData() + m_outputStart, m_output.size() - m_outputStart);
        if (sent == -EAGAIN)
            break;
        if (sent < 0)
            m_socketError = static_cast<int>(-sent);
        else
            m_outputStart += sent;
    }
    if (m_outputStart == m_output.size()) {
        m_output.resize(0);
        m_outputStart = 0;
    } else if (m_outputStart > 1024 * 1024) {
        m_output.remove(0, m_outputStart);
        m_outputStart = 0;
    }
}

void Connection::keepAlive()
{
    int seconds = 0;
    libssh2_keepalive_send(m_session, &seconds);
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
        return static_cast<ssize_t>(
            Socket::receive(socket, static_cast<char *>(buffer), static_cast<qsizetype>(length)));
    if (self->m_closing)
        return 0;
    if (self->m_hasEnded && self->m_endIsHeld)
        return -EAGAIN;
    const qint64 received =
        self->m_socket.receive(static_cast<char *>(buffer), static_cast<qsizetype>(length));
    if (received > 0)
        self->m_lastHeard = steady_clock::now();
    self->m_hasEnded = received == 0 || (received < 0 && received != -EAGAIN);
    return self->m_hasEnded && self->m_endIsHeld ? -EAGAIN : static_cast<ssize_t>(received);
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
    return fail(ErrorCode::Network,
                Tr::tr("%1 does not answer any more. Check the network connection and try again.")
                    .arg(m_endpoint.hostAndPort()));
}

Error Connection::failure(int code) const
{
    char *text = nullptr;
    libssh2_session_last_error(m_session, &text, nullptr, 0);
    const QString detail = QStringLiteral("libssh2 %1: %2")
                               .arg(QString::number(code), QString::fromUtf8(text ? text : ""));
    const QString host = m_endpoint.hostAndPort();
    if (hasNothingInCommon(code)) {
        return {ErrorCode::Unsupported,
                Tr::tr("%1 and this program have no encryption method or host key type in common. "
                       "Ask the server's operator to allow ed25519 or ECDSA host keys and "
                       "aes256-ctr with hmac-sha2-256.")
                    .arg(host),
                detail};
    }
    if (code == LIBSSH2_ERROR_BANNER_RECV || code == LIBSSH2_ERROR_BANNER_NONE) {
        return {ErrorCode::Network,
                Tr::tr("%1 closed the connection or is no SSH server. Check the port; if it is "
                       "right, the server may be refusing connections for a while.")
                    .arg(host),
                detail};
    }
    return {ErrorCode::Network,
            Tr::tr("The connection to %1 was lost. Check the network connection and try again.")
                .arg(host),
            detail};
}

} // namespace kakehashi::ssh
