#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// What the real program did, as a script sees it.
struct CliRun
{
    int code = -1;
    QJsonObject json; ///< empty without --json
    QString out;
    QString err;
};

/// Runs the real program in English and without the keychain of whoever runs the tests. The event
/// loop goes on meanwhile, and with it servers of the test. `key`: the manifest's, for the
/// environment.
inline CliRun runCli(const QStringList &arguments, const QString &key = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    if (!key.isEmpty())
        environment.insert(QStringLiteral("KAKEHASHI_MANIFEST_KEY"), key);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(KAKEHASHI_BIN_DIR "/kakehashi-cli"), arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000))
        qFatal("kakehashi-cli did not end");
    CliRun run{process.exitCode(),
               {},
               QString::fromUtf8(process.readAllStandardOutput()),
               QString::fromUtf8(process.readAllStandardError())};
    run.json = QJsonDocument::fromJson(run.out.toUtf8()).object();
    return run;
}

/// A site that may be published has a home page.
inline void approveHome(const QString &site, const QString &folder)
{
    QFile body(folder + QStringLiteral("/home.md"));
    if (!body.open(QIODevice::WriteOnly) || body.write("ようこそ。\n") < 0)
        qFatal("%s", qPrintable(body.errorString()));
    body.close();
    const CliRun run =
        runCli({QStringLiteral("page"), QStringLiteral("set"), site, QStringLiteral("/"),
                QStringLiteral("--title"), QStringLiteral("みやぎ"), QStringLiteral("--body"),
                body.fileName(), QStringLiteral("--approve")});
    if (run.code != 0)
        qFatal("%s", qPrintable(run.err));
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
