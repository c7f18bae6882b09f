#include "clirun.h"

#include "delivery/sending.h"
#include "publish/historyrepository.h"
#include "publish/rollback/storedplan.h"
#include "publish/signature/paramsfor.h"
#include "publish/targetrepository.h"
#include "store/query.h"
#include "support/searchengine.h"
#include "support/testsite.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;
using kakehashi::test::SearchEngine;

namespace {

CliRun cli(const QStringList &arguments)
{
    return runCli(arguments + QStringList{u"--json"_qs});
}

} // namespace

/// A publish and what search engines hear of it, as a script sees it.
class TestIndexNow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SearchEngine m_engine;
    QString m_site;

    QString in(const QString &name) const { return m_folder.filePath(name); }
    QStringList docroot() const { return QDir(in(u"www"_qs)).entryList({u"*.txt"_qs}); }

    void write(const QString &path, const QString &title, const QByteArray &body)
    {
        QFile file(in(u"body.md"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(body);
        file.close();
        const CliRun set = cli({u"page"_qs, u"set"_qs, m_site, path, u"--body"_qs, file.fileName(),
                                u"--title"_qs, title, u"--create"_qs, u"--approve"_qs});
        QVERIFY2(set.code == 0, qPrintable(set.err));
    }

    CliRun publish(const QString &target)
    {
        return cli({u"publish"_qs, m_site, u"--target"_qs, target, u"--yes"_qs, u"--confirm"_qs,
                    u"check-gate"_qs});
    }

    void addTarget(const QString &name, const QStringList &more)
    {
        QDir().mkpath(in(name));
        const CliRun added =
            cli(QStringList{u"target"_qs, u"add"_qs, m_site, name, u"--local"_qs, in(name)} + more);
        QVERIFY2(added.code == 0, qPrintable(added.err));
    }

    /// As if the program had died between the last request of its publish and writing it down.
    void forgetLastPublish()
    {
        const auto site = workspace::Workspace::open(m_site);
        VERIFY_OK(site);
        const auto target = publish::TargetRepository((*site)->database()).byName(u"www"_qs);
        VERIFY_OK(target);
        const publish::HistoryRepository history((*site)->database());
        const auto last = history.list(target->id, 1);
        VERIFY_OK(last);
        const auto entry = history.entry(last->constFirst().id);
        VERIFY_OK(entry);
        publish::PublishParams params;
        params.target = *target;
        params.journalFolder = publish::journalFolder(m_site);
        params.author = entry->author;
        params.machine = entry->machine;
        params.approval = u"伺い第7号"_qs;
        publish::Plan plan = publish::planFromStored(entry->plan);
        plan.base.generation = entry->generation - 1;
        VERIFY_OK(delivery::noteSending(params, plan, {}));
        store::Query forget((*site)->database(), u"DELETE FROM publish_history WHERE id = ?"_qs);
        VERIFY_OK(forget.run({entry->id.toString()}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_site = in(u"site"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, m_site}).code, 0);
        QCOMPARE(
            cli({u"site"_qs, u"set"_qs, m_site, u"--url"_qs, u"https://www.example.jp/"_qs}).code,
            0);
        write(u"/"_qs, u"みやぎ"_qs, "ホームです。\n");
        write(u"/kenmin/"_qs, u"県民会議"_qs, "県民会議の本文です。\n");
        addTarget(u"www"_qs, {u"--url"_qs, u"https://www.example.jp/"_qs});
        addTarget(u"staging"_qs, {u"--url"_qs, u"https://www.example.jp/"_qs, u"--noindex"_qs});
    }

    void nothingIsSentBeforeItIsWanted()
    {
        const CliRun first = publish(u"www"_qs);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY(!first.json.contains(u"searchEngines"_qs));
        QVERIFY(m_engine.heard.isEmpty());
        QCOMPARE(docroot(), QStringList{u"robots.txt"_qs});
        QCOMPARE(cli({u"indexnow"_qs, u"send"_qs, m_site}).code, 3);
    }

    void whatChangedIsToldOnceItIs()
    {
        const CliRun on =
            cli({u"indexnow"_qs, u"on"_qs, m_site, u"--endpoint"_qs, m_engine.url().toString()});
        QVERIFY2(on.code == 0, qPrintable(on.err));
        const QString key = on.json.value(u"key"_qs).toString();
        QCOMPARE(key.size(), 32);
        write(u"/kenmin/"_qs, u"県民会議"_qs, "県民会議の新しい本文です。\n");
        const CliRun published = publish(u"www"_qs);
        QVERIFY2(published.code == 0, qPrintable(published.err));
        QCOMPARE(contents(in(u"www/%1.txt"_qs.arg(key))), key.toLatin1());
        QCOMPARE(m_engine.heard.size(), 1);
        QCOMPARE(m_engine.heard.constFirst().value(u"urlList"_qs).toArray(),
                 QJsonArray{u"https://www.example.jp/kenmin/"_qs});
        QCOMPARE(m_engine.heard.constFirst().value(u"key"_qs).toString(), key);
        const QJsonObject told = published.json.value(u"searchEngines"_qs).toObject();
        QCOMPARE(told.value(u"told"_qs).toInt(), 1);
    }

    void aRehearsalTellsNobody()
    {
        const CliRun published = publish(u"staging"_qs);
        QVERIFY2(published.code == 0, qPrintable(published.err));
        QCOMPARE(m_engine.heard.size(), 1);
        QCOMPARE(QDir(in(u"staging"_qs)).entryList({u"*.txt"_qs}), QStringList{u"robots.txt"_qs});
    }

    void whatFailedIsSentWithTheNextOne()
    {
        m_engine.answers = {"403 Forbidden", "200 OK"};
        write(u"/kenmin/"_qs, u"県民会議"_qs, "県民会議の三つ目の本文です。\n");
        const CliRun refused = publish(u"www"_qs);
        QVERIFY2(refused.code == 0, qPrintable(refused.err)); // the publish itself went well
        QCOMPARE(refused.json.value(u"searchEngines"_qs).toObject().value(u"waiting"_qs).toInt(),
                 1);
        QCOMPARE(cli({u"indexnow"_qs, u"status"_qs, m_site}).json.value(u"waiting"_qs).toInt(), 1);
        const CliRun sent = cli({u"indexnow"_qs, u"send"_qs, m_site});
        QVERIFY2(sent.code == 0, qPrintable(sent.err));
        QCOMPARE(sent.json.value(u"told"_qs).toInt(), 1);
        const CliRun history =
            cli({u"publish"_qs, u"history"_qs, m_site, u"--target"_qs, u"www"_qs});
        const QJsonObject latest = history.json.value(u"history"_qs).toArray().at(0).toObject();
        QCOMPARE(latest.value(u"enginesTold"_qs).toInt(), 1);
        QCOMPARE(latest.value(u"enginesWaiting"_qs).toInt(), 0);
    }

    void aPublishThatIsEndedLaterIsToldToo()
    {
        write(u"/kenmin/"_qs, u"県民会議"_qs, "県民会議の四つ目の本文です。\n");
        QCOMPARE(publish(u"www"_qs).code, 0);
        forgetLastPublish();
        const QStringList onTarget{m_site, u"--target"_qs, u"www"_qs};
        const auto entries = [&] {
            return cli(QStringList{u"publish"_qs, u"history"_qs} + onTarget)
                .json.value(u"history"_qs)
                .toArray();
        };
        const auto before = entries().size();
        const CliRun resumed = cli(QStringList{u"publish"_qs, u"resume"_qs} + onTarget);
        QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
        QCOMPARE(entries().size(), before + 1);
        QCOMPARE(entries().at(0).toObject().value(u"approval"_qs).toString(), u"伺い第7号"_qs);
        QCOMPARE(cli({u"indexnow"_qs, u"status"_qs, m_site}).json.value(u"waiting"_qs).toInt(), 1);
        QCOMPARE(cli({u"indexnow"_qs, u"send"_qs, m_site}).json.value(u"told"_qs).toInt(), 1);
        QCOMPARE(cli(QStringList{u"publish"_qs, u"resume"_qs} + onTarget).code, 0);
        QCOMPARE(entries().size(), before + 1);
    }

    void aNewKeyTakesThePlaceOfTheOld()
    {
        const CliRun renewed = cli({u"indexnow"_qs, u"renew"_qs, m_site});
        QCOMPARE(renewed.code, 0);
        const CliRun published = publish(u"www"_qs);
        QVERIFY2(published.code == 0, qPrintable(published.err));
        QStringList files{u"robots.txt"_qs, renewed.json.value(u"key"_qs).toString() + u".txt"_qs};
        files.sort();
        QCOMPARE(docroot(), files);
    }
};

QTEST_GUILESS_MAIN(TestIndexNow)
#include "test_indexnow.moc"
