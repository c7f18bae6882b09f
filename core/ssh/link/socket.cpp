#include "ssh/link/socket.h"

#include "ssh/link/resolver.h"

#include <QCoreApplication>

#include <algorithm>
#include <system_error>
#include <utility>

namespace kakehashi::ssh {

namespace {

using std::chrono::steady_clock;

#ifdef Q_OS_WIN
int lastError()
{
    const int code = WSAGetLastError();
    return code == WSAEWOULDBLOCK || code == WSAEINTR ? EAGAIN : code;
}
void closeNative(NativeSocket socket)
{
    closesocket(socket);
}
bool isStillConnecting()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
int pollOne(WSAPOLLFD *entry, int milliseconds)
{
    return WSAPoll(entry, 1, milliseconds);
}
void makeNonBlocking(NativeSocket socket)
{
    u_long on = 1;
    ioctlsocket(socket, FIONBIO, &on);
}
void startSockets()
{
    static const int started = [] {
        WSADATA data;
        return WSAStartup(MAKEWORD(2, 2), &data);
    }();
    Q_UNUSED(started);
}
using PollEntry = WSAPOLLFD;
#else
int lastError()
{
    return errno == EWOULDBLOCK || errno == EINTR ? EAGAIN : errno;
}
void closeNative(NativeSocket socket)
{
    ::close(socket);
}
bool isStillConnecting()
{
    return errno == EINPROGRESS;
}
int pollOne(pollfd *entry, int milliseconds)
{
    return ::poll(entry, 1, milliseconds);
}
void makeNonBlocking(NativeSocket socket)
{
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
    fcntl(socket, F_SETFD, FD_CLOEXEC);
}
void startSockets() {}
using PollEntry = pollfd;
#endif

void switchOn(NativeSocket socket, int level, int option)
{
    const int on = 1;
    setsockopt(socket, level, option, reinterpret_cast<const char *>(&on), sizeof on);
}

void prepare(NativeSocket socket)
{
    makeNonBlocking(socket);
    switchOn(socket, IPPROTO_TCP, TCP_NODELAY); // requests are gathered by us, not by Nagle
    switchOn(socket, SOL_SOCKET, SO_KEEPALIVE);
#ifdef SO_NOSIGPIPE
    switchOn(socket, SOL_SOCKET, SO_NOSIGPIPE);
#endif
}

int pendingError(NativeSocket socket)
{
    int code = 0;
    socklen_t length = sizeof code;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&code), &length);
    return code;
}

QString systemText(int code)
{
    return QString::fromLocal8Bit(std::system_category().message(code).c_str());
}

tl::unexpected<Error> unreachable(const QString &host, quint16 port, const QString &reason)
{
    return fail(ErrorCode::Network,
                QCoreApplication::translate("kakehashi::Ssh",
                                            "No connection to %1, port %2: %3. Check the address, "
                                            "the port and this computer's network connection.")
                    .arg(host)
                    .arg(port)
                    .arg(reason));
}

QString noAnswer()
{
    return QCoreApplication::translate("kakehashi::Ssh", "no answer in time");
}

/// Empty when connected by then, else the reason.
Result<QString> finishConnecting(NativeSocket socket, SteadyTime deadline,
                                 const CancelToken &cancel)
{
    while (steady_clock::now() < deadline) {
        if (cancel.isCancelled())
            return cancelled();
        PollEntry entry{};
        entry.fd = socket;
        entry.events = POLLOUT;
        if (pollOne(&entry, 50) <= 0)
            continue;
        const int code = pendingError(socket);
        return code == 0 ? QString() : systemText(code);
    }
    return noAnswer();
}

} // namespace

Socket::Socket(Socket &&other) noexcept : m_socket(std::exchange(other.m_socket, noSocket)) {}

Socket &Socket::operator=(Socket &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    return *this;
}

Socket::~Socket()
{
    if (m_socket != noSocket)
        closeNative(m_socket);
}

Result<Socket> Socket::connect(const QString &host, quint16 port, SteadyTime deadline,
                               const CancelToken &cancel)
{
    startSockets();
    const auto addresses = resolve(host, port, deadline, cancel);
    if (!addresses)
        return passOn(addresses);
    QString reason = noAnswer();
    for (size_t i = 0; i < addresses->size(); ++i) {
        const SocketAddress &address = (*addresses)[i];
        Socket socket(::socket(address.storage.ss_family, SOCK_STREAM, IPPROTO_TCP));
        if (socket.m_socket == noSocket) {
            reason = systemText(lastError());
            continue;
        }
        prepare(socket.m_socket);
        const int rc = ::connect(
            socket.m_socket, reinterpret_cast<const sockaddr *>(&address.storage), address.length);
        if (rc != 0 && !isStillConnecting()) {
            reason = systemText(lastError());
            continue;
        }
        // A dead IPv6 route must leave time for the IPv4 address behind it.
        const bool isLast = i + 1 == addresses->size();
        const SteadyTime now = steady_clock::now();
        const SteadyTime until = isLast ? deadline : now + (deadline - now) / 3;
        const Result<QString> outcome = finishConnecting(socket.m_socket, until, cancel);
        if (!outcome)
            return passOn(outcome);
        if (outcome->isEmpty())
            return socket;
        reason = *outcome;
    }
    return unreachable(host, port, reason);
}

qint64 Socket::send(NativeSocket socket, const char *bytes, qsizetype count)
{
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0;
#endif
    const auto sent = ::send(socket, bytes, static_cast<SocketBytes>(count), flags);
    return sent < 0 ? -lastError() : sent;
}

qint64 Socket::receive(NativeSocket socket, char *bytes, qsizetype count)
{
    const auto received = ::recv(socket, bytes, static_cast<SocketBytes>(count), 0);
    return received < 0 ? -lastError() : received;
}

bool Socket::hasArrived(NativeSocket socket, Milliseconds limit)
{
    PollEntry entry{};
    entry.fd = socket;
    entry.events = POLLIN;
    return pollOne(&entry, static_cast<int>(limit.count())) > 0;
}

void Socket::resetWhenClosed() const
{
    ::linger atOnce{};
    atOnce.l_onoff = 1;
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&atOnce),
               sizeof atOnce);
}

void Socket::wait(bool forWriting, Milliseconds limit) const
{
    PollEntry entry{};
    entry.fd = m_socket;
    entry.events = static_cast<short>(POLLIN | (forWriting ? POLLOUT : 0));
    pollOne(&entry, static_cast<int>(std::max<qint64>(0, limit.count())));
}

} // namespace kakehashi::ssh
