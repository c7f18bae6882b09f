#include "ssh/sftp/sftpclient.h"

#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ssh {

namespace {

using std::chrono::steady_clock;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sftp)
};

constexpr Milliseconds pollSlice(50);          // how late a cancelled token is noticed at most
constexpr qsizetype maxBuffered = 1024 * 1024; // enough for the line, little enough to cancel

constexpr qint64 slowestPace = 64; // bytes a millisecond that a server must move
constexpr Milliseconds mostForWork(300'000);

} // namespace

SftpClient::SftpClient(std::unique_ptr<Transport> transport)
    : m_transport(std::move(transport))
    , m_waitingSince(steady_clock::now())
    , m_answeredAt(m_waitingSince)
    , m_bytesAt(m_waitingSince)
{}

SftpClient::~SftpClient() = default;

Result<std::unique_ptr<SftpClient>> SftpClient::open(Session &session)
{
    auto client = openEarly(session);
    if (!client)
        return client;
    if (const Result<void> ready = (*client)->awaitCapabilities(); !ready)
        return passOn(ready);
    return client;
}

Result<std::unique_ptr<SftpClient>> SftpClient::openEarly(Session &session)
{
    auto transport = session.openSubsystem(QByteArrayLiteral("sftp"));
    if (!transport)
        return passOn(transport);
    auto client = start(std::move(*transport), session.cancel(), session.timeouts());
    // OpenSSH works its requests off one after the other, INIT first; of others nobody knows.
    const bool isKnown = session.serverSoftware().startsWith(QLatin1String("OpenSSH_"));
    if (client && !isKnown) {
        if (const Result<void> ready = (*client)->awaitCapabilities(); !ready)
            return passOn(ready);
    }
    return client;
}

Result<std::unique_ptr<SftpClient>> SftpClient::open(std::unique_ptr<Transport> transport,
                                                     const CancelToken &cancel,
                                                     const Timeouts &timeouts)
{
    auto client = start(std::move(transport), cancel, timeouts);
    if (!client)
        return client;
    if (const Result<void> ready = (*client)->awaitCapabilities(); !ready)
        return passOn(ready);
    return client;
}

Result<std::unique_ptr<SftpClient>> SftpClient::start(std::unique_ptr<Transport> transport,
                                                      const CancelToken &cancel,
                                                      const Timeouts &timeouts)
{
    std::unique_ptr<SftpClient> client(new SftpClient(std::move(transport)));
    client->m_cancel = cancel;
    client->m_timeouts = timeouts;
    client->m_transport->send(sftp::encodeInit());
    return client;
}

Result<void> SftpClient::awaitCapabilities()
{
    while (m_versionDue) {
        if (const Result<void> pumped = pump(); !pumped)
            return pumped;
    }
    return {};
}

Result<void> SftpClient::takeVersion(QByteArrayView packet)
{
    const Result<Capabilities> capabilities = sftp::decodeVersion(packet);
    if (!capabilities)
        return passOn(capabilities);
    m_capabilities = *capabilities;
    m_versionDue = false;
    m_answeredAt = steady_clock::now();
    if (m_capabilities.limits)
        askLimits();
    return {};
}

/// Nobody waits for the answer: it refines the capabilities when it comes, and costs no round trip.
void SftpClient::askLimits()
{
    const auto apply = [this](const Result<SftpReply> &reply) {
        const auto *data = reply ? std::get_if<ExtendedReply>(&*reply) : nullptr;
        if (data)
            sftp::applyLimits(data->data, &m_capabilities);
    };
    transmit(sftp::limits(), apply, false);
}

void SftpClient::setCancel(const CancelToken &cancel)
{
    m_cancel = cancel;
    m_waitingSince = steady_clock::now();
}

bool SftpClient::wantsMore() const
{
    return m_queue.empty() && m_transport->unsent() < maxBuffered;
}

void SftpClient::submit(SftpRequest request, Handler handler)
{
    const std::optional<Error> &dead = m_givingUp ? m_givingUp : m_broken;
    const bool cleansUp = request.type == SftpType::Close && !m_broken;
    if (dead && !cleansUp) {
        if (handler)
            handler(tl::unexpected<Error>(*dead));
        return;
    }
    m_queue.push_back({std::move(request), std::move(handler)});
    feedTransport();
}

void SftpClient::feedTransport()
{
    while (!m_queue.empty() && m_transport->unsent() < maxBuffered) {
        Queued next = std::move(m_queue.front());
        m_queue.pop_front();
        if (m_awaited == 0) {
            m_waitingSince = steady_clock::now();
            m_isTiming = true;
        }
        const bool isAwaited = bool(next.handler);
        transmit(std::move(next.request), std::move(next.handler), isAwaited);
    }
}

void SftpClient::transmit(SftpRequest request, Handler handler, bool isAwaited)
{
    const quint32 id = m_nextId++;
    const bool opens = request.type == SftpType::Open || request.type == SftpType::OpenDir;
    const qint64 work = request.work;
    m_transport->send(sftp::encode(request, id));
    m_awaited += isAwaited ? 1 : 0;
    m_pending[id] = {std::move(handler), opens, isAwaited, work};
    ++m_requestCount;
}

Result<void> SftpClient::flush()
{
    while (m_awaited > 0 || !m_queue.empty()) {
        if (const Result<void> pumped = pump(); !pumped)
            return pumped;
    }
    return m_broken ? Result<void>(tl::unexpected<Error>(*m_broken)) : Result<void>();
}

Result<void> SftpClient::pump()
{
    return pumpFor(pollSlice);
}

/// Whoever reads takes in what has come for all, so nobody waits before all have looked.
Result<void> SftpClient::pumpWith(std::span<SftpClient *const> others)
{
    if (others.empty())
        return pump();
    const SteadyTime before = m_transport->lastHeard();
    Result<void> pumped = pumpFor(Milliseconds(0));
    for (SftpClient *other : others) {
        // They share one line: what one has got was in front of what the other waits for.
        other->m_answeredAt = m_answeredAt = std::max(m_answeredAt, other->m_answeredAt);
        static_cast<void>(other->pumpFor(Milliseconds(0)));
    }
    if (pumped && m_transport->lastHeard() == before)
        m_transport->waitForTraffic(pollSlice);
    return pumped;
}

Result<void> SftpClient::pumpFor(Milliseconds wait)
{
    if (m_broken)
        return tl::unexpected<Error>(*m_broken);
    feedTransport();
    if (m_awaited == 0 && !m_versionDue)
        m_waitingSince = steady_clock::now(); // a server that owes nothing may be silent
    Result<void> outcome = step(wait);
    if (outcome) {
        outcome = handleIncoming();
        if (outcome && isOverdue()) {
            outcome = tl::unexpected<Error>(overdueError());
            m_transport->abandon();
        }
        if (!outcome)
            m_broken = outcome.error();
    }
    if (!outcome)
        giveUp(outcome.error());
    return outcome;
}

Result<void> SftpClient::step(Milliseconds wait)
{
    if (m_cancel.isCancelled())
        return cancelled();
    const qsizetype before = m_received.size();
    const Result<void> exchanged = m_transport->exchange(m_received, wait);
    if (m_received.size() != before)
        m_bytesAt = steady_clock::now();
    if (!exchanged) {
        // What was answered before the line broke is known, and need not be done again.
        static_cast<void>(handleIncoming());
        m_broken = exchanged.error();
        return exchanged;
    }
    return {};
}

/// Not even a sign of life comes that the connection as a whole was asked for.
bool SftpClient::isLineDead() const
{
    const auto since = m_transport->unansweredSince();
    return since && steady_clock::now() - std::max(*since, m_waitingSince) > m_timeouts.silence;
}

/// As long as the line is alive, only answers count: sshd goes on answering keep-alives while the
/// SFTP process behind it hangs.
bool SftpClient::isOverdue() const
{
    if (isLineDead())
        return true;
    constexpr Milliseconds least(100); // a busy server's pause
    constexpr Milliseconds unknown(1000);
    const SteadyTime now = steady_clock::now();
    if (m_giveUp.isCancelled()) {
        const Milliseconds limit = m_answerTime ? least + 2 * *m_answerTime : unknown;
        if (now - std::max(m_waitingSince, m_bytesAt) > limit)
            return true;
    }
    const auto waited = now - std::max(m_waitingSince, m_answeredAt);
    return waited > m_timeouts.silence && waited > patience();
}

/// How long the answer that is due may take: longer where much is to be moved for it.
Milliseconds SftpClient::patience() const
{
    if (m_versionDue) // a login script may run before
        return std::max(m_timeouts.connect, m_timeouts.silence);
    qint64 most = 0;
    for (const auto &[id, pending] : m_pending)
        most = pending.isAwaited ? std::max(most, pending.work) : most;
    return m_timeouts.silence + std::min(Milliseconds(most / slowestPace), mostForWork);
}

Error SftpClient::overdueError() const
{
    const auto seconds = [](SteadyTime::duration time) {
        return int(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    };
    const SteadyTime now = steady_clock::now();
    const auto waited = now - std::max(m_waitingSince, m_answeredAt);
    if (isLineDead() || now - m_transport->lastHeard() >= waited)
        return {ErrorCode::Network, Tr::tr("The server does not answer any more. Check the network "
                                           "connection and try again.")};
    return stuckService(
        Tr::tr("The server is still there, but its SFTP service has not answered for %n s: it "
               "is stuck. Try again later; when it stays so, tell the server's operator.",
               nullptr, seconds(waited)));
}

Result<void> SftpClient::handleIncoming()
{
    qsizetype offset = 0;
    for (;;) {
        const auto packet = sftp::nextPacket(m_received, &offset);
        if (!packet)
            return passOn(packet);
        if (!*packet)
            break;
        const Result<void> taken = m_versionDue ? takeVersion(**packet) : dispatch(**packet);
        if (!taken)
            return taken;
    }
    m_received.remove(0, offset);
    return {};
}

Result<void> SftpClient::dispatch(QByteArrayView packet)
{
    Result<sftp::NumberedReply> numbered = sftp::decodeReply(packet);
    if (!numbered)
        return passOn(numbered);
    const auto found = m_pending.find(numbered->id);
    if (found == m_pending.end())
        return tl::unexpected<Error>(
            protocolFault(Tr::tr("The server answers what was not asked. Its SFTP service is "
                                 "faulty; tell its operator.")));
    const Pending pending = std::move(found->second);
    m_answeredAt = steady_clock::now();
    if (pending.isAwaited && std::exchange(m_isTiming, false)) {
        const auto took =
            std::chrono::duration_cast<Milliseconds>(steady_clock::now() - m_waitingSince);
        m_answerTime = std::min(m_answerTime.value_or(took), took);
    }
    m_pending.erase(found);
    m_awaited -= pending.isAwaited ? 1 : 0;
    if (pending.handler) {
        pending.handler(Result<SftpReply>(std::move(numbered->reply)));
    } else if (pending.opens) {
        if (const auto *handle = std::get_if<HandleReply>(&numbered->reply))
            submit(sftp::close(handle->handle, {}), {});
    }
    return {};
}

/// Tells everybody who waits. The connection itself may go on (after a cancel), so answers that
/// still arrive must find their number.
void SftpClient::giveUp(const Error &error)
{
    m_givingUp = error;
    const std::deque<Queued> queue = std::move(m_queue);
    m_queue.clear();
    std::vector<Handler> waiting;
    for (auto &[id, pending] : m_pending) {
        if (pending.handler)
            waiting.push_back(std::exchange(pending.handler, {}));
        pending.isAwaited = false;
    }
    m_awaited = 0;
    if (m_broken)
        m_pending.clear();
    for (const Handler &handler : waiting)
        handler(tl::unexpected<Error>(error));
    for (const Queued &queued : queue) {
        if (queued.handler)
            queued.handler(tl::unexpected<Error>(error));
    }
    m_givingUp.reset();
}

} // namespace kakehashi::ssh
