#include "clirun.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>

/// Somebody else's lock on the server, as a script meets it.
class TestBrokenLock : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_site;

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    /// Silent for longer than it takes to break it, and too short to be given up.
    void leaveLock() const
    {
        constexpr int seconds = 65;
        const QString path = m_folder.filePath(u".kakehashi-www/lock"_qs);
        put(path, R"({"transaction":"01LOCK","person":"佐藤","machine":"gamma"})");
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-seconds),
                              QFileDevice::FileModificationTime))
            qFatal("%s", qPrintable(file.errorString()));
    }
    CliRun publish(const QStringList &more = {}) const
    {
        return runCli(QStringList{u"publish"_qs, m_site, u"--target"_qs, u"www"_qs, u"--yes"_qs} +
                      more);
    }
    void write(const QByteArray &body) const
    {
        put(m_folder.filePath(u"body.md"_qs), body);
        QCOMPARE(runCli({u"page"_qs, u"set"_qs, m_site, u"/"_qs, u"--title"_qs, u"みやぎ"_qs,
                         u"--body"_qs, m_folder.filePath(u"body.md"_qs), u"--approve"_qs})
                     .code,
                 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_site = m_folder.filePath(u"site"_qs);
        QCOMPARE(runCli({u"site"_qs, u"new"_qs, m_site}).code, 0);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"www"_qs)));
        QCOMPARE(runCli({u"target"_qs, u"add"_qs, m_site, u"www"_qs, u"--local"_qs,
                         m_folder.filePath(u"www"_qs)})
                     .code,
                 0);
        write("はじめの本文です。\n");
        QCOMPARE(publish().code, 0);
    }

    void isBrokenForWhoNamesItsOwner()
    {
        write("次の本文です。\n");
        const QString home = m_folder.filePath(u"www/index.html"_qs);
        leaveLock();
        const CliRun told = publish();
        QCOMPARE(told.code, 1);
        for (const QString &known : {u"佐藤"_qs, u"gamma"_qs, u"--break-lock"_qs, u"Japan"_qs})
            QVERIFY2(told.err.contains(known), qPrintable(told.err));
        leaveLock();
        const CliRun wrong = publish({u"--break-lock"_qs, u"田中"_qs});
        QCOMPARE(wrong.code, 3);
        QVERIFY(!contents(home).contains("次の本文です。"));
        leaveLock();
        const CliRun broken = publish({u"--break-lock"_qs, u"佐藤"_qs});
        QVERIFY2(broken.code == 0, qPrintable(broken.err));
        QVERIFY(contents(home).contains("次の本文です。"));
        QVERIFY(!QFile::exists(m_folder.filePath(u".kakehashi-www/lock"_qs)));
    }
};

QTEST_GUILESS_MAIN(TestBrokenLock)
#include "test_brokenlock.moc"
