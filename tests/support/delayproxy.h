#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace kakehashi::test {

/// A bad line: a TCP proxy on a free loopback port, in a thread of its own. Unix only, as the
/// servers that the tests start.
class DelayProxy
{
public:
    struct Line
    {
        std::chrono::milliseconds delayEachWay{0};
        int fragment = 0;          ///< write at most so many bytes at a time; 0: all
        qint64 bytesPerSecond = 0; ///< each way; 0: no limit
    };

    DelayProxy(quint16 serverPort, const Line &line);
    explicit DelayProxy(quint16 serverPort) : DelayProxy(serverPort, Line()) {}
    ~DelayProxy();
    DelayProxy(const DelayProxy &) = delete;
    DelayProxy &operator=(const DelayProxy &) = delete;

    quint16 port() const { return m_port; }

    void cut() { m_cut = true; } ///< resets every connection that is open now
    void cutAfter(qint64 bytesToServer) { m_cutAfter = bytesToServer; } ///< counted from the start
    void blackHole(bool on) { m_blackHole = on; } ///< swallow everything, close nothing
    void blackHoleAfter(qint64 bytesToServer) { m_blackHoleAfter = bytesToServer; }

    qint64 bytesToServer() const { return m_bytesUp; }
    qint64 bytesToClient() const { return m_bytesDown; }
    int connections() const { return m_connections; }         ///< ever accepted
    int mostConnections() const { return m_mostConnections; } ///< open at the same time

private:
    struct Pair;
    void run();
    void acceptOne();
    void serve(Pair &pair, short clientEvents, short serverEvents);

    Line m_line;
    quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic_bool m_stop = false;
    std::atomic_bool m_cut = false;
    std::atomic_bool m_blackHole = false;
    std::atomic<qint64> m_cutAfter = -1;
    std::atomic<qint64> m_blackHoleAfter = -1;
    std::atomic<qint64> m_bytesUp = 0;
    std::atomic<qint64> m_bytesDown = 0;
    std::atomic_int m_connections = 0;
    std::atomic_int m_mostConnections = 0;
    std::vector<std::unique_ptr<Pair>> m_pairs;
    std::thread m_thread;
};

} // namespace kakehashi::test
