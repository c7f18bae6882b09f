#include "delayproxy.h"

#include <QByteArray>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <deque>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace kakehashi::test {

namespace {

using Clock = std::chrono::steady_clock;

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // macOS: SO_NOSIGPIPE instead
#endif

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void prepare(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
#ifdef SO_NOSIGPIPE
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    fcntl(socket, F_SETFL, O_NONBLOCK);
    fcntl(socket, F_SETFD, FD_CLOEXEC); // no server that a test starts inherits it
}

void reset(int socket)
{
    const linger hard{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close(socket);
}

/// One direction: what was read waits here until its time has come.
struct Direction
{
    struct Packet
    {
        Clock::time_point due;
        QByteArray bytes;
    };
    std::deque<Packet> packets = {};
    Clock::time_point lineFree = {};
    bool ended = false; ///< the reader has seen the end of the stream

    bool isDue(Clock::time_point now) const
    {
        return !packets.empty() && packets.front().due <= now;
    }
};

} // namespace

struct DelayProxy::Pair
{
    int client;
    int server;
    Direction up = {};
    Direction down = {};
    bool dead = false;

    Pair(int clientSocket, int serverSocket) : client(clientSocket), server(serverSocket) {}
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    ~Pair()
    {
        if (client >= 0)
            close(client);
        if (server >= 0)
            close(server);
    }
    void resetBoth()
    {
        reset(std::exchange(client, -1));
        reset(std::exchange(server, -1));
        dead = true;
    }
};

namespace {

qint64 readInto(Direction &direction, int socket, const DelayProxy::Line &line)
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        direction.ended = direction.ended || count == 0 || errno != EAGAIN;
        return 0;
    }
    const Clock::time_point now = Clock::now();
    Clock::time_point sent = std::max(now, direction.lineFree);
    if (line.bytesPerSecond > 0)
        sent += std::chrono::microseconds(count * 1000000 / line.bytesPerSecond);
    direction.lineFree = sent;
    direction.packets.push_back({sent + line.delayEachWay, QByteArray(buffer.data(), count)});
    return count;
}

/// False when the receiving side is gone.
bool writeDue(Direction &direction, int socket, const DelayProxy::Line &line)
{
    while (direction.isDue(Clock::now())) {
        QByteArray &bytes = direction.packets.front().bytes;
        const qsizetype size =
            line.fragment > 0 ? std::min<qsizetype>(line.fragment, bytes.size()) : bytes.size();
        const ssize_t count = ::send(socket, bytes.constData(), size_t(size), sendFlags);
        if (count < 0)
            return errno == EAGAIN;
        bytes.remove(0, count);
        if (bytes.isEmpty())
            direction.packets.pop_front();
    }
    if (direction.ended && direction.packets.empty())
        shutdown(socket, SHUT_WR);
    return true;
}

} // namespace

DelayProxy::DelayProxy(quint16 serverPort, const Line &line)
    : m_line(line), m_serverPort(serverPort)
{
    m_listener = socket(AF_INET, SOCK_STREAM, 0);
    prepare(m_listener);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, generic, length) != 0 || listen(m_listener, 64) != 0 ||
        getsockname(m_listener, generic, &length) != 0)
        qFatal("the proxy found no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

DelayProxy::~DelayProxy()
{
    m_stop = true;
    m_thread.join();
    close(m_listener);
}

void DelayProxy::run()
{
    while (!m_stop) {
        std::vector<pollfd> entries{{m_listener, POLLIN, 0}};
        Clock::time_point next = Clock::now() + std::chrono::milliseconds(5);
        const bool lost = m_blackHole;
        for (const auto &pair : m_pairs) {
            const Clock::time_point now = Clock::now();
            const auto events = [now, lost](const Direction &in, const Direction &out) {
                return lost ? short(0)
                            : short((in.ended ? 0 : POLLIN) | (out.isDue(now) ? POLLOUT : 0));
            };
            entries.push_back({pair->client, events(pair->up, pair->down), 0});
            entries.push_back({pair->server, events(pair->down, pair->up), 0});
            for (const Direction *direction : {&pair->up, &pair->down}) {
                if (!lost && !direction->packets.empty())
                    next = std::min(next, direction->packets.front().due);
            }
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
        poll(entries.data(), entries.size(), int(std::max<qint64>(0, left.count())));
        const bool cutNow = m_cut.exchange(false);
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            if (cutNow)
                m_pairs[i]->resetBoth();
            else
                serve(*m_pairs[i], entries[1 + 2 * i].revents, entries[2 + 2 * i].revents);
        }
        std::erase_if(m_pairs, [](const auto &pair) { return pair->dead; });
        acceptOne();
    }
}

void DelayProxy::acceptOne()
{
    const int client = accept(m_listener, nullptr, nullptr);
    if (client < 0)
        return;
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        reset(client);
        close(server);
        return;
    }
    prepare(client);
    prepare(server);
    ++m_connections;
    m_pairs.push_back(std::make_unique<Pair>(client, server));
    m_mostConnections = std::max(m_mostConnections.load(), int(m_pairs.size()));
}

void DelayProxy::serve(Pair &pair, short clientEvents, short serverEvents)
{
    if (m_blackHole)
        return;
    constexpr short readable = POLLIN | POLLHUP | POLLERR;
    if (clientEvents & readable)
        m_bytesUp += readInto(pair.up, pair.client, m_line);
    if (serverEvents & readable)
        m_bytesDown += readInto(pair.down, pair.server, m_line);
    if (m_cutAfter >= 0 && m_bytesUp >= m_cutAfter) {
        m_cutAfter = -1;
        pair.resetBoth();
        return;
    }
    if (m_blackHoleAfter >= 0 && m_bytesUp >= m_blackHoleAfter) {
        m_blackHoleAfter = -1;
        m_blackHole = true;
        return;
    }
    const bool alive =
        writeDue(pair.up, pair.server, m_line) && writeDue(pair.down, pair.client, m_line);
    const bool finished =
        pair.up.ended && pair.down.ended && pair.up.packets.empty() && pair.down.packets.empty();
    pair.dead = !alive || finished;
}

} // namespace kakehashi::test
