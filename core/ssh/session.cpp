#include "ssh/session.h"

#include "ssh/link/channel.h"
#include "ssh/link/connection.h"
#include "ssh/link/hostkeycheck.h"
#include "ssh/link/login.h"

#include <QCoreApplication>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

/// A connection whose host key has been judged good.
Result<std::shared_ptr<Connection>> openVerified(const ConnectRequest &request)
{
    const HostKeyCheck check(request.endpoint, request.hostKeys);
    const auto connection = Connection::open(request, check.preferredTypes());
    if (!connection)
        return passOn(connection);
    const Result<void> judged = check.judge((*connection)->hostKey());
    if (judged)
        return connection;
    if (check.isPinned()) {
        for (const QByteArray &types : check.otherTypes((*connection)->hostKey())) {
            const auto other = Connection::open(request, types);
            if (other && check.judge((*other)->hostKey()))
                return other;
        }
    }
    return passOn(judged);
}

/// Output, errors and exit code of a command that runs in `channel`.
class CommandRun
{
public:
    CommandRun(Channel &channel, const QByteArray &input, qsizetype maxOutput)
        : m_channel(channel), m_maxOutput(maxOutput)
    {
        m_channel.send(input);
    }

    Result<ExecOutput> run()
    {
        m_deadline = m_channel.connection().answerDeadline() + patience();
        const auto code = m_channel.connection().complete([this] { return step(); }, m_deadline);
        if (!code)
            return passOn(code);
        if (m_failed)
            return tl::unexpected<Error>(*m_failed);
        const auto closed = m_channel.connection().complete(
            [this] { return libssh2_channel_wait_closed(m_channel.native()); },
            m_channel.connection().answerDeadline());
        if (!closed)
            return passOn(closed);
        m_result.exitCode = libssh2_channel_get_exit_status(m_channel.native());
        return m_result;
    }

private:
    /// A command may think for a while before it says anything.
    Milliseconds patience() const { return m_channel.connection().timeouts().silence; }

    int step()
    {
        const qsizetype out = m_channel.readStream(0, m_result.output);
        const qsizetype err = m_channel.readStream(SSH_EXTENDED_DATA_STDERR, m_result.errors);
        if (m_result.output.size() + m_result.errors.size() > m_maxOutput)
            m_failed =
                Error{ErrorCode::Failed, Tr::tr("The command on %1 answers too much.")
                                             .arg(m_channel.connection().endpoint().hostAndPort())};
        if (out < 0 || err < 0)
            m_failed = m_channel.connection().failure(static_cast<int>(qMin(out, err)));
        if (m_failed || libssh2_channel_eof(m_channel.native()))
            return 0;
        const Result<bool> written = m_channel.writePending();
        if (!written)
            m_failed = written.error();
        if (out > 0 || err > 0 || written.value_or(false))
            m_deadline = m_channel.connection().answerDeadline() + patience();
        if (m_channel.unsent() == 0 && !m_inputEnded)
            m_inputEnded = libssh2_channel_send_eof(m_channel.native()) == 0;
        return m_failed ? 0 : LIBSSH2_ERROR_EAGAIN;
    }

    Channel &m_channel;
    qsizetype m_maxOutput;
    bool m_inputEnded = false;
    SteadyTime m_deadline;
    std::optional<Error> m_failed;
    ExecOutput m_result;
};

} // namespace

Session::Session(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::connect(const ConnectRequest &request)
{
    for (const Login::Pace pace : {Login::Pace::Hasty, Login::Pace::Patient}) {
        const auto connection = openVerified(request);
        if (!connection)
            return passOn(connection);
        Login login(**connection, request.credentials, pace, request.ask);
        const Result<void> loggedIn = login.run();
        (*connection)->isLoggedIn = loggedIn.has_value();
        if (loggedIn)
            return std::unique_ptr<Session>(new Session(*connection));
        // A key that alone is not enough: the rest must be proved on a connection that waits.
        if (pace == Login::Pace::Patient || !(*connection)->hasAskedForChannel())
            return passOn(loggedIn);
    }
    Q_UNREACHABLE();
}

Result<HostKey> Session::fetchHostKey(const ConnectRequest &request)
{
    const HostKeyCheck check(request.endpoint, request.hostKeys);
    const auto connection = Connection::open(request, check.preferredTypes());
    if (!connection)
        return passOn(connection);
    return (*connection)->hostKey();
}

const Endpoint &Session::endpoint() const
{
    return m_connection->endpoint();
}

const HostKey &Session::hostKey() const
{
    return m_connection->hostKey();
}

QString Session::serverSoftware() const
{
    return m_connection->serverSoftware();
}

QString Session::loginMethod() const
{
    return m_connection->loginMethod;
}

const Timeouts &Session::timeouts() const
{
    return m_connection->timeouts();
}

void Session::setCancel(const CancelToken &cancel)
{
    m_connection->cancel = cancel;
}

const CancelToken &Session::cancel() const
{
    return m_connection->cancel;
}

Result<std::unique_ptr<Transport>> Session::openSubsystem(const QByteArray &name)
{
    auto channel = Channel::open(m_connection);
    if (!channel)
        return passOn(channel);
    if (const Result<void> started = (*channel)->startSubsystem(name); !started)
        return passOn(started);
    return std::unique_ptr<Transport>(std::move(*channel));
}

Result<ExecOutput> Session::run(const QByteArray &command, const QByteArray &input,
                                qsizetype maxOutput)
{
    auto channel = Channel::open(m_connection);
    if (!channel)
        return passOn(channel);
    if (const Result<void> started = (*channel)->startCommand(command); !started)
        return passOn(started);
    return CommandRun(**channel, input, maxOutput).run();
}

} // namespace kakehashi::ssh
