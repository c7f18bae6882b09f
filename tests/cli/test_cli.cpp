#include "clirun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using Run = CliRun;

Run cli(const QStringList &arguments, const QString &key = {})
{
    return runCli(arguments, key);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_site;

    QString in(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_site = in(u"site"_qs);
        const Run made = cli({u"site"_qs, u"new"_qs, m_site, u"--sample"_qs});
        QCOMPARE(made.code, 0);
    }

    void saysWhatTheSampleHolds()
    {
        const Run info = cli({u"site"_qs, u"info"_qs, m_site, u"--json"_qs});
        QCOMPARE(info.code, 0);
        QVERIFY(info.json.value(u"pages"_qs).toInt() > 40);
        QCOMPARE(info.json.value(u"live"_qs), info.json.value(u"pages"_qs));
    }

    void aFileIsNoFolderToBuildInto()
    {
        QFile file(in(u"taken"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Run run = cli({u"build"_qs, m_site, u"--out"_qs, file.fileName()});
        QVERIFY(run.code != 0);
        QVERIFY2(run.err.contains(u"is a file"_qs), qPrintable(run.err));
    }

    void setsTheKindOfServer()
    {
        const QString copy = in(u"nginx"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, copy}).code, 0);
        const Run set = cli({u"site"_qs, u"set"_qs, copy, u"--server"_qs, u"other"_qs, u"--url"_qs,
                             u"https://www.example.jp/"_qs, u"--json"_qs});
        QVERIFY2(set.code == 0, qPrintable(set.err));
        QCOMPARE(set.json.value(u"server"_qs).toString(), u"other"_qs);
        QCOMPARE(cli({u"build"_qs, copy, u"--out"_qs, in(u"nginx-out"_qs)}).code, 0);
        QVERIFY(!QFile::exists(in(u"nginx-out/.htaccess"_qs)));
    }

    void anEmptyTextIsTakenOrRefusedButNeverPassedOver()
    {
        const QString copy = in(u"emptied"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, copy}).code, 0);
        const QStringList site{u"site"_qs, u"set"_qs, copy, u"--json"_qs};
        QCOMPARE(cli(site + QStringList{u"--url"_qs, u" https://ken.example.jp/"_qs})
                     .json.value(u"url"_qs),
                 QJsonValue(u"https://ken.example.jp/"_qs));
        QCOMPARE(cli(site + QStringList{u"--url"_qs, u"https://ken..jp/"_qs}).code, 1);
        QCOMPARE(cli(site + QStringList{u"--name"_qs, QString()}).code, 1);
        QCOMPARE(cli(site).json.value(u"url"_qs), QJsonValue(u"https://ken.example.jp/"_qs));
        QCOMPARE(cli(site + QStringList{u"--url"_qs, QString()}).json.value(u"url"_qs),
                 QJsonValue(QString()));
        const QStringList page{u"page"_qs, u"set"_qs, copy, u"/"_qs, u"--json"_qs};
        QCOMPARE(cli(page + QStringList{u"--title"_qs, QString()}).code, 1);
        QCOMPARE(
            cli(page + QStringList{u"--summary"_qs, u"概要"_qs, u"--date"_qs, u"2026-04-01"_qs})
                .code,
            0);
        QCOMPARE(cli(page + QStringList{u"--summary"_qs, QString(), u"--date"_qs, QString()}).code,
                 0);
        const QJsonObject shown = cli({u"page"_qs, u"show"_qs, copy, u"/"_qs, u"--json"_qs}).json;
        QCOMPARE(shown.value(u"summary"_qs).toString() + shown.value(u"date"_qs).toString(),
                 QString());
    }

    void aColourThatCannotBeReadIsRefused()
    {
        const QString copy = in(u"coloured"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, copy}).code, 0);
        const Run pale = cli({u"site"_qs, u"set"_qs, copy, u"--accent"_qs, u"#ffaa00"_qs});
        QCOMPARE(pale.code, 3);
        QVERIFY2(pale.err.contains(u"#a16b00"_qs), qPrintable(pale.err));
        QCOMPARE(cli({u"site"_qs, u"set"_qs, copy, u"--accent"_qs, u"#a16b00"_qs}).code, 0);
        QCOMPARE(cli({u"site"_qs, u"set"_qs, copy, u"--accent"_qs, u"theme"_qs}).code, 0);
    }

    void aStagingTargetIsClosedByAPasswordFromTheEnvironment()
    {
        const QStringList add{
            u"target"_qs,  u"add"_qs,        m_site,          u"closed"_qs,
            u"--local"_qs, in(u"closed"_qs), u"--noindex"_qs, u"--visitor-name"_qs,
            u"kengi"_qs};
        QCOMPARE(cli(add).code, 1);
        qputenv("STAGING_PASSWORD", "秘密");
        const Run added =
            cli(add + QStringList{u"--visitor-password-env"_qs, u"STAGING_PASSWORD"_qs});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QDir().mkpath(in(u"closed"_qs));
        QCOMPARE(cli({u"publish"_qs, m_site, u"--target"_qs, u"closed"_qs, u"--yes"_qs}).code, 0);
        QVERIFY(contents(in(u"closed/.htpasswd"_qs)).startsWith("kengi:$apr1$"));
    }

    void verifyWithoutASiteSaysWhatIsMissing()
    {
        const Run run = cli({u"publish"_qs, u"verify"_qs, u"--json"_qs});
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.contains(u"SITE"_qs));
    }

    void listsThePagesOfTheContract()
    {
        const Run list = cli({u"page"_qs, u"list"_qs, m_site, u"--json"_qs});
        QStringList paths;
        for (const QJsonValue &page : list.json.value(u"pages"_qs).toArray())
            paths.append(page.toObject().value(u"path"_qs).toString());
        for (const QString &path :
             {u"/"_qs, u"/award/"_qs, u"/post-2001/"_qs, u"/kenmin/"_qs, u"/special-03/"_qs,
              u"/2050senryaku/"_qs, u"/ambassador/"_qs, u"/topics/"_qs})
            QVERIFY2(paths.contains(path), qPrintable(path));
    }

    void buildsTheWholeSite()
    {
        const QString out = in(u"public"_qs);
        const Run built = cli({u"build"_qs, m_site, u"--out"_qs, out, u"--json"_qs});
        QCOMPARE(built.code, 0);
        QVERIFY(contents(out + u"/kenmin/index.html"_qs).contains("県民会議"));
        QVERIFY(QFile::exists(out + u"/topics/page/2/index.html"_qs));
        QVERIFY(QFile::exists(out + u"/feed.xml"_qs));
    }

    void nothingInTheSampleStopsAPublish()
    {
        const Run checked = cli({u"check"_qs, m_site, u"--json"_qs});
        QCOMPARE(checked.code, 0);
        for (const QJsonValue &issue : checked.json.value(u"issues"_qs).toArray())
            QVERIFY2(issue.toObject().value(u"severity"_qs) == u"ask"_qs, qPrintable(checked.out));
    }

    void leavesNoEmptyPageWhenTheTextIsMissing()
    {
        const QStringList set{u"page"_qs,   u"set"_qs,    m_site,        u"/nowhere/"_qs,
                              u"--body"_qs, in(u"no"_qs), u"--create"_qs};
        QCOMPARE(cli(set).code, 1);
        QCOMPARE(cli({u"page"_qs, u"show"_qs, m_site, u"/nowhere/"_qs}).code, 1);
    }

    void publishesOnlyWhatChanged()
    {
        QDir().mkpath(in(u"docroot"_qs));
        put(in(u"docroot/theirs.txt"_qs), "not ours");
        const Run added = cli({u"target"_qs, u"add"_qs, m_site, u"production"_qs, u"--local"_qs,
                               in(u"docroot"_qs), u"--url"_qs, u"https://www.example.jp/"_qs});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        const QStringList publish{
            u"publish"_qs, m_site,       u"--target"_qs,  u"production"_qs,
            u"--yes"_qs,   u"--json"_qs, u"--confirm"_qs, u"publish-foreign-files"_qs};
        const Run first = cli(publish);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY(first.json.value(u"added"_qs).toInt() > 50);

        const Run shown = cli({u"page"_qs, u"show"_qs, m_site, u"/kenmin/"_qs, u"--json"_qs});
        put(in(u"body.md"_qs), shown.json.value(u"body"_qs).toString().toUtf8() +
                                   "\n\n## 県民会議の新しい見出し\n\n本文です。\n");
        QCOMPARE(cli({u"page"_qs, u"set"_qs, m_site, u"/kenmin/"_qs, u"--body"_qs,
                      in(u"body.md"_qs), u"--approve"_qs})
                     .code,
                 0);
        const Run second = cli(publish);
        QVERIFY2(second.code == 0, qPrintable(second.err));
        QCOMPARE(second.json.value(u"removed"_qs).toInt(), 0);
        QVERIFY(second.json.value(u"replaced"_qs).toInt() >= 1);
        // With sitemap, feed and the parts of the search index in which the new words stand.
        QVERIFY(second.json.value(u"replaced"_qs).toInt() < 20);
        QVERIFY(contents(in(u"docroot/kenmin/index.html"_qs)).contains("県民会議の新しい見出し"));
        QCOMPARE(contents(in(u"docroot/theirs.txt"_qs)), QByteArray("not ours"));
        QVERIFY(cli(publish).json.value(u"nothingToDo"_qs).toBool());
    }

    void aBodyOfAnyEncodingIsRead()
    {
        put(in(u"cp932.md"_qs), "\x95\x5c\x8e\xa6\x87\x40\r\n");
        const QStringList set{u"page"_qs,   u"set"_qs,          m_site,      u"/award/"_qs,
                              u"--body"_qs, in(u"cp932.md"_qs), u"--json"_qs};
        const Run read = cli(set);
        QVERIFY2(read.code == 0, qPrintable(read.err));
        QCOMPARE(read.json.value(u"encoding"_qs).toString(), u"Shift_JIS"_qs);
        const Run shown = cli({u"page"_qs, u"show"_qs, m_site, u"/award/"_qs, u"--json"_qs});
        QCOMPARE(shown.json.value(u"body"_qs).toString(), u"表示①\n"_qs);
        put(in(u"cp932.md"_qs), QByteArray("\x95\xff\x00", 3));
        QCOMPARE(cli(set).code, 1);
    }

    void frontMatterOfABodyIsRead()
    {
        const QStringList set{u"page"_qs,   u"set"_qs,          m_site,      u"/award/"_qs,
                              u"--body"_qs, in(u"given.md"_qs), u"--json"_qs};
        const QStringList show{u"page"_qs, u"show"_qs, m_site, u"/award/"_qs, u"--json"_qs};
        put(in(u"given.md"_qs),
            "---\ntitle: 題\ndate: 2026-04-02\ntags: [省エネ, 再エネ]\nweight: 3\n"
            "url: /award/\n---\n本文\n");
        const Run read = cli(set);
        QVERIFY2(read.code == 0, qPrintable(read.err));
        QVERIFY(read.json.value(u"notes"_qs).toArray().first().toString().contains(u"weight"_qs));
        const QJsonObject page = cli(show).json;
        QCOMPARE(page.value(u"title"_qs).toString(), u"題"_qs);
        QCOMPARE(page.value(u"date"_qs).toString(), u"2026-04-02"_qs);
        QCOMPARE(page.value(u"body"_qs).toString(), u"本文\n"_qs);
        QCOMPARE(page.value(u"tags"_qs).toArray(), (QJsonArray{u"省エネ"_qs, u"再エネ"_qs}));

        put(in(u"given.md"_qs), "---\ntitle: 他\nurl: /kenmin/\n---\n別の本文\n");
        const Run other = cli(set);
        QCOMPARE(other.code, 1);
        QVERIFY2(other.err.contains(u"given.md, line 3"_qs), qPrintable(other.err));
        put(in(u"given.md"_qs), "---\ntitle: [\n---\n別の本文\n");
        QCOMPARE(cli(set).code, 1);
        QCOMPARE(cli(show).json.value(u"body"_qs).toString(), u"本文\n"_qs);

        put(in(u"given.md"_qs), "---\n\n線の下の文字\xef\xbf\xbd\n");
        const Run line = cli(set);
        QVERIFY2(line.code == 0, qPrintable(line.err));
        QVERIFY(line.json.value(u"notes"_qs).toArray().first().toString().contains(u"line 3"_qs));
        QVERIFY(cli(show).json.value(u"body"_qs).toString().startsWith(u"---\n\n線"_qs));
    }

    void termsAreSetOnAnyPage()
    {
        const auto set = [&](const QStringList &options) {
            return cli(QStringList{u"page"_qs, u"set"_qs, m_site, u"/award/"_qs} + options).code;
        };
        const auto terms = [&](const QString &which) {
            return cli({u"page"_qs, u"show"_qs, m_site, u"/award/"_qs, u"--json"_qs})
                .json.value(which)
                .toArray();
        };
        QCOMPARE(set({u"--category"_qs, u"募集"_qs, u"--category"_qs, u" 結果 "_qs, u"--tag"_qs,
                      u"省エネ"_qs}),
                 0);
        QCOMPARE(terms(u"categories"_qs), (QJsonArray{u"募集"_qs, u"結果"_qs}));
        QCOMPARE(set({u"--title"_qs, u"受賞"_qs}), 0);
        QCOMPARE(terms(u"categories"_qs).size(), 2);
        QCOMPARE(set({u"--category"_qs, QString()}), 0);
        QCOMPARE(terms(u"categories"_qs), QJsonArray());
        QCOMPARE(terms(u"tags"_qs), QJsonArray{u"省エネ"_qs});
    }

    void anImportThatLeavesPagesOutSaysSo()
    {
        const QString fresh = in(u"partly"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, fresh}).code, 0);
        QDir().mkpath(in(u"somepages"_qs));
        put(in(u"somepages/good.md"_qs), "---\ntitle: 良\n---\n本文\n");
        put(in(u"somepages/bad.md"_qs), "---\ntitle: [\n---\n本文\n");
        const QStringList take{u"import"_qs, u"markdown"_qs, in(u"somepages"_qs),
                               u"--site"_qs, fresh,          u"--json"_qs};
        QCOMPARE(cli(take + QStringList{u"--dry-run"_qs}).code, 3);
        const Run done = cli(take);
        QCOMPARE(done.code, 3);
        QCOMPARE(done.json.value(u"created"_qs).toInt(), 1);
        QVERIFY(QFile::remove(in(u"somepages/bad.md"_qs)));
        QCOMPARE(cli(take).code, 0);
    }

    void noPageTakesAPlaceOfTheProgram()
    {
        for (const QString &path : {u"/search/"_qs, u"/404.html"_qs, u"/topics/page/2/"_qs}) {
            const Run set =
                cli({u"page"_qs, u"set"_qs, m_site, path, u"--create"_qs, u"--title"_qs, u"題"_qs});
            QCOMPARE(set.code, 1);
            QVERIFY2(set.err.contains(path) && set.err.contains(u"such as /"_qs),
                     qPrintable(set.err));
        }
    }

    void dryRunChangesNothing()
    {
        QDir().mkpath(in(u"staging"_qs));
        cli({u"target"_qs, u"add"_qs, m_site, u"staging"_qs, u"--local"_qs, in(u"staging"_qs)});
        const Run dry = cli(
            {u"publish"_qs, m_site, u"--target"_qs, u"staging"_qs, u"--dry-run"_qs, u"--json"_qs});
        QCOMPARE(dry.code, 0);
        QVERIFY(!dry.json.value(u"items"_qs).toArray().isEmpty());
        QVERIFY(QDir(in(u"staging"_qs)).isEmpty());
    }

    void publishWithoutConsentIsRefused()
    {
        QDir().mkpath(in(u"refused"_qs));
        cli({u"target"_qs, u"add"_qs, m_site, u"refused"_qs, u"--local"_qs, in(u"refused"_qs)});
        QCOMPARE(cli({u"publish"_qs, m_site, u"--target"_qs, u"refused"_qs}).code, 3);
        QVERIFY(QDir(in(u"refused"_qs)).isEmpty());
    }

    void aComputerWithoutTheKeySaysSo()
    {
        const QString id =
            cli({u"site"_qs, u"info"_qs, m_site, u"--json"_qs}).json.value(u"id"_qs).toString();
        const QString key = u"kakehashi-key 1 %1 %2"_qs.arg(
            id, QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        QDir().mkpath(in(u"signed"_qs));
        cli({u"target"_qs, u"add"_qs, m_site, u"signed"_qs, u"--local"_qs, in(u"signed"_qs)});
        QStringList publish{u"publish"_qs, m_site,       u"--target"_qs,   u"signed"_qs,
                            u"--yes"_qs,   u"--json"_qs, u"--approval"_qs, u"起案2026-118"_qs};
        const QStringList verify{u"verify"_qs, m_site, u"--target"_qs, u"signed"_qs, u"--json"_qs};
        const Run first = cli(publish, key);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        const auto signature = [](const Run &run) {
            return run.json.value(u"signature"_qs).toString();
        };
        QCOMPARE(signature(cli(verify, key)), u"valid"_qs);
        QCOMPARE(signature(cli(verify)), u"unchecked"_qs);
        QCOMPARE(cli(verify, u"kakehashi-key 1 OTHER a2V5"_qs).code, 1);
        const Run history =
            cli({u"publish"_qs, u"history"_qs, m_site, u"--target"_qs, u"signed"_qs, u"--json"_qs});
        const QJsonObject entry = history.json.value(u"history"_qs).toArray().first().toObject();
        QCOMPARE(entry.value(u"approval"_qs).toString(), u"起案2026-118"_qs);
        // Going on without the key is a decision, not an accident.
        put(in(u"more.md"_qs), "新しい本文です。\n");
        cli({u"page"_qs, u"set"_qs, m_site, u"/award/"_qs, u"--body"_qs, in(u"more.md"_qs),
             u"--approve"_qs});
        QCOMPARE(cli(publish).code, 3);
        publish << u"--confirm"_qs << u"publish-key-missing"_qs;
        QCOMPARE(cli(publish).code, 0);
        QCOMPARE(signature(cli(verify, key)), u"unsigned"_qs);
    }

    void verifyTellsWhatIsWrongAndRepairsIt()
    {
        QDir().mkpath(in(u"watched"_qs));
        cli({u"target"_qs, u"add"_qs, m_site, u"watched"_qs, u"--local"_qs, in(u"watched"_qs)});
        const QStringList target{m_site, u"--target"_qs, u"watched"_qs, u"--json"_qs};
        QCOMPARE(cli(QStringList{u"publish"_qs, u"--yes"_qs} + target).code, 0);
        const QStringList verify = QStringList{u"verify"_qs, u"--content"_qs} + target;
        QCOMPARE(cli(verify).code, 0);
        QVERIFY(QFile::remove(in(u"watched/index.html"_qs)));
        put(in(u"watched/kenmin/index.html"_qs), "defaced");
        QFile::setPermissions(in(u"watched/topics"_qs), QFileDevice::Permissions(0x7700));
        put(in(u"watched/theirs.txt"_qs), "not ours");
        const Run seen = cli(verify);
        QCOMPARE(seen.code, 4);
        QCOMPARE(seen.json.value(u"drift"_qs).toArray().size(), 4);
        const Run repaired = cli(verify + QStringList{u"--repair"_qs});
        QCOMPARE(repaired.json.value(u"repaired"_qs).toArray().size(), 3);
        QCOMPARE(repaired.json.value(u"drift"_qs).toArray().size(), 1);
        QVERIFY(contents(in(u"watched/kenmin/index.html"_qs)).contains("県民会議"));
        const Run history = cli(QStringList{u"publish"_qs, u"history"_qs} + target);
        QCOMPARE(history.json.value(u"history"_qs).toArray().size(), 2);
        QVERIFY(QDir(m_site + u"/publish"_qs).entryList({u"*.sending"_qs}).isEmpty());
        QCOMPARE(contents(in(u"watched/theirs.txt"_qs)), QByteArray("not ours"));
        QFile::remove(in(u"watched/theirs.txt"_qs));
        QCOMPARE(cli(verify).code, 0);
    }

    void whatWentBackOrLostItsSignatureIsNotCalledAsPublished()
    {
        const QString id =
            cli({u"site"_qs, u"info"_qs, m_site, u"--json"_qs}).json.value(u"id"_qs).toString();
        const QString key = u"kakehashi-key 1 %1 %2"_qs.arg(
            id, QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        QDir().mkpath(in(u"back/www"_qs));
        cli({u"target"_qs, u"add"_qs, m_site, u"back"_qs, u"--local"_qs, in(u"back/www"_qs)});
        const QStringList publish{u"publish"_qs, m_site, u"--target"_qs, u"back"_qs, u"--yes"_qs};
        const QStringList verify{u"verify"_qs, m_site, u"--target"_qs, u"back"_qs};
        QCOMPARE(cli(publish, key).code, 0);
        const QString manifest = in(u"back/.kakehashi-www/manifest"_qs);
        const QByteArray first = contents(manifest);
        put(in(u"more.md"_qs), "もっと新しい本文です。\n");
        cli({u"page"_qs, u"set"_qs, m_site, u"/award/"_qs, u"--body"_qs, in(u"more.md"_qs),
             u"--approve"_qs});
        QCOMPARE(cli(publish, key).code, 0);
        const QByteArray second = contents(manifest);
        put(manifest, first);
        const Run back = cli(verify, key);
        QCOMPARE(back.code, 4);
        QVERIFY2(back.out.contains(u"went back to publish 1"_qs), qPrintable(back.out));
        QCOMPARE(cli(publish, key).code, 4);
        QByteArray stripped = second;
        const qsizetype at = stripped.indexOf(",\"hmac\"");
        stripped.remove(at, stripped.indexOf('"', at + 10) - at + 1);
        put(manifest, stripped);
        QDir(m_site + u"/publish"_qs).removeRecursively(); // else it knows its own list again
        const Run unsignedNow = cli(verify, key);
        QCOMPARE(unsignedNow.code, 4);
        QVERIFY2(!unsignedNow.out.contains(u"as it was published"_qs), qPrintable(unsignedNow.out));
    }

    void aNewKeyIsNeverPutOverAnother()
    {
        const QStringList make{u"target"_qs, u"key"_qs, u"new"_qs, in(u"key"_qs), u"--json"_qs};
        const Run made = cli(make);
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QVERIFY(made.json.value(u"public"_qs).toString().startsWith(u"ssh-ed25519 "_qs));
        QVERIFY(contents(in(u"key"_qs)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----"));
        QCOMPARE(cli(make).code, 1);
    }

    void badInputSaysWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no verb") << QStringList{} << 2;
        QTest::newRow("unknown verb") << QStringList{u"dance"_qs} << 2;
        QTest::newRow("no target") << QStringList{u"publish"_qs, u"SITE"_qs} << 2;
        QTest::newRow("no site") << QStringList{u"site"_qs, u"info"_qs, u"/nonexistent"_qs} << 1;
        QTest::newRow("no page") << QStringList{u"page"_qs, u"show"_qs, u"SITE"_qs, u"/nothing/"_qs}
                                 << 1;
        QTest::newRow("bad date") << QStringList{u"build"_qs, u"SITE"_qs,    u"--out"_qs,
                                                 u"OUT"_qs,   u"--as-of"_qs, u"tomorrow"_qs}
                                  << 1;
        QTest::newRow("bad path") << QStringList{u"page"_qs,     u"set"_qs,      u"SITE"_qs,
                                                 u"/../etc/"_qs, u"--create"_qs, u"--title"_qs,
                                                 u"x"_qs}
                                  << 1;
        QTest::newRow("no such target")
            << QStringList{u"publish"_qs, u"SITE"_qs, u"--target"_qs, u"moon"_qs, u"--yes"_qs} << 1;
    }

    void badInputSaysWhatToDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        arguments.replaceInStrings(u"SITE"_qs, m_site);
        arguments.replaceInStrings(u"OUT"_qs, in(u"never"_qs));
        const Run run = cli(arguments);
        QCOMPARE(run.code, exitCode);
        QVERIFY(!run.err.isEmpty() || !run.out.isEmpty());
        QVERIFY(!QFile::exists(in(u"never"_qs)));
    }

    void aFutureDateOpensAndClosesPages()
    {
        const QString out = in(u"future"_qs);
        QCOMPARE(cli({u"build"_qs, m_site, u"--out"_qs, out, u"--as-of"_qs, u"2030-04-01T09:00"_qs})
                     .code,
                 0);
        QVERIFY(QFile::exists(out + u"/index.html"_qs));
    }

    void aSiteGoesOutAsMarkdownAndComesBack()
    {
        const QString folder = in(u"export"_qs);
        const QString fresh = in(u"fresh"_qs);
        const QStringList take{u"import"_qs, u"markdown"_qs, folder,
                               u"--site"_qs, fresh,          u"--json"_qs};
        const Run out =
            cli({u"export"_qs, u"markdown"_qs, folder, u"--site"_qs, m_site, u"--json"_qs});
        QVERIFY2(out.code == 0, qPrintable(out.err));
        QCOMPARE(cli({u"site"_qs, u"new"_qs, fresh}).code, 0);
        const Run plan = cli(take + QStringList{u"--dry-run"_qs});
        QVERIFY2(plan.code == 0, qPrintable(plan.err));
        QVERIFY(plan.json.value(u"items"_qs).toArray().size() > 60);
        QCOMPARE(cli({u"site"_qs, u"info"_qs, fresh, u"--json"_qs}).json.value(u"pages"_qs), 1);
        const Run done = cli(take);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(done.json.value(u"created"_qs).toInt() + 1, out.json.value(u"pages"_qs).toInt());
        QCOMPARE(done.json.value(u"media"_qs), out.json.value(u"media"_qs));
        QVERIFY(done.json.value(u"issues"_qs).toArray().isEmpty());
        QVERIFY(QFile::exists(done.json.value(u"backup"_qs).toString()));
    }

    void aSiteTakesAnotherTheme()
    {
        const QString copy = in(u"themed"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, copy}).code, 0);
        QCOMPARE(cli({u"site"_qs, u"theme"_qs, copy, u"--use"_qs, u"none"_qs}).code, 1);
        QCOMPARE(cli({u"site"_qs, u"theme"_qs, copy, u"--use"_qs, u"plain"_qs}).code, 0);
        const Run news = cli({u"site"_qs, u"theme"_qs, copy, u"--json"_qs});
        QCOMPARE(news.json.value(u"theme"_qs).toString(), u"plain"_qs);
        QVERIFY(news.json.value(u"files"_qs).toArray().isEmpty());
        QCOMPARE(cli({u"build"_qs, copy, u"--out"_qs, in(u"themed-out"_qs)}).code, 0);
    }

    void reportsAreWrittenAndRemembered()
    {
        const QString site = in(u"reported"_qs);
        QCOMPARE(cli({u"site"_qs, u"new"_qs, site, u"--sample"_qs}).code, 0);
        const Run seo =
            cli({u"report"_qs, u"seo"_qs, site, u"--html"_qs, in(u"seo.html"_qs), u"--xlsx"_qs,
                 in(u"seo.xlsx"_qs), u"--date"_qs, u"2026-04-01"_qs, u"--json"_qs});
        QVERIFY2(seo.code == 0, qPrintable(seo.err));
        QVERIFY(contents(in(u"seo.html"_qs)).contains("令和8年4月1日"));
        QVERIFY(contents(in(u"seo.xlsx"_qs)).startsWith("PK"));
        QVERIFY(contents(site + u"/reports/seo.json"_qs).contains("2026-04-01"));
        const QStringList yearly{u"report"_qs,  u"accessibility"_qs, site,
                                 u"--pages"_qs, u"--seed"_qs,        u"種"_qs,
                                 u"--json"_qs};
        const Run first = cli(yearly);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QCOMPARE(first.json.value(u"pages"_qs).toArray().size(), 40);
        QCOMPARE(first.json.value(u"criteria"_qs).toArray().size(), 38);
        QCOMPARE(cli(yearly).json.value(u"pages"_qs), first.json.value(u"pages"_qs));
        const Run bad = cli({u"report"_qs, u"seo"_qs, site, u"--date"_qs, u"1 April"_qs});
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.err.contains(u"2026-04-01"_qs));
    }

    void demoTellsTheWholeStory()
    {
        const Run demo = cli({u"demo"_qs, u"--json"_qs});
        QVERIFY2(demo.code == 0, qPrintable(demo.err));
        for (const QJsonValue &step : demo.json.value(u"steps"_qs).toArray())
            QVERIFY2(step.toObject().value(u"ok"_qs).toBool(), qPrintable(demo.out));
        QVERIFY(demo.json.value(u"verified"_qs).toInt() > 50);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
