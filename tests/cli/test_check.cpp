#include "clirun.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

enum { Done = 0, Failed = 1, Usage = 2, Refused = 3 };

} // namespace

/// The check and its gate as scripts meet them: exit codes and JSON.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aCleanSiteIsPublished();
    void aMustStopsThePublish();
    void anExceptionLetsItThrough();
    void anExceptionEndsWithItsText();
    void exceptionsNeedReasonAndPage_data();
    void exceptionsNeedReasonAndPage();
    void whatIsDueGoesOutWithoutWhatIsBlocked();
    void whatIsHeldBackIsToldUntilItIsOut();
    void theSiteDecidesAboutRulesAndTerms();
    void otherSitesAreAskedWithoutATerminal();
    void badDecisionsAreRefused_data();
    void badDecisionsAreRefused();

private:
    using Run = CliRun;

    static Run cli(const QStringList &arguments) { return runCli(arguments); }
    Run publish(const QStringList &more = {}) const;
    void write(const QString &path, const QString &body) const;
    void put(const QString &file, const QString &text) const;
    void importPage(const QString &name, const QString &body) const;
    void makePublishesOlder(int hours) const;
    QString published(const QString &path) const;

    QTemporaryDir m_folder;
    QString m_site;
    QString m_root;
    int m_count = 0;
};

void TestCheck::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_site = m_folder.filePath(u"empty"_qs);
    QCOMPARE(cli({u"site"_qs, u"new"_qs, m_site}).code, int(Done));
    write(u"/"_qs, u"ようこそ。\n\n- [県民会議](/kenmin/)\n- [表彰](/award/)"_qs);
    write(u"/kenmin/"_qs, u"県民会議のページです。"_qs);
    write(u"/award/"_qs, u"表彰のページです。"_qs);
}

void TestCheck::init()
{
    const QString name = QString::number(++m_count);
    m_site = m_folder.filePath(name);
    m_root = m_folder.filePath(name + u"-www"_qs);
    QVERIFY(QDir().mkpath(m_root));
    QProcess copy;
    copy.start(u"cp"_qs, {u"-r"_qs, m_folder.filePath(u"empty"_qs), m_site});
    QVERIFY(copy.waitForFinished());
    QCOMPARE(cli({u"target"_qs, u"add"_qs, m_site, u"here"_qs, u"--local"_qs, m_root, u"--url"_qs,
                  u"https://www.example.jp/"_qs})
                 .code,
             int(Done));
}

TestCheck::Run TestCheck::publish(const QStringList &more) const
{
    return cli(QStringList{u"publish"_qs, m_site, u"--target"_qs, u"here"_qs, u"--json"_qs} + more);
}

void TestCheck::put(const QString &file, const QString &text) const
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(file));
}

void TestCheck::write(const QString &path, const QString &body) const
{
    const QString file = m_folder.filePath(u"body.md"_qs);
    put(file, body);
    const Run set =
        cli({u"page"_qs, u"set"_qs, m_site, path, u"--create"_qs, u"--kind"_qs, u"page"_qs,
             u"--title"_qs, u"題名 "_qs + path, u"--body"_qs, file, u"--approve"_qs});
    QVERIFY2(set.code == Done, qPrintable(set.err));
}

QString TestCheck::published(const QString &path) const
{
    QFile file(m_root + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestCheck::aCleanSiteIsPublished()
{
    QCOMPARE(cli({u"check"_qs, m_site}).code, int(Done));
    const Run run = publish({u"--yes"_qs});
    QVERIFY2(run.code == Done, qPrintable(run.out + run.err));
    QVERIFY(published(u"kenmin/index.html"_qs).contains(u"</html>"_qs));
}

/// Nobody looks at the progress of a script.
void TestCheck::otherSitesAreAskedWithoutATerminal()
{
    write(u"/kenmin/"_qs, u"[気候の研究所](https://nobody.invalid/)のページです。"_qs);
    const Run run = cli({u"check"_qs, m_site, u"--outside"_qs});
    QVERIFY2(run.code == Done, qPrintable(run.out + run.err));
    QVERIFY2(run.out.contains(u"nobody.invalid"_qs), qPrintable(run.out));
}

void TestCheck::aMustStopsThePublish()
{
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開きます。"_qs);
    QCOMPARE(cli({u"check"_qs, m_site}).code, int(Refused));
    const Run run = publish({u"--yes"_qs});
    QCOMPARE(run.code, int(Refused));
    const QJsonArray blocking = run.json.value(u"blocking"_qs).toArray();
    QCOMPARE(blocking.size(), 1);
    QCOMPARE(blocking.at(0)[u"page"].toString(), u"/kenmin/"_qs);
    QCOMPARE(blocking.at(0)[u"rule"].toString(), u"half-width-kana"_qs);
    QVERIFY(published(u"index.html"_qs).isEmpty());
    // The plan can be looked at all the same, and no confirming helps.
    const Run look = publish({u"--dry-run"_qs, u"--confirm"_qs, u"publish-check"_qs});
    QCOMPARE(look.code, int(Refused));
    QVERIFY(!look.json.value(u"items"_qs).toArray().isEmpty());
    const Run text = cli({u"publish"_qs, m_site, u"--target"_qs, u"here"_qs, u"--yes"_qs});
    QVERIFY2(text.out.contains(u"/kenmin/:1"_qs), qPrintable(text.out));
}

void TestCheck::anExceptionLetsItThrough()
{
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開きます。"_qs);
    const Run made = cli({u"check"_qs, m_site, u"--except"_qs, u"half-width-kana"_qs, u"--page"_qs,
                          u"/kenmin/"_qs, u"--reason"_qs, u"様式の引用のため"_qs});
    QVERIFY2(made.code == Done, qPrintable(made.err));
    QCOMPARE(publish({u"--yes"_qs}).code, int(Done));
    QVERIFY(published(u"kenmin/index.html"_qs).contains(u"ｾﾐﾅｰ"_qs));
    const Run list = cli({u"check"_qs, m_site, u"--exceptions"_qs, u"--json"_qs});
    const QJsonObject kept = list.json.value(u"exceptions"_qs).toArray().at(0).toObject();
    QCOMPARE(kept.value(u"reason"_qs).toString(), u"様式の引用のため"_qs);
    QVERIFY(!kept.value(u"author"_qs).toString().isEmpty());
    // Taken back, it stops the next publish again.
    const Run revoked = cli({u"check"_qs, m_site, u"--revoke"_qs, kept.value(u"id"_qs).toString()});
    QCOMPARE(revoked.code, int(Done));
    QCOMPARE(publish({u"--yes"_qs}).code, int(Refused));
}

void TestCheck::anExceptionEndsWithItsText()
{
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開きます。"_qs);
    QCOMPARE(cli({u"check"_qs, m_site, u"--except"_qs, u"half-width-kana"_qs, u"--all-pages"_qs,
                  u"--reason"_qs, u"引用"_qs})
                 .code,
             int(Done));
    write(u"/kenmin/"_qs, u"上に一行足します。\n\nｾﾐﾅｰを開きます。"_qs);
    QCOMPARE(cli({u"check"_qs, m_site}).code, int(Done));
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開催します。"_qs);
    QCOMPARE(cli({u"check"_qs, m_site}).code, int(Refused));
}

void TestCheck::exceptionsNeedReasonAndPage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString rule = u"half-width-kana"_qs;
    QTest::newRow("no reason") << QStringList{u"--except"_qs, rule, u"--page"_qs, u"/kenmin/"_qs}
                               << int(Usage);
    QTest::newRow("blank reason") << QStringList{u"--except"_qs, rule,           u"--page"_qs,
                                                 u"/kenmin/"_qs, u"--reason"_qs, u" "_qs}
                                  << int(Failed);
    QTest::newRow("no page") << QStringList{u"--except"_qs, rule, u"--reason"_qs, u"x"_qs}
                             << int(Failed);
    QTest::newRow("nothing there")
        << QStringList{u"--except"_qs, rule, u"--page"_qs, u"/award/"_qs, u"--reason"_qs, u"x"_qs}
        << int(Failed);
    QTest::newRow("no such rule") << QStringList{u"--except"_qs, u"nai"_qs,      u"--page"_qs,
                                                 u"/kenmin/"_qs, u"--reason"_qs, u"x"_qs}
                                  << int(Failed);
}

void TestCheck::exceptionsNeedReasonAndPage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開きます。"_qs);
    const Run run = cli(QStringList{u"check"_qs, m_site} + arguments);
    QVERIFY2(run.code == code, qPrintable(QString::number(run.code) + run.err));
    QCOMPARE(publish({u"--yes"_qs}).code, int(Refused));
}

/// One page that must not go out does not keep another that is due from going out.
void TestCheck::whatIsDueGoesOutWithoutWhatIsBlocked()
{
    QCOMPARE(publish({u"--yes"_qs}).code, int(Done));
    const QString before = published(u"kenmin/index.html"_qs);
    write(u"/kenmin/"_qs, u"ｾﾐﾅｰを開きます。"_qs); // changed, on the server already
    const QString opened = QDateTime::currentDateTimeUtc().addSecs(-600).toString(Qt::ISODate);
    const QString pages = m_folder.filePath(u"pages-%1"_qs.arg(m_count));
    QVERIFY(QDir().mkpath(pages));
    const QString page = u"---\ntitle: %1\nkind: page\npath: /%2/\nsummary: 募集のお知らせです。"
                         "応募の方法と締切をご確認ください。\nopens: %3\n---\n%4\n"_qs;
    put(pages + u"/good.md"_qs, page.arg(u"良い"_qs, u"good"_qs, opened, u"本文です。"_qs));
    put(pages + u"/bad.md"_qs, page.arg(u"悪い"_qs, u"bad"_qs, opened, u"ﾎﾝﾌﾞﾝです。"_qs));
    const Run imported =
        cli({u"import"_qs, u"markdown"_qs, pages, u"--site"_qs, m_site, u"--approve"_qs});
    QVERIFY2(imported.code == Done, qPrintable(imported.err));

    const Run run = publish({u"--due"_qs});
    QVERIFY2(run.code == Refused, qPrintable(run.out + run.err));
    QCOMPARE(run.json.value(u"heldBack"_qs).toArray(), (QJsonArray{u"/bad/"_qs, u"/kenmin/"_qs}));
    QVERIFY(published(u"good/index.html"_qs).contains(u"本文です。"_qs));
    QVERIFY(published(u"bad/index.html"_qs).isEmpty());
    QCOMPARE(published(u"kenmin/index.html"_qs), before);
    QVERIFY(!published(u"sitemap.xml"_qs).contains(u"/bad/"_qs));
}

void TestCheck::theSiteDecidesAboutRulesAndTerms()
{
    write(u"/kenmin/"_qs, u"温対課が２０名の取り組みを紹介します。"_qs);
    const auto counted = [this](const QString &rule) {
        return cli({u"check"_qs, m_site, u"--rule"_qs, rule, u"--json"_qs})
            .json.value(u"issues"_qs)
            .toArray()
            .size();
    };
    QCOMPARE(counted(u"term"_qs), 1);
    QCOMPARE(counted(u"full-width-alnum"_qs), 1);
    const Run set = cli({u"rules"_qs, m_site, u"--weigh"_qs, u"full-width-alnum=off"_qs,
                         u"--weigh"_qs, u"term=must"_qs, u"--term"_qs, u"温対課"_qs,
                         u"環境政策課"_qs, u"--right"_qs, u"取り組み"_qs, u"--json"_qs});
    QVERIFY2(set.code == Done, qPrintable(set.err));
    QCOMPARE(set.json.value(u"terms"_qs).toArray().size(), 2);
    QCOMPARE(counted(u"full-width-alnum"_qs), 0);
    QCOMPARE(counted(u"term"_qs), 1); // its own word now, and it stops the publish
    QCOMPARE(publish({u"--yes"_qs}).code, int(Refused));
    QCOMPARE(
        cli({u"rules"_qs, m_site, u"--weigh"_qs, u"term=default"_qs, u"--remove"_qs, u"温対課"_qs})
            .code,
        int(Done));
    QCOMPARE(counted(u"term"_qs), 0);
}

void TestCheck::badDecisionsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QStringList &arguments, int code = Failed) {
        QTest::newRow(name) << arguments << code;
    };
    row("no such rule", {u"--weigh"_qs, u"nai=off"_qs});
    row("no weight", {u"--weigh"_qs, u"term"_qs});
    row("unknown weight", {u"--weigh"_qs, u"term=perhaps"_qs});
    row("a must made weaker", {u"--weigh"_qs, u"image-alt=ask"_qs});
    row("a term for itself", {u"--term"_qs, u"取組"_qs, u"取組"_qs});
    row("an empty term", {u"--term"_qs, u""_qs, u"取組"_qs});
    row("half a term", {u"--term"_qs, u"取組"_qs}, Usage);
    row("a term that is not there", {u"--remove"_qs, u"取組"_qs});
}

void TestCheck::badDecisionsAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Run before = cli({u"rules"_qs, m_site, u"--json"_qs});
    const Run run = cli(QStringList{u"rules"_qs, m_site} + arguments);
    QVERIFY2(run.code == code, qPrintable(QString::number(run.code) + run.err));
    QCOMPARE(cli({u"rules"_qs, m_site, u"--json"_qs}).json, before.json);
}

/// It became due three hours ago.
void TestCheck::importPage(const QString &name, const QString &body) const
{
    const QString pages = m_folder.filePath(u"pages-"_qs + name + QString::number(m_count));
    QVERIFY(QDir().mkpath(pages));
    const QString opened = QDateTime::currentDateTimeUtc().addSecs(-3 * 3600).toString(Qt::ISODate);
    put(pages + u"/page.md"_qs,
        u"---\ntitle: %1\nkind: page\npath: /%1/\nsummary: 募集のお知らせ"
        "です。応募の方法と締切をご確認ください。\nopens: %2\n---\n%3\n"_qs.arg(name, opened,
                                                                                body));
    const Run run =
        cli({u"import"_qs, u"markdown"_qs, pages, u"--site"_qs, m_site, u"--approve"_qs});
    QVERIFY2(run.code == Done, qPrintable(run.err));
}

void TestCheck::makePublishesOlder(int hours) const
{
    const QString program =
        u"import sqlite3, sys, datetime as d\n"
        "base = sqlite3.connect(sys.argv[1])\n"
        "for id, at in base.execute('SELECT id, at FROM publish_history').fetchall():\n"
        "    then = d.datetime.fromisoformat(at.replace('Z', '+00:00'))\n"
        "    then -= d.timedelta(hours=int(sys.argv[2]))\n"
        "    text = then.isoformat(timespec='milliseconds').replace('+00:00', 'Z')\n"
        "    base.execute('UPDATE publish_history SET at = ? WHERE id = ?', (text, id))\n"
        "base.commit()\n"_qs;
    QCOMPARE(QProcess::execute(u"python3"_qs, {u"-c"_qs, program, m_site + u"/site.sqlite"_qs,
                                               QString::number(hours)}),
             0);
}

/// By then another publish lies behind it, and the moment at which it was due as well.
void TestCheck::whatIsHeldBackIsToldUntilItIsOut()
{
    QCOMPARE(publish({u"--yes"_qs}).code, int(Done));
    makePublishesOlder(5);
    importPage(u"good"_qs, u"本文です。"_qs);
    importPage(u"bad"_qs, u"ﾎﾝﾌﾞﾝです。"_qs);
    for (int run = 0; run < 2; ++run) {
        const Run told = publish({u"--due"_qs});
        QVERIFY2(told.code == Refused, qPrintable(told.out + told.err));
        QCOMPARE(told.json.value(u"heldBack"_qs).toArray(), QJsonArray{u"/bad/"_qs});
    }
    write(u"/bad/"_qs, u"本文です。"_qs);
    QCOMPARE(publish({u"--due"_qs}).code, int(Done));
    QVERIFY(!published(u"bad/index.html"_qs).isEmpty());
    const Run quiet = publish({u"--due"_qs});
    QVERIFY(quiet.code == Done && quiet.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCheck)
#include "test_check.moc"
