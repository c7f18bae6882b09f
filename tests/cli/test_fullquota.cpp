#include "clirun.h"

#include "support/sshserver.h"

#include <QDir>
#include <QTemporaryDir>

/// An account whose quota is full, which no free space shows, as a script meets it.
class TestFullQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftWhereIsSaid()
    {
        const QTemporaryDir folder;
        const QString site = folder.filePath(u"site"_qs);
        const auto server = kakehashi::test::startServer(
            kakehashi::test::faultyOptions(folder.path(), "denypath WRITE .part 4\n"));
        QCOMPARE(runCli({u"site"_qs, u"new"_qs, site}).code, 0);
        approveHome(site, folder.path());
        QCOMPARE(runCli({u"target"_qs, u"add"_qs, site, u"www"_qs, u"--host"_qs, server->host(),
                         u"--port"_qs, QString::number(server->port()), u"--user"_qs,
                         server->user(), u"--path"_qs, server->documentRoot(), u"--key"_qs,
                         server->clientKeyFile(), u"--host-key"_qs, server->fingerprint()})
                     .code,
                 0);
        const CliRun run = runCli({u"publish"_qs, site, u"--target"_qs, u"www"_qs, u"--yes"_qs});
        QCOMPARE(run.code, 1);
        for (const QString &words : {u"quota"_qs, u"unchanged"_qs, u"removed again"_qs})
            QVERIFY2(run.err.contains(words), qPrintable(run.err));
        const QString control = QFileInfo(server->documentRoot()).path() + u"/.kakehashi-www"_qs;
        QVERIFY(QDir(control).exists());
        QCOMPARE(QDir(control + u"/stage"_qs).entryList(QDir::Files), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestFullQuota)
#include "test_fullquota.moc"
