#pragma once

#include "base/job.h"
#include "base/result.h"
#include "ssh/link/platform.h"
#include "ssh/transport.h"

namespace kakehashi::ssh {

/// A connected, non-blocking TCP socket. Not QTcpSocket: a worker has no event loop, and must wake
/// for a cancelled token.
class Socket
{
public:
    Socket() = default;
    Socket(Socket &&other) noexcept;
    Socket &operator=(Socket &&other) noexcept;
    ~Socket();

    /// Tries the host's addresses one after the other until `deadline`. Fails with Network or
    /// Cancelled.
    static Result<Socket> connect(const QString &host, quint16 port, SteadyTime deadline,
                                  const CancelToken &cancel);

    NativeSocket native() const { return m_socket; }

    // As the system's calls: the number of bytes, 0 at the end of the stream, or a negative errno
    // of this system, -EAGAIN when it would block.
    qint64 send(const char *bytes, qsizetype count) { return send(m_socket, bytes, count); }
    qint64 receive(char *bytes, qsizetype count) { return receive(m_socket, bytes, count); }

    // The same on a socket that is not ours: libssh2's key agent comes through our callbacks too.
    static qint64 send(NativeSocket socket, const char *bytes, qsizetype count);
    static qint64 receive(NativeSocket socket, char *bytes, qsizetype count);

    /// Whether something is there to be received, waiting for it at most `limit`.
    static bool hasArrived(NativeSocket socket, Milliseconds limit);

    /// What the system still holds of our bytes is dropped at closing (TCP RST).
    void resetWhenClosed() const;

    /// Until something has arrived, or, if `forWriting`, something can be sent.
    void wait(bool forWriting, Milliseconds limit) const;

private:
    explicit Socket(NativeSocket socket) : m_socket(socket) {}
    NativeSocket m_socket = noSocket;
};

} // namespace kakehashi::ssh
