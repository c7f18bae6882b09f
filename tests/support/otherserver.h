#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace kakehashi::test {

/// An SFTP server that is not OpenSSH, on a free loopback port, for whoever runs the test.
class OtherServer
{
public:
    enum class Kind { ProFtpd, AsyncSsh };

    /// Null where it is not installed; ends the test program when it is and does not start.
    static std::unique_ptr<OtherServer> start(Kind kind);
    ~OtherServer();

    quint16 port() const { return m_port; }
    QString user() const;
    QString clientKeyFile() const { return m_folder.filePath(QStringLiteral("client")); }
    QString fingerprint() const;
    QString documentRoot() const { return m_folder.filePath(QStringLiteral("www")); }

private:
    OtherServer();
    void makeKeys() const;
    bool launch(Kind kind);
    QStringList proFtpd() const;
    QStringList asyncSsh() const;
    bool answers();

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace kakehashi::test
