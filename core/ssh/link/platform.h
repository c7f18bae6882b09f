#pragma once

// The one place where the systems' socket headers meet.
#include <QtGlobal>

#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace kakehashi::ssh {

#ifdef Q_OS_WIN
using NativeSocket = SOCKET;
using SocketBytes = int; ///< how send() and recv() count
inline constexpr NativeSocket noSocket = INVALID_SOCKET;
#else
using NativeSocket = int;
using SocketBytes = size_t;
inline constexpr NativeSocket noSocket = -1;
#endif

} // namespace kakehashi::ssh
