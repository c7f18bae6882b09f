#include "changes.h"

#include "content/site/indexnow.h"
#include "content/site/siterepository.h"
#include "notify/changedpages.h"
#include "support/testsite.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::notify;
using namespace kakehashi::test;

/// What of a publish concerns search engines, and whether they are to be told at all.
class TestChangedPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatChangedForSearchIsTold_data();
    void onlyWhatChangedForSearchIsTold();
    void aPageThatMayNotBeKeptIsSeen_data();
    void aPageThatMayNotBeKeptIsSeen();
    void whoIsToldOf_data();
    void whoIsToldOf();
    void settingsThatCannotWorkAreRefused_data();
    void settingsThatCannotWorkAreRefused();
};

void TestChangedPages::onlyWhatChangedForSearchIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("url");
    const QByteArray shown(page);
    const QByteArray other = shown + "2";
    const QByteArray closed(hidden);
    QTest::newRow("new") << "kenmin/index.html" << QByteArray() << shown
                         << "https://www.example.jp/kenmin/";
    QTest::newRow("changed") << "kenmin/index.html" << shown << other
                             << "https://www.example.jp/kenmin/";
    QTest::newRow("home") << "index.html" << shown << other << "https://www.example.jp/";
    QTest::newRow("removed") << "a/b/index.html" << shown << QByteArray()
                             << "https://www.example.jp/a/b/";
    QTest::newRow("the same") << "kenmin/index.html" << shown << shown << "";
    QTest::newRow("never found") << "search/index.html" << closed << closed + "2"
                                 << "";
    QTest::newRow("new, not to be found") << "a/index.html" << QByteArray() << closed << "";
    QTest::newRow("closed now") << "a/index.html" << shown << closed << "https://www.example.jp/a/";
    QTest::newRow("removed, never found") << "a/index.html" << closed << QByteArray() << "";
    QTest::newRow("not found page") << "404.html" << shown << other << "";
    QTest::newRow("picture") << "media/a.jpg" << shown << other << "";
}

void TestChangedPages::onlyWhatChangedForSearchIsTold()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, url);
    const Files was = before.isEmpty() ? Files() : Files{{path, before}};
    const Files is = after.isEmpty() ? Files() : Files{{path, after}};
    const BuiltSite bytes = bytesOf(was, is);
    const QStringList urls =
        changedUrls(planBetween(was, is), bytes, QUrl(u"https://www.example.jp/"_qs));
    QCOMPARE(urls.join(u' '), url);
}

void TestChangedPages::aPageThatMayNotBeKeptIsSeen_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<bool>("indexable");
    QTest::newRow("plain") << QByteArray(page) << true;
    QTest::newRow("noindex") << QByteArray(hidden) << false;
    QTest::newRow("of several") << QByteArray("<META NAME=robots CONTENT='nofollow, noindex'>")
                                << false;
    QTest::newRow("none") << QByteArray("<meta name=\"robots\" content=\"none\">") << false;
    QTest::newRow("picture size")
        << QByteArray("<meta name=\"robots\" content=\"max-image-preview:large\">") << true;
    QTest::newRow("in the text") << QByteArray("<p>name=robots content=noindex</p>") << true;
}

void TestChangedPages::aPageThatMayNotBeKeptIsSeen()
{
    QFETCH(const QByteArray, html);
    QTEST(isIndexable(html), "indexable");
}

void TestChangedPages::whoIsToldOf_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("noindex");
    QTest::addColumn<QString>("visitor");
    QTest::addColumn<bool>("told");
    QTest::addColumn<bool>("explained");
    const QString home = u"https://www.example.jp/"_qs;
    QTest::newRow("public") << home << false << "" << true << false;
    QTest::newRow("staging") << home << true << "" << false << false;
    QTest::newRow("password") << home << false << "kengi" << false << false;
    QTest::newRow("elsewhere") << "https://test.example.jp/" << false << "" << false << true;
    QTest::newRow("nowhere") << "" << false << "" << false << true;
}

void TestChangedPages::whoIsToldOf()
{
    QFETCH(const QString, url);
    QFETCH(const bool, noindex);
    QFETCH(const QString, visitor);
    publish::Target target = publicTarget();
    target.url = url;
    target.noindex = noindex;
    target.visitorUser = visitor;
    QString why;
    QTEST(concernsSearchEngines(siteAt({}), target, &why), "told");
    QTEST(!why.isEmpty(), "explained");
    content::SiteSettings off = siteAt({});
    off.indexNow.isOn = false;
    QVERIFY(!concernsSearchEngines(off, target));
}

void TestChangedPages::settingsThatCannotWorkAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("good");
    const QString key = content::newIndexNowKey();
    QCOMPARE(key.size(), 32);
    QVERIFY(key != content::newIndexNowKey());
    const QString home = u"https://www.example.jp/"_qs;
    QTest::newRow("as it is") << key << home << "" << true;
    QTest::newRow("this machine") << key << home << "http://127.0.0.1:8080/indexnow" << true;
    QTest::newRow("plain http") << key << home << "http://www.example.jp/indexnow" << false;
    QTest::newRow("no web") << key << home << "file:///etc/passwd" << false;
    QTest::newRow("no key") << "" << home << "" << false;
    QTest::newRow("key with a path") << "../../index1" << home << "" << false;
    QTest::newRow("no address") << key << ""
                                << "" << false;
}

void TestChangedPages::settingsThatCannotWorkAreRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QString, url);
    QFETCH(const QString, endpoint);
    TestDatabase data;
    content::SiteRepository repository(*data.database);
    content::SiteSettings site;
    site.id = Ulid::generate();
    site.name = u"みやぎ"_qs;
    site.url = QUrl(url);
    site.indexNow = {true, key, QUrl(endpoint)};
    const auto saved = repository.save(site);
    QTEST(saved.has_value(), "good");
    if (saved)
        QCOMPARE(repository.settings().value(), site);
}

QTEST_GUILESS_MAIN(TestChangedPages)
#include "test_changedpages.moc"
