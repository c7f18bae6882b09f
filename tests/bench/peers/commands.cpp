// The other tools, with the command lines of publishing.md 5c.
#include "tool.h"

#include "../numbers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <unistd.h>

namespace kakehashi::bench {

void Tool::lay(const Server &, const LocalSite &site, const QString &place)
{
    copyFolder(site.folder(), place + QStringLiteral("/www"));
}

namespace {

/// What a command line needs to know.
struct Words
{
    QString site;    ///< local folder
    QString root;    ///< docroot
    QString ssh;     ///< options of OpenSSH's programs without the port
    QString scratch; ///< a folder for batch files
    QString user;
    QString port;
    QString key;
    QString known;
};

using CommandLine = QString (*)(const Words &);

QString tar(const Words &words)
{
    return QStringLiteral("tar -C %1 -cf - . | ssh %2 -p %3 %4@127.0.0.1 'tar -C %5 -xf -'")
        .arg(words.site, words.ssh, words.port, words.user, words.root);
}

QString rsync(const Words &words)
{
    return QStringLiteral("rsync -a --delete --delay-updates -e 'ssh %1 -p %2' %3/ "
                          "%4@127.0.0.1:%5/")
        .arg(words.ssh, words.port, words.site, words.user, words.root);
}

QString lftpWith(const Words &words, const QString &settings)
{
    // Its half minute of waiting before it tries again is shortened, in its favour.
    return QStringLiteral("lftp -c \"set sftp:connect-program 'ssh -a -x %1'; set "
                          "net:connection-limit 0; set sftp:max-packets-in-flight 64; set "
                          "net:reconnect-interval-base 1; %2 open -u %3,x -p %4 "
                          "sftp://127.0.0.1; mirror -R --delete --parallel=16 --no-perms %5 %6\"")
        .arg(words.ssh, settings, words.user, words.port, words.site, words.root);
}

QString lftp(const Words &words)
{
    return lftpWith(words, {});
}

QString lftpTemporary(const Words &words)
{
    return lftpWith(words, QStringLiteral("set xfer:use-temp-file yes;"));
}

QString rcloneWith(const Words &words, const QString &options)
{
    return QStringLiteral("rclone sync --quiet --config /dev/null --sftp-host 127.0.0.1 "
                          "--sftp-port %1 --sftp-user %2 --sftp-key-file %3 "
                          "--sftp-known-hosts-file %4 %5 %6 :sftp:%7")
        .arg(words.port, words.user, words.key, words.known, options, words.site, words.root);
}

QString rclone(const Words &words)
{
    return rcloneWith(words, QStringLiteral("--transfers 16 --checkers 16 --sftp-disable-hashcheck "
                                            "--sftp-concurrency 64 --sftp-chunk-size 255k"));
}

QString rcloneDefault(const Words &words)
{
    return rcloneWith(words, {});
}

QString rcloneChecksum(const Words &words)
{
    return rcloneWith(words, QStringLiteral("--checksum --transfers 16 --checkers 16"));
}

QString sftp(const Words &words)
{
    const QString batch = words.scratch + QStringLiteral("/batch");
    QFile file(batch);
    must(file.open(QIODevice::WriteOnly), batch);
    for (const QString &name : QDir(words.site).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        file.write(QStringLiteral("put -r %1/%2 %3/\n").arg(words.site, name, words.root).toUtf8());
    return QStringLiteral("sftp -q %1 -P %2 -b %3 %4@127.0.0.1")
        .arg(words.ssh, words.port, batch, words.user);
}

class Command final : public Tool
{
public:
    Command(const char *name, const char *program, bool incremental, CommandLine line)
        : Tool(QLatin1String(name), incremental), m_program(QLatin1String(program)), m_line(line)
    {}

    End run(DelayedLine &line, const LocalSite &site, const QString &place, int limitMs) override
    {
        if (QStandardPaths::findExecutable(m_program).isEmpty()) {
            say(m_program + QStringLiteral(" is not installed"));
            return End::Failed;
        }
        const Server &server = line.server();
        Words words{site.folder(),
                    place + QStringLiteral("/www"),
                    {},
                    server.sshd().folder(),
                    server.user(),
                    QString::number(line.port()),
                    server.sshd().clientKeyFile(),
                    server.knownHostsFile()};
        words.ssh = QStringLiteral("-F none -i %1 -o UserKnownHostsFile=%2 -o "
                                   "StrictHostKeyChecking=yes -o IdentitiesOnly=yes -o "
                                   "IdentityAgent=none -o BatchMode=yes")
                        .arg(words.key, words.known);
        return execute(m_line(words), words.scratch, limitMs);
    }

private:
    /// In a session of its own, so that all it started ends with it; nobody's settings are read.
    End execute(const QString &commandLine, const QString &home, int limitMs)
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home);
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.setChildProcessModifier([] { ::setsid(); });
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), commandLine});
        must(shell.waitForStarted(), QStringLiteral("sh"));
        const auto group = pid_t(shell.processId());
        const bool ended = shell.waitForFinished(limitMs);
        if (!ended) {
            ::kill(-group, SIGKILL);
            shell.waitForFinished();
        }
        say(QString::fromLocal8Bit(shell.readAll()).left(300).simplified());
        if (!ended)
            return End::TooLong;
        return shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0 ? End::Done
                                                                                   : End::Failed;
    }

    QString m_program;
    CommandLine m_line;
};

} // namespace

Tools allTools()
{
    Tools tools;
    tools.push_back(ourselves());
    const auto add = [&tools](const char *name, const char *program, bool incremental,
                              CommandLine line) {
        tools.push_back(std::make_unique<Command>(name, program, incremental, line));
    };
    add("tar", "tar", false, tar);
    add("rsync", "rsync", true, rsync);
    add("lftp", "lftp", true, lftp);
    add("rclone", "rclone", true, rclone);
    add("sftp", "sftp", false, sftp);
    add("lftp-temp", "lftp", true, lftpTemporary);
    add("rclone-default", "rclone", true, rcloneDefault);
    add("rclone-checksum", "rclone", true, rcloneChecksum);
    return tools;
}

} // namespace kakehashi::bench
