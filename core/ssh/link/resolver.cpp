#include "ssh/link/resolver.h"

#include <QCoreApplication>

#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

namespace kakehashi::ssh {

namespace {

struct Lookup
{
    std::mutex mutex;
    std::condition_variable answered;
    bool done = false;
    int code = 0;
    std::vector<SocketAddress> addresses;
};

int lookUp(const QByteArray &host, const QByteArray &port, int flags,
           std::vector<SocketAddress> *addresses)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags;
    addrinfo *found = nullptr;
    const int code = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    for (const addrinfo *item = found; code == 0 && item; item = item->ai_next) {
        SocketAddress address;
        if (item->ai_addrlen > sizeof address.storage)
            continue;
        std::memcpy(&address.storage, item->ai_addr, item->ai_addrlen);
        address.length = static_cast<socklen_t>(item->ai_addrlen);
        addresses->push_back(address);
    }
    if (found)
        freeaddrinfo(found);
    return code;
}

tl::unexpected<Error> notFound(const QString &host, const QString &reason)
{
    return fail(ErrorCode::Network,
                QCoreApplication::translate("kakehashi::Ssh",
                                            "The server name “%1” could not be found. Check the "
                                            "spelling and this computer's network connection.")
                    .arg(host),
                reason);
}

} // namespace

Result<std::vector<SocketAddress>> resolve(const QString &host, quint16 port, SteadyTime deadline,
                                           const CancelToken &cancel)
{
    const QByteArray name = host.toUtf8();
    const QByteArray service = QByteArray::number(port);
    std::vector<SocketAddress> addresses;
    if (lookUp(name, service, AI_NUMERICHOST, &addresses) == 0)
        return addresses;

    const auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, name, service] {
        std::vector<SocketAddress> found;
        const int code = lookUp(name, service, 0, &found);
        const std::scoped_lock lock(lookup->mutex);
        lookup->code = code;
        lookup->addresses = std::move(found);
        lookup->done = true;
        lookup->answered.notify_one();
    }).detach();

    std::unique_lock lock(lookup->mutex);
    while (!lookup->done) {
        lookup->answered.wait_for(lock, Milliseconds(50));
        if (cancel.isCancelled())
            return cancelled();
        if (!lookup->done && std::chrono::steady_clock::now() > deadline)
            return notFound(host, QStringLiteral("name server did not answer"));
    }
    if (lookup->code != 0 || lookup->addresses.empty())
        return notFound(host, QString::fromLocal8Bit(gai_strerror(lookup->code)));
    return lookup->addresses;
}

} // namespace kakehashi::ssh
