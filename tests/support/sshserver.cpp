#include "sshserver.h"

#include <QFile>

namespace kakehashi::test {

QString sftpServerProgram()
{
    const QStringList places{QStringLiteral("/usr/lib/openssh/sftp-server"),
                             QStringLiteral("/usr/lib/ssh/sftp-server"),
                             QStringLiteral("/usr/libexec/openssh/sftp-server"),
                             QStringLiteral("/usr/libexec/sftp-server")};
    for (const QString &place : places) {
        if (QFile::exists(place))
            return place;
    }
    qFatal("OpenSSH's sftp-server is not installed");
}

QString faultySftpProgram()
{
    return QStringLiteral(KAKEHASHI_BIN_DIR "/faulty-sftp");
}

QString writeRules(const QString &folder, const QByteArray &rules)
{
    const QString path = folder + QStringLiteral("/faults");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(rules) != rules.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

ThrowawayServer::Options faultyOptions(const QString &folder, const QByteArray &rules)
{
    ThrowawayServer::Options options;
    options.subsystem = faultySftpProgram() + QLatin1Char(' ') + writeRules(folder, rules);
    return options;
}

std::unique_ptr<ThrowawayServer> startServer(const ThrowawayServer::Options &options)
{
    auto server = ThrowawayServer::start(options);
    if (!server)
        qFatal("%s", qPrintable(server.error().text));
    return std::move(*server);
}

ssh::ConnectRequest requestFor(const ThrowawayServer &server, quint16 port)
{
    ssh::ConnectRequest request;
    request.endpoint = {server.host(), port ? port : server.port(), server.user()};
    request.credentials.keyFile = server.clientKeyFile();
    request.hostKeys.pinned = server.fingerprint();
    return request;
}

} // namespace kakehashi::test
