#include "ssh/link/channel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

constexpr qsizetype maxChunk = 32000; // libssh2 sends at most 32,700 bytes a call

} // namespace

Channel::Channel(std::shared_ptr<Connection> connection, LIBSSH2_CHANNEL *channel)
    : m_connection(std::move(connection)), m_channel(channel)
{}

Result<std::unique_ptr<Channel>> Channel::open(const std::shared_ptr<Connection> &connection)
{
    LIBSSH2_CHANNEL *channel = nullptr;
    const auto code = connection->complete(
        [&] {
            channel = libssh2_channel_open_session(connection->session());
            return channel ? 0 : libssh2_session_last_errno(connection->session());
        },
        connection->answerDeadline());
    if (!code)
        return passOn(code);
    if (!channel)
        return tl::unexpected<Error>(connection->failure(*code));
    return std::unique_ptr<Channel>(new Channel(connection, channel));
}

Channel::~Channel()
{
    // Once: what cannot be freed without waiting for the server is freed with the session.
    libssh2_channel_free(m_channel);
    m_connection->flushOutput();
}

Result<void> Channel::startSubsystem(const QByteArray &name)
{
    // What a server says on the side is of no use to SFTP and would fill the window.
    libssh2_channel_handle_extended_data2(m_channel, LIBSSH2_CHANNEL_EXTENDED_DATA_IGNORE);
    return start("subsystem", name,
                 {ErrorCode::Unsupported,
                  Tr::tr("%1 does not offer SFTP to this account. Ask the server's operator to "
                         "switch it on.")
                      .arg(m_connection->endpoint().hostAndPort())});
}

Result<void> Channel::startCommand(const QByteArray &command)
{
    return start("exec", command,
                 {ErrorCode::Unsupported, Tr::tr("%1 does not run commands for this account.")
                                              .arg(m_connection->endpoint().hostAndPort())});
}

Result<void> Channel::start(const QByteArray &kind, const QByteArray &message, const Error &refusal)
{
    const auto code = m_connection->complete(
        [&] {
            return libssh2_channel_process_startup(
                m_channel, kind.constData(), static_cast<unsigned int>(kind.size()),
                message.constData(), static_cast<unsigned int>(message.size()));
        },
        m_connection->answerDeadline());
    if (!code)
        return passOn(code);
    if (*code == LIBSSH2_ERROR_CHANNEL_REQUEST_DENIED || *code == LIBSSH2_ERROR_CHANNEL_FAILURE)
        return tl::unexpected<Error>(refusal);
    if (*code != 0)
        return tl::unexpected<Error>(m_connection->failure(*code));
    return {};
}

void Channel::send(QByteArray bytes)
{
    m_output.append(bytes);
}

qsizetype Channel::readStream(int stream, QByteArray &into)
{
    std::array<char, 64 * 1024> buffer;
    qsizetype total = 0;
    m_connection->allowMore();
    for (;;) {
        m_connection->holdEnd(true);
        const auto count = libssh2_channel_read_ex(m_channel, stream, buffer.data(), buffer.size());
        m_connection->holdEnd(false);
        const bool isDrained = count == LIBSSH2_ERROR_EAGAIN || count == 0;
        if (isDrained && total == 0 && m_connection->hasEnded())
            return LIBSSH2_ERROR_SOCKET_DISCONNECT;
        if (isDrained)
            return total;
        if (count < 0)
            return total > 0 ? total : static_cast<qsizetype>(count);
        into.append(buffer.data(), static_cast<qsizetype>(count));
        total += static_cast<qsizetype>(count);
    }
}

Result<bool> Channel::writePending()
{
    bool moved = false;
    m_connection->allowMore();
    while (unsent() > 0) {
        if (m_chunk.isEmpty()) {
            m_chunk = m_output.mid(m_start, maxChunk);
            m_start += m_chunk.size();
            if (m_start == m_output.size() || m_start > 1024 * 1024) {
                m_output.remove(0, m_start);
                m_start = 0;
            }
        }
        const auto count = libssh2_channel_write_ex(m_channel, 0, m_chunk.constData(),
                                                    static_cast<size_t>(m_chunk.size()));
        if (count == LIBSSH2_ERROR_EAGAIN || count == 0)
            break; // the server's window is used up, or keys are being exchanged
        if (count < 0)
            return tl::unexpected<Error>(m_connection->failure(static_cast<int>(count)));
        m_chunk.remove(0, static_cast<qsizetype>(count));
        moved = true;
    }
    m_connection->flushOutput();
    return moved;
}

Result<void> Channel::exchange(QByteArray &received, Milliseconds wait)
{
    m_connection->keepAlive();
    const qsizetype count = readStream(0, received);
    if (count > 0) {
        // Answers first: a server whose answers are not read stops reading itself.
        const Result<bool> written = writePending();
        return written ? Result<void>() : Result<void>(passOn(written));
    }
    if (count < 0)
        return tl::unexpected<Error>(m_connection->failure(static_cast<int>(count)));
    if (libssh2_channel_eof(m_channel))
        return fail(ErrorCode::Network,
                    Tr::tr("%1 has ended the service. The account may not be allowed to use it, "
                           "or the server is being restarted.")
                        .arg(m_connection->endpoint().hostAndPort()));
    const Result<bool> written = writePending();
    if (!written)
        return passOn(written);
    if (!*written)
        m_connection->waitForTraffic(wait);
    return {};
}

} // namespace kakehashi::ssh
