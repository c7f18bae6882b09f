#include "servedplace.h"

#include "publish/sftp/sftpfiles.h"

#include <QDir>

#include <netinet/in.h>
#include <sys/socket.h>

namespace kakehashi::test {

using namespace publish;

namespace {

std::unique_ptr<ThrowawayServer> serverFor(const QString &folder, const QByteArray &rules,
                                           const QStringList &configuration)
{
    ThrowawayServer::Options options;
    if (!rules.isEmpty())
        options = faultyOptions(folder, rules);
    options.configuration = configuration;
    return startServer(options);
}

class Watched final : public RemoteFiles
{
public:
    Watched(std::unique_ptr<RemoteFiles> real, BatchWatcher watcher)
        : m_real(std::move(real)), m_watcher(std::move(watcher))
    {}

    Features features() const override { return m_real->features(); }
    ServerFacts server() const override { return m_real->server(); }
    Result<Outcomes> run(const Batch &batch, const JobContext &context) override
    {
        m_watcher(batch);
        return m_real->run(batch, context);
    }
    void setGiveUp(const CancelToken &cancel) override { m_real->setGiveUp(cancel); }
    Result<QString> resolve(const QString &path) override { return m_real->resolve(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_real->freeBytes(path); }
    int roundTrips() const override { return m_real->roundTrips(); }

private:
    std::unique_ptr<RemoteFiles> m_real;
    BatchWatcher m_watcher;
};

} // namespace

ServedPlace::ServedPlace(const QByteArray &rules, const QStringList &configuration)
    : server(serverFor(outside.path(), rules, configuration))
{}

void ServedPlace::setRules(const QByteArray &rules) const
{
    writeRules(outside.path(), rules);
}

PublishParams ServedPlace::params(const QString &machine, quint16 port) const
{
    PublishParams params = place.params(machine);
    params.target.kind = Target::Kind::Sftp;
    params.target.host = server->host();
    params.target.port = port ? port : server->port();
    params.target.user = server->user();
    params.target.auth = Target::Auth::KeyFile;
    params.target.keyFile = server->clientKeyFile();
    params.target.hostKey = server->fingerprint();
    return params;
}

void ServedPlace::publishLinked(int number) const
{
    Publisher publisher(place.params());
    if (const auto report = publishAll(publisher, BuiltSite(linkedState(number))); !report)
        qFatal("%s", qPrintable(report.error().text));
}

void ServedPlace::writeForeign() const
{
    const Files theirs = foreignFiles();
    for (auto file = theirs.begin(); file != theirs.end(); ++file)
        place.write(file.key(), file.value());
}

Connector impatientConnector(const ThrowawayServer &server, quint16 port,
                             const ssh::Timeouts &timeouts, const BatchWatcher &watcher)
{
    ssh::ConnectRequest request = requestFor(server, port);
    request.timeouts = timeouts;
    return [request, watcher](const Target &, const Access &,
                              const JobContext &context) -> Result<std::unique_ptr<RemoteFiles>> {
        ssh::ConnectRequest mine = request;
        mine.cancel = context.cancel;
        auto session = ssh::Session::connect(mine);
        if (!session)
            return passOn(session);
        auto client = ssh::SftpClient::open(**session);
        if (!client)
            return passOn(client);
        std::unique_ptr<RemoteFiles> files =
            std::make_unique<SftpFiles>(std::move(*session), std::move(*client));
        if (watcher)
            files = std::make_unique<Watched>(std::move(files), watcher);
        return files;
    };
}

int shrinkSendBuffers(quint16 peerPort)
{
    int shrunk = 0;
    for (int file = 3; file < 1024; ++file) {
        sockaddr_in peer{};
        socklen_t length = sizeof peer;
        if (getpeername(file, reinterpret_cast<sockaddr *>(&peer), &length) != 0 ||
            ntohs(peer.sin_port) != peerPort)
            continue;
        const int bytes = 4096;
        shrunk += setsockopt(file, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes) == 0 ? 1 : 0;
    }
    return shrunk;
}

} // namespace kakehashi::test
