#pragma once

#include "base/result.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace kakehashi {

/// An OpenSSH server of our own on a loopback port, with its own host key and one authorised
/// client key, for the demo and the tests. It and its files are gone with the object.
class ThrowawayServer
{
public:
    struct Options
    {
        QString subsystem = QStringLiteral("internal-sftp"); ///< what runs for "sftp"
        QStringList hostKeyTypes = {QStringLiteral("ed25519")};
        QStringList configuration = {}; ///< lines of sshd_config that go first, and so win
    };

    /// Fails with Unsupported where OpenSSH's server is not installed, or Failed with its log.
    static Result<std::unique_ptr<ThrowawayServer>> start(const Options &options);
    static Result<std::unique_ptr<ThrowawayServer>> start() { return start(Options()); }
    ~ThrowawayServer();

    QString host() const { return QStringLiteral("127.0.0.1"); }
    quint16 port() const { return m_port; }
    QString user() const; ///< who runs this program
    QString folder() const { return m_folder.path(); }
    QString documentRoot() const { return m_folder.filePath(QStringLiteral("www")); }
    QString clientKeyFile() const { return m_folder.filePath(QStringLiteral("client")); }
    QByteArray
    hostKeyLine(const QString &type = QStringLiteral("ed25519")) const; ///< "type base64"
    QString fingerprint() const; ///< "SHA256:…" of the ed25519 or first host key
    QByteArray log() const;      ///< what sshd wrote so far

    void stop();
    Result<void> startAgain(); ///< on the same port

private:
    explicit ThrowawayServer(const Options &options) : m_options(options) {}
    Result<void> makeKeys();
    Result<void> writeConfiguration();
    Result<bool> tryToListen(); ///< false: the port is taken

    Options m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace kakehashi
