#include "line.h"

#include "../numbers.h"

#include <QFile>

namespace kakehashi::bench {
namespace {

test::DelayProxy::Line lineOf(int roundTripMs)
{
    test::DelayProxy::Line line;
    line.delayEachWay = std::chrono::milliseconds(roundTripMs) / 2;
    return line;
}

} // namespace

Server::Server() : m_sshd(test::startServer()), m_user(m_sshd->user()) {}

void Server::know(quint16 port) const
{
    QFile file(knownHostsFile());
    must(file.open(QIODevice::WriteOnly), file.fileName());
    file.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + m_sshd->hostKeyLine() + '\n');
}

DelayedLine::DelayedLine(const Server &server, int roundTripMs)
    : m_server(server), m_proxy(server.sshd().port(), lineOf(roundTripMs))
{
    server.know(port());
}

} // namespace kakehashi::bench
