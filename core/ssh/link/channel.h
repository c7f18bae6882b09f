#pragma once

#include "ssh/link/connection.h"
#include "ssh/transport.h"

namespace kakehashi::ssh {

/// One channel of a connection as a Transport.
class Channel final : public Transport
{
public:
    static Result<std::unique_ptr<Channel>> open(const std::shared_ptr<Connection> &connection);
    ~Channel() override;

    Result<void> startSubsystem(const QByteArray &name);
    Result<void> startCommand(const QByteArray &command);

    void send(QByteArray bytes) override;
    qsizetype unsent() const override { return m_output.size() - m_start + m_chunk.size(); }
    Result<void> exchange(QByteArray &received, Milliseconds wait) override;
    void waitForTraffic(Milliseconds limit) override { m_connection->waitForTraffic(limit); }
    SteadyTime lastHeard() const override { return m_connection->lastHeard(); }
    std::optional<SteadyTime> unansweredSince() const override
    {
        return m_connection->unansweredSince();
    }
    void abandon() override { m_connection->abandon(); }

    Connection &connection() const { return *m_connection; }
    LIBSSH2_CHANNEL *native() const { return m_channel; }
    qsizetype readStream(int stream, QByteArray &into); ///< bytes, or an error code of libssh2
    Result<bool> writePending();                        ///< true when something went out

private:
    Channel(std::shared_ptr<Connection> connection, LIBSSH2_CHANNEL *channel);
    Result<void> start(const QByteArray &kind, const QByteArray &message, const Error &refusal);

    std::shared_ptr<Connection> m_connection;
    LIBSSH2_CHANNEL *m_channel;
    QByteArray m_output;
    qsizetype m_start = 0;
    QByteArray m_chunk; ///< libssh2 wants the same bytes again after EAGAIN
};

} // namespace kakehashi::ssh
