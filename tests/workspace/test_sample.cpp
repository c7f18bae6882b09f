#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "support/testsite.h"
#include "workspace/sample.h"

#include <QDir>
#include <QElapsedTimer>

using namespace kakehashi;
using namespace kakehashi::workspace;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A sample of two pages, a picture, a series and a banner.
void putSmallSample(const QString &folder)
{
    const auto file = [&](const char *name) {
        return QDir(folder).filePath(QString::fromLatin1(name));
    };
    test::put(file("site.json"),
              json("{'settings': {'name': '見本', 'url': 'https://example.jp/'}, "
                   "'menus': {'main': [{'label': '会議', 'target': '/kenmin/', "
                   "'children': [{'label': '会員', 'target': '/kenmin/#m'}]}]}, "
                   "'redirects': [{'from': '/post-1', 'target': '/kenmin/', 'status': 301}]}"));
    test::put(file("media.json"), json("{'box.svg': {'alt': '箱', 'credit': '見本'}}"));
    test::put(file("media/box.svg"),
              "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>");
    test::put(file("pages/home.md"), "---\ntitle: 見本\nkind: home\npath: /\n---\nようこそ\n");
    test::put(
        file("pages/kenmin.md"),
        "---\ntitle: 県民会議\npath: /kenmin/\npicture: box.svg\ndate: 2025-10-31\n---\n本文\n");
    test::put(
        file("series/members.json"),
        json("{'series': {'name': 'members', 'title': '会員', 'unit': '人', 'period': 'month'}, "
             "'observations': [{'date': '2025-04-01', 'value': 12}, "
             "{'date': '2025-05-01', 'value': null}]}"));
    test::put(file("banners.json"),
              json("[{'title': '帯', 'target': '/kenmin/', 'picture': 'box.svg', "
                   "'placement': 'home', 'closes': '2026-12-01T00:00'}]"));
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        putSmallSample(sample());
    }

    void everythingArrivesAndIsLive()
    {
        auto made = createSampleFrom(sample(), site(), {}, m_clock);
        VERIFY_OK(made);
        auto snapshot = (*made)->snapshot({});
        VERIFY_OK(snapshot);
        const render::SiteSnapshot &now = **snapshot;
        QCOMPARE(now.site.name, QStringLiteral("見本"));
        QCOMPARE(now.pages.size(), 2);
        QCOMPARE(now.menus.size(), 2);
        QCOMPARE(now.redirects.size(), 1);
        QCOMPARE(now.series.first().observations.size(), 2);
        QVERIFY(!now.series.first().observations.at(1).value);
        QCOMPARE(now.banners.first().closes, QDateTime({2026, 11, 30}, {15, 0}, Qt::UTC));
        const render::PageValue *page = now.pageAt(QStringLiteral("/kenmin/"));
        QVERIFY(page);
        QCOMPARE(page->content.picture, now.mediaByName.value(QStringLiteral("box.svg")));
        QCOMPARE(page->updatedAt, QDateTime({2025, 10, 30}, {15, 0}, Qt::UTC));
    }

    void aBrokenSampleLeavesNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("site.json") << QStringLiteral("site.json") << QByteArray("{");
        QTest::newRow("page") << QStringLiteral("pages/kenmin.md") << QByteArray("---\ntitle\n");
        QTest::newRow("picture") << QStringLiteral("media/box.svg") << QByteArray("<svg");
        QTest::newRow("media.json") << QStringLiteral("media.json") << json("{'none.png': {}}");
        QTest::newRow("series") << QStringLiteral("series/members.json")
                                << json("{'series': {'name': 'x', 'period': 'week'}}");
        QTest::newRow("banner") << QStringLiteral("banners.json")
                                << json("[{'title': 'x', 'picture': 'none.png'}]");
    }
    void aBrokenSampleLeavesNothing()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        test::put(QDir(sample()).filePath(file), bytes);
        auto made = createSampleFrom(sample(), site());
        QVERIFY(!made);
        QVERIFY(!made.error().text.isEmpty());
        QVERIFY(!QDir(site()).exists());
    }

    void cancelIsHeeded()
    {
        JobContext context;
        context.cancel.cancel();
        VERIFY_FAILS(createSampleFrom(sample(), site(), context), ErrorCode::Cancelled);
        QVERIFY(!QDir(site()).exists());
    }

    void theProgramsOwnSampleInASecond()
    {
        QElapsedTimer timer;
        timer.start();
        auto made = createSample(site());
        const qint64 milliseconds = timer.elapsed();
        VERIFY_OK(made);
        auto snapshot = (*made)->snapshot({});
        VERIFY_OK(snapshot);
        qInfo("sample: %lld pages, %lld media in %lld ms", (*snapshot)->pages.size(),
              (*snapshot)->media.size(), milliseconds);
        QVERIFY((*snapshot)->pageAt(QStringLiteral("/")));
        QVERIFY((*snapshot)->pages.size() >= 2);
        VERIFY_OK((*made)->theme());
    }

private:
    QString sample() const { return m_folder->filePath(QStringLiteral("sample")); }
    QString site() const { return m_folder->filePath(QStringLiteral("site")); }

    FixedClock m_clock{test::firstMorning()};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
