#include "clirun.h"

#include <QDir>
#include <QTemporaryDir>

/// What the command line says to whoever has to go on from there.
class TestWords : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_site;

    QStringList publishing() const
    {
        return {u"publish"_qs, m_site, u"--target"_qs, u"www"_qs, u"--yes"_qs};
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.filePath(u"www"_qs));
        m_site = m_folder.filePath(u"site"_qs);
        QCOMPARE(runCli({u"site"_qs, u"new"_qs, m_site}).code, 0);
        approveHome(m_site, m_folder.path());
        QCOMPARE(runCli({u"target"_qs, u"add"_qs, m_site, u"www"_qs, u"--local"_qs,
                         m_folder.filePath(u"www"_qs)})
                     .code,
                 0);
    }

    void aGuardSaysWhatToType()
    {
        QFile theirs(m_folder.filePath(u"www/theirs.html"_qs));
        QVERIFY(theirs.open(QIODevice::WriteOnly));
        theirs.close();
        const QString option = u"--confirm publish-foreign-files"_qs;
        const CliRun planned = runCli(publishing() + QStringList{u"--dry-run"_qs});
        QCOMPARE(planned.code, 3);
        QVERIFY2(planned.out.contains(option), qPrintable(planned.out));
        const CliRun refused = runCli(publishing());
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains(option), qPrintable(refused.err));
        QCOMPARE(runCli(publishing() + option.split(u' ')).code, 0);
    }

    /// In every look, so that a script that watches hears of it.
    void aServerThatWentBackIsAConflict()
    {
        QCOMPARE(runCli(publishing()).code, 0);
        const QString list = m_folder.filePath(u".kakehashi-www/manifest"_qs);
        const QByteArray former = contents(list);
        QVERIFY(QFile::remove(m_folder.filePath(u"www/404.html"_qs))); // so there is a second one
        QCOMPARE(runCli(publishing()).code, 0);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(former) == former.size());
        file.close();
        for (const QStringList &look :
             {QStringList{u"verify"_qs, m_site, u"--target"_qs, u"www"_qs},
              publishing() + QStringList{u"--dry-run"_qs}, publishing(),
              QStringList{u"publish"_qs, m_site, u"--target"_qs, u"www"_qs, u"--due"_qs}}) {
            const CliRun run = runCli(look);
            const QString said = run.out + run.err;
            QVERIFY2(run.code == 4, qPrintable(look.join(u' ') + said));
            QVERIFY2(said.contains(u"went back to publish 1"_qs), qPrintable(said));
        }
    }

    void aRecordThatIsNotThereIsNotPutAside()
    {
        const CliRun run = runCli(
            {u"publish"_qs, u"resume"_qs, m_site, u"--target"_qs, u"www"_qs, u"--set-aside"_qs});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains(u"No publish was cut off"_qs), qPrintable(run.out));
    }

    /// As scripts pass on what they were not given themselves.
    void anEmptyKeyIsNone()
    {
        qputenv("KAKEHASHI_MANIFEST_KEY", "");
        const CliRun published = runCli(publishing());
        qunsetenv("KAKEHASHI_MANIFEST_KEY");
        QVERIFY2(published.code == 0, qPrintable(published.err));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
