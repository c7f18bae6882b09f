// bench_publish [--files N] [--size BYTES] [--large N] [--rtt MS] [--runs N] [--trace 1]: whole
// publishes, login and transaction included, to a throwaway OpenSSH server behind a delay line: N
// files for the first time beside `tar | ssh`; then a site of `large` files with nothing, one and
// ten changed.
#include "numbers.h"
#include "publish/sftp/sftpfiles.h"
#include "support/delayproxy.h"
#include "support/publishfixture.h"
#include "support/sshserver.h"
#include "tracedfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace kakehashi;
using namespace kakehashi::publish;
using kakehashi::bench::must;
using kakehashi::test::BuiltSite;
using kakehashi::test::Files;

namespace {

Files makeFiles(int count, int size)
{
    Files files{{QStringLiteral("index.html"), QByteArray(size, 'h')}};
    for (int i = 1; i < count; ++i)
        files.insert(QStringLiteral("d%1/f%2.html").arg(i % 40).arg(i),
                     QByteArray::number(i).leftJustified(size, 'x'));
    return files;
}

/// Puts all bytes into files, as the site folder's object store has them after a build.
void prepare(const BuiltSite &site)
{
    for (const render::OutputFile &file : site.tree().files)
        must(site.fileFor(file.hash).has_value(), file.path);
}

struct Server
{
    std::unique_ptr<ThrowawayServer> sshd = test::startServer();
    std::unique_ptr<test::DelayProxy> proxy;

    PublishParams params(const QString &name, bool delayed) const
    {
        PublishParams params;
        params.target.id = Ulid::generate();
        params.target.host = sshd->host();
        params.target.port = delayed ? proxy->port() : sshd->port();
        params.target.user = sshd->user();
        params.target.auth = Target::Auth::KeyFile;
        params.target.keyFile = sshd->clientKeyFile();
        params.target.hostKey = sshd->fingerprint();
        params.target.path = sshd->documentRoot() + u'/' + name;
        params.siteId = QStringLiteral("01SITE");
        params.author = QStringLiteral("bench");
        params.journalFolder = sshd->folder() + QStringLiteral("/traces");
        QDir().mkpath(params.target.path);
        return params;
    }
};

struct Timed
{
    qint64 ms = 0;
    int flights = 0;
};

bool tracing = false;

Timed timedPublish(const PublishParams &params, const BuiltSite &site)
{
    using Opened = Result<std::unique_ptr<RemoteFiles>>;
    const RemoteFiles *files = nullptr;
    QElapsedTimer timer;
    timer.start();
    Publisher publisher(
        params, [&](const auto &target, const auto &access, const auto &job) -> Opened {
            Opened opened = SftpFiles::open(target, access, job);
            if (!opened)
                return opened;
            if (tracing)
                std::printf("    %5lld logged in\n", static_cast<long long>(timer.elapsed()));
            auto traced = std::make_unique<bench::TracedFiles>(std::move(*opened), timer, tracing);
            files = traced.get();
            return traced;
        });
    const auto report = test::publishAll(publisher, site);
    must(report.has_value(), report ? QString() : report.error().text + report.error().detail);
    return {timer.elapsed(), files->roundTrips()};
}

qint64 tarOverSsh(const Server &server, const QString &local, const QString &remote)
{
    const QString known = server.sshd->folder() + QStringLiteral("/bench_known_hosts");
    QFile file(known);
    must(file.open(QIODevice::WriteOnly), known);
    const quint16 port = server.proxy->port();
    file.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + server.sshd->hostKeyLine() + '\n');
    file.close();
    QDir().mkpath(remote);
    const QString command =
        QStringLiteral("tar -C %1 -cf - . | ssh -F none -i %2 -o UserKnownHostsFile=%3 -o "
                       "StrictHostKeyChecking=yes -o IdentitiesOnly=yes -p %4 %5@127.0.0.1 "
                       "'tar -C %6 -xf -'")
            .arg(local, server.sshd->clientKeyFile(), known, QString::number(port),
                 server.sshd->user(), remote);
    QElapsedTimer timer;
    timer.start();
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    must(shell.waitForFinished(600000) && shell.exitCode() == 0, QStringLiteral("tar | ssh"));
    return timer.elapsed();
}

Timed median(std::vector<Timed> values)
{
    std::sort(values.begin(), values.end(),
              [](const Timed &a, const Timed &b) { return a.ms < b.ms; });
    return values.at(values.size() / 2);
}

void print(const char *what, const Timed &timed)
{
    std::printf("  %-28s %6lld ms  %3d flights after login\n", what,
                static_cast<long long>(timed.ms), timed.flights);
}

void writeLocal(const Files &files, const QString &folder)
{
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QString path = folder + u'/' + file.key();
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        must(out.open(QIODevice::WriteOnly) && out.write(file.value()) >= 0, path);
    }
}

void firstPublish(const Server &server, int files, int size, int runs)
{
    const BuiltSite site(makeFiles(files, size));
    prepare(site);
    const QString local = server.sshd->folder() + QStringLiteral("/local");
    writeLocal(site.files(), local);
    std::vector<Timed> ours;
    std::vector<Timed> tars;
    for (int i = 0; i < runs; ++i) {
        const QString name = QStringLiteral("first%1").arg(i);
        ours.push_back(timedPublish(server.params(name, true), site));
        tars.push_back(
            {tarOverSsh(server, local, server.sshd->documentRoot() + u'/' + name + u't'), 0});
    }
    print("first publish", median(ours));
    print("tar | ssh", median(tars));
    std::printf("  ratio %.2f\n", double(median(ours).ms) / double(median(tars).ms));
}

void laterPublishes(const Server &server, int files, int size, int runs)
{
    BuiltSite site(makeFiles(files, size));
    prepare(site);
    PublishParams params = server.params(QStringLiteral("large"), false);
    timedPublish(params, site);
    params.target.port = server.proxy->port();
    for (const int changes : {0, 1, 10}) {
        std::vector<Timed> timed;
        for (int run = 0; run < runs; ++run) {
            for (int i = 1; i <= changes; ++i)
                site.set(QStringLiteral("d%1/f%1.html").arg(i),
                         QByteArray::number(run * 100 + changes).leftJustified(size, 'y'));
            if (changes > 0)
                prepare(site);
            timed.push_back(timedPublish(params, site));
        }
        print(qPrintable(QStringLiteral("%1 of %2 changed").arg(changes).arg(files)),
              median(timed));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto numbers = bench::numbersFrom(app, {{QStringLiteral("files"), 2000},
                                                  {QStringLiteral("size"), 6144},
                                                  {QStringLiteral("large"), 5000},
                                                  {QStringLiteral("rtt"), 100},
                                                  {QStringLiteral("trace"), 0},
                                                  {QStringLiteral("runs"), 5}});
    const auto number = [&numbers](const char *name) { return numbers.value(QLatin1String(name)); };
    tracing = number("trace") != 0;
    Server server;
    test::DelayProxy::Line line;
    line.delayEachWay = std::chrono::milliseconds(number("rtt")) / 2;
    server.proxy = std::make_unique<test::DelayProxy>(server.sshd->port(), line);
    std::printf("%d files of %d bytes, round trip %d ms, median of %d runs\n", number("files"),
                number("size"), number("rtt"), number("runs"));
    firstPublish(server, number("files"), number("size"), number("runs"));
    laterPublishes(server, number("large"), number("size"), number("runs"));
    return 0;
}
