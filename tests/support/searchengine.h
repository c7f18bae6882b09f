#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace kakehashi::test {

/// A search engine's ear on a free port of this machine: answers as it is told and remembers what
/// it heard. Lives on the event loop of its thread.
class SearchEngine : public QTcpServer
{
public:
    SearchEngine()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { hear(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/indexnow").arg(serverPort()));
    }

    /// Status lines, one a request; the last one holds on. Empty: it never answers.
    QByteArrayList answers{"200 OK"};
    QList<QJsonObject> heard;
    QByteArray head; ///< of the latest request

private:
    void hear(QTcpSocket &socket)
    {
        QByteArray &text = m_read[&socket];
        text += socket.readAll();
        const auto end = text.indexOf("\r\n\r\n");
        const QByteArray lower = text.left(std::max<qsizetype>(end, 0)).toLower();
        const auto at = lower.indexOf("content-length: ");
        if (end < 0 || at < 0)
            return;
        const auto length = lower.mid(at + 16).split('\r').first().toLongLong();
        if (text.size() - end - 4 < length)
            return;
        head = text.left(end);
        heard.append(QJsonDocument::fromJson(text.mid(end + 4)).object());
        m_read.remove(&socket);
        const QByteArray answer = answers.size() > 1 ? answers.takeFirst() : answers.value(0);
        if (answer.isEmpty())
            return;
        socket.write("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> m_read;
};

} // namespace kakehashi::test
