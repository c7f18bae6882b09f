#include "clirun.h"

#include "support/webserver.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using kakehashi::test::WebServer;

/// Files of others in the way of a publish, and what visitors see after one, as a script meets it.
class TestConflicts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_site;
    QString m_root;
    int m_count = 0;

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    void addTarget(const QStringList &more = {})
    {
        const QString name = QString::number(++m_count);
        m_root = m_folder.filePath(u"www-"_qs + name);
        QVERIFY(QDir().mkpath(m_root));
        const QStringList add{u"target"_qs, u"add"_qs, m_site, name, u"--local"_qs, m_root};
        QCOMPARE(runCli(add + more).code, 0);
    }
    CliRun publish(const QStringList &more) const
    {
        return runCli(QStringList{u"publish"_qs, m_site, u"--target"_qs, QString::number(m_count),
                                  u"--confirm"_qs, u"publish-foreign-files"_qs} +
                      more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_site = m_folder.filePath(u"site"_qs);
        QCOMPARE(runCli({u"site"_qs, u"new"_qs, m_site}).code, 0);
        put(m_folder.filePath(u"body.md"_qs), "ようこそ。\n");
        QCOMPARE(runCli({u"page"_qs, u"set"_qs, m_site, u"/"_qs, u"--title"_qs, u"みやぎ"_qs,
                         u"--body"_qs, m_folder.filePath(u"body.md"_qs), u"--approve"_qs})
                     .code,
                 0);
    }

    void eachFileInTheWayIsNamed()
    {
        addTarget();
        put(m_root + u"/index.html"_qs, "theirs");
        const CliRun told = publish({u"--yes"_qs});
        QCOMPARE(told.code, 4);
        QVERIFY2(told.out.contains(u"index.html"_qs), qPrintable(told.out));
        for (const QString &option : {u"--keep"_qs, u"--replace"_qs, u"--adopt"_qs})
            QVERIFY2(told.err.contains(option), qPrintable(told.err));
        const CliRun json = publish({u"--yes"_qs, u"--json"_qs});
        QCOMPARE(json.code, 4);
        const QJsonArray conflicts = json.json.value(u"conflicts"_qs).toArray();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.at(0)[u"path"].toString(), u"index.html"_qs);
        QCOMPARE(json.json.value(u"error"_qs)[u"code"].toString(), u"conflict"_qs);
        QCOMPARE(publish({u"--dry-run"_qs}).code, 4);
        QCOMPARE(QDir(m_root).entryList(QDir::Files), QStringList{u"index.html"_qs});
    }

    void decisionsGoOn_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("keep") << QStringList{u"--keep"_qs, u"index.html"_qs} << false;
        QTest::newRow("replace") << QStringList{u"--replace"_qs, u"/index.html"_qs} << true;
        QTest::newRow("adopt") << QStringList{u"--adopt"_qs} << true;
        QTest::newRow("all but one")
            << QStringList{u"--adopt"_qs, u"--keep"_qs, u"index.html"_qs} << false;
    }

    void decisionsGoOn()
    {
        QFETCH(QStringList, options);
        QFETCH(bool, isOurs);
        addTarget();
        put(m_root + u"/index.html"_qs, "theirs");
        const CliRun run = publish(QStringList{u"--yes"_qs} + options);
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QCOMPARE(contents(m_root + u"/index.html"_qs) != "theirs", isOurs);
        QVERIFY(QFile::exists(m_root + u"/404.html"_qs));
    }

    void aKeptFileStaysKept()
    {
        addTarget();
        put(m_root + u"/index.html"_qs, "theirs");
        QCOMPARE(publish({u"--yes"_qs, u"--keep"_qs, u"/index.html"_qs}).code, 0);
        const CliRun again = publish({u"--yes"_qs});
        QVERIFY2(again.code == 0, qPrintable(again.err));
        const CliRun verify =
            runCli({u"publish"_qs, u"verify"_qs, m_site, u"--target"_qs, QString::number(m_count)});
        QVERIFY2(verify.code == 0, qPrintable(verify.out));
        put(m_root + u"/index.html"_qs, "theirs, changed again");
        QCOMPARE(publish({u"--yes"_qs}).code, 4);
        QCOMPARE(publish({u"--yes"_qs, u"--replace"_qs, u"index.html"_qs}).code, 0);
        QVERIFY(contents(m_root + u"/index.html"_qs) != "theirs, changed again");
    }

    void decisionsMustMakeSense()
    {
        addTarget();
        put(m_root + u"/index.html"_qs, "theirs");
        const CliRun both = publish(
            {u"--yes"_qs, u"--keep"_qs, u"index.html"_qs, u"--replace"_qs, u"/index.html"_qs});
        QCOMPARE(both.code, 1);
        QVERIFY2(both.err.contains(u"--replace"_qs), qPrintable(both.err));
        const CliRun none = publish({u"--yes"_qs, u"--keep"_qs, u"nonsuch.html"_qs});
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains(u"nonsuch.html"_qs), qPrintable(none.err));
        const CliRun zero = runCli({u"publish"_qs, u"rollback"_qs, m_site, u"--target"_qs,
                                    QString::number(m_count), u"--to"_qs, u"0"_qs, u"--yes"_qs});
        QCOMPARE(zero.code, 3);
        QVERIFY2(zero.err.contains(u".htaccess"_qs), qPrintable(zero.err));
    }

    void aWebServerThatShowsAnotherFolderIsTold()
    {
        const QTemporaryDir other;
        const WebServer server(other.path());
        addTarget({u"--url"_qs, u"http://127.0.0.1:%1/"_qs.arg(server.port())});
        const CliRun run = publish({u"--yes"_qs, u"--json"_qs});
        QCOMPARE(run.code, 1); // it is public, and nobody sees it
        const QJsonValue visitors = run.json.value(u"visitors"_qs);
        QVERIFY(visitors[u"asked"].toInt() >= 2);
        QVERIFY(!visitors[u"wrong"].toArray().isEmpty());
        QVERIFY(!visitors[u"brokenByRules"].toBool());
        const CliRun again = publish({u"--yes"_qs, u"--json"_qs});
        QVERIFY(again.json.value(u"nothingToDo"_qs).toBool());
        QCOMPARE(again.code, 1);
        QCOMPARE(again.json.value(u"visitors"_qs)[u"wrong"].toArray().isEmpty(), false);
    }
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "test_conflicts.moc"
