// bench_upload [--files N] [--size BYTES] [--rtt MS] [--runs N]: N small files to a throwaway
// OpenSSH server behind a delay line, staged and renamed into place, beside `tar | ssh` on the
// same line, which is the least that any tool can need but leaves a half-written site when it dies.
#include "numbers.h"
#include "ssh/sftp/sftpclient.h"
#include "support/delayproxy.h"
#include "support/sshserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace kakehashi;
using namespace kakehashi::ssh;
using kakehashi::bench::must;

namespace {

struct Run
{
    qint64 connect = 0;
    qint64 stage = 0;
    qint64 rename = 0;
    qint64 total() const { return connect + stage + rename; }
};

QString nameOf(int i)
{
    return QStringLiteral("d%1/f%2").arg(QString::number(i % 40), QString::number(i));
}

void makeFiles(const QString &folder, int count, int size)
{
    for (int i = 0; i < count; ++i) {
        QDir().mkpath(folder + QStringLiteral("/d%1").arg(i % 40));
        QFile file(folder + QLatin1Char('/') + nameOf(i));
        QByteArray bytes = QByteArray::number(i).leftJustified(size, 'x');
        must(file.open(QIODevice::WriteOnly) && file.write(bytes) == size, file.errorString());
    }
}

Run ours(const ThrowawayServer &server, quint16 port, const QString &local, int count, int size,
         const QString &remote)
{
    Run run;
    QElapsedTimer timer;
    timer.start();
    const auto session = Session::connect(test::requestFor(server, port));
    must(session.has_value(), session ? QString() : session.error().text + session.error().detail);
    const auto client = SftpClient::open(**session);
    must(client.has_value(), client ? QString() : client.error().text);
    run.connect = timer.restart();

    QStringList folders{remote, remote + QStringLiteral("/stage")};
    for (int i = 0; i < 40; ++i)
        folders << remote + QStringLiteral("/d%1").arg(i);
    must(!firstFailure((*client)->mkdirAll(folders)), QStringLiteral("mkdir"));
    std::vector<UploadItem> items;
    std::vector<RenameItem> renames;
    for (int i = 0; i < count; ++i) {
        UploadItem item;
        item.localFile = local + QLatin1Char('/') + nameOf(i);
        item.remotePath = remote + QStringLiteral("/stage/%1").arg(i);
        item.size = size;
        item.mtime = 1700000000;
        items.push_back(item);
        renames.push_back({item.remotePath, remote + QLatin1Char('/') + nameOf(i)});
    }
    must(!firstFailure((*client)->uploadAll(items)), QStringLiteral("upload"));
    run.stage = timer.restart();
    must(!firstFailure((*client)->renameAll(renames, RenameMode::Replace)),
         QStringLiteral("rename"));
    run.rename = timer.elapsed();
    return run;
}

qint64 tarOverSsh(const ThrowawayServer &server, quint16 port, const QString &local,
                  const QString &remote)
{
    const QString known = server.folder() + QStringLiteral("/bench_known_hosts");
    QFile file(known);
    must(file.open(QIODevice::WriteOnly), known);
    file.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + server.hostKeyLine() + '\n');
    file.close();
    QDir().mkpath(remote);
    const QString command =
        QStringLiteral("tar -C %1 -cf - . | ssh -F none -i %2 -o UserKnownHostsFile=%3 -o "
                       "StrictHostKeyChecking=yes -o IdentitiesOnly=yes -p %4 %5@127.0.0.1 'tar "
                       "-C %6 -xf -'")
            .arg(local, server.clientKeyFile(), known, QString::number(port), server.user(),
                 remote);
    QElapsedTimer timer;
    timer.start();
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    must(shell.waitForFinished(600000) && shell.exitCode() == 0, QStringLiteral("tar | ssh"));
    return timer.elapsed();
}

template <typename Value, typename Key>
Value median(std::vector<Value> values, Key key)
{
    std::sort(values.begin(), values.end(),
              [&](const Value &a, const Value &b) { return key(a) < key(b); });
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto numbers = bench::numbersFrom(app, {{QStringLiteral("files"), 2000},
                                                  {QStringLiteral("size"), 6144},
                                                  {QStringLiteral("rtt"), 100},
                                                  {QStringLiteral("runs"), 5}});
    const int files = numbers.value(QStringLiteral("files"));
    const int size = numbers.value(QStringLiteral("size"));
    const int rtt = numbers.value(QStringLiteral("rtt"));
    const int runs = numbers.value(QStringLiteral("runs"));

    const auto server = test::startServer();
    test::DelayProxy::Line line;
    line.delayEachWay = std::chrono::milliseconds(rtt) / 2;
    const test::DelayProxy proxy(server->port(), line);
    const QString local = server->folder() + QStringLiteral("/local");
    makeFiles(local, files, size);

    std::vector<Run> mine;
    std::vector<qint64> tars;
    for (int i = 0; i < runs; ++i) {
        const QString remote = server->documentRoot() + QStringLiteral("/%1").arg(i);
        mine.push_back(ours(*server, proxy.port(), local, files, size, remote));
        tars.push_back(tarOverSsh(*server, proxy.port(), local, remote + QStringLiteral("-tar")));
    }
    const Run best = median(mine, [](const Run &run) { return run.total(); });
    const qint64 tar = median(tars, [](qint64 value) { return value; });
    std::printf("%d files of %d bytes, round trip %d ms, median of %d runs\n", files, size, rtt,
                runs);
    std::printf("  kakehashi  %5lld ms (login %lld, stage %lld, rename %lld)\n",
                static_cast<long long>(best.total()), static_cast<long long>(best.connect),
                static_cast<long long>(best.stage), static_cast<long long>(best.rename));
    std::printf("  tar | ssh  %5lld ms\n  ratio %.2f\n", static_cast<long long>(tar),
                double(best.total()) / double(tar));
    return 0;
}
