#include "ui/mainwindow/windowcall.h"

#include "base/account.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace kakehashi::ui {
namespace {

constexpr int patience = 1500; ///< ms; a window that is stopped does not answer

/// One for each person and site: short enough for every system's limit on names.
QString serverName(const QString &folder)
{
    const QString place = QFileInfo(folder).canonicalFilePath();
    const QByteArray key = (accountName() + u'\n' + place).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    return QStringLiteral("kakehashi-") + QString::fromLatin1(hash.toHex().left(32));
}

/// Tells once, whatever comes first: the answer, a failure, or the end of patience.
class Caller final : public QObject
{
public:
    Caller(QObject *parent, std::function<void(bool)> done)
        : QObject(parent), m_done(std::move(done))
    {
        connect(&m_socket, &QLocalSocket::readyRead, this, [this] { finish(true); });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { finish(false); });
        QTimer::singleShot(patience, this, [this] { finish(false); });
    }
    void call(const QString &name) { m_socket.connectToServer(name); }

private:
    void finish(bool answered)
    {
        if (const auto done = std::exchange(m_done, {})) {
            deleteLater();
            done(answered);
        }
    }

    QLocalSocket m_socket;
    std::function<void(bool)> m_done;
};

} // namespace

WindowCall::WindowCall(QObject *parent) : QObject(parent), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &WindowCall::answer);
}

WindowCall::~WindowCall() = default;

void WindowCall::listen(const QString &folder)
{
    m_server->close();
    if (folder.isEmpty())
        return;
    // The lock is ours, so a socket of this name was left by a program that died. Where it cannot
    // be made, a second window says where the first one is, as before.
    const QString name = serverName(folder);
    QLocalServer::removeServer(name);
    static_cast<void>(m_server->listen(name));
}

void WindowCall::answer()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->write("here\n");
        socket->flush();
        Q_EMIT called();
    }
}

void WindowCall::bringToFront(const QString &folder, QObject *context,
                              std::function<void(bool)> done)
{
    (new Caller(context, std::move(done)))->call(serverName(folder));
}

} // namespace kakehashi::ui
