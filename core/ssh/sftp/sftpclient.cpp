#include "ssh/sftp/sftpclient.h"

#include "ssh/sftp/sftpcodec.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ssh {

namespace {

using std::chrono::steady_clock;

constexpr Milliseconds pollSlice(50);          // how late a cancelled token is noticed at most
constexpr qsizetype maxBuffered = 1024 * 1024; // enough for the line, little enough to cancel

Error silentError()
{
    return {ErrorCode::Network,
            QCoreApplication::translate("kakehashi::Sftp",
                                        "The server does not answer any more. Check the network "
                                        "connection and try again.")};
}

} // namespace

SftpClient::SftpClient(std::unique_ptr<Transport> transport)
    : m_transport(std::move(transport)), m_waitingSince(steady_clock::now())
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
    m_transport->send(sftp::encode(request, id));
    m_awaited += isAwaited ? 1 : 0;
    m_pending[id] = {std::move(handler), opens, isAwaited};
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
    for (SftpClient *other : others)
        static_cast<void>(other->pumpFor(Milliseconds(0)));
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
    const Result<void> exchanged = m_transport->exchange(m_received, wait);
    if (!exchanged) {
        // What was answered before the line broke is known, and need not be done again.
        static_cast<void>(handleIncoming());
        m_broken = exchanged.error();
        return exchanged;
    }
    if (isTooSilent()) {
        m_transport->abandon();
        m_broken = silentError();
        return tl::unexpected<Error>(*m_broken);
    }
    return {};
}

bool SftpClient::isTooSilent() const
{
    constexpr Milliseconds least(100); // a busy server's pause
    constexpr Milliseconds unknown(1000);
    Milliseconds limit = m_timeouts.silence;
    if (m_giveUp.isCancelled())
        limit = std::min(limit, m_answerTime ? least + 2 * *m_answerTime : unknown);
    const SteadyTime alive = std::max(m_waitingSince, m_transport->lastHeard());
    return steady_clock::now() - alive > limit;
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
        return fail(ErrorCode::Network,
                    QCoreApplication::translate("kakehashi::Sftp",
                                                "The server answers what was not asked. Its SFTP "
                                                "service is faulty; tell its operator."));
    const Pending pending = std::move(found->second);
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
