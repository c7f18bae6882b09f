#include "banner/bannerrepository.h"
#include "support/testsite.h"

using namespace kakehashi;
using namespace kakehashi::banner;

namespace {

Banner strip(const QString &title)
{
    Banner banner;
    banner.title = title;
    banner.target = QStringLiteral("https://example.jp/");
    banner.picture = Ulid::generate();
    banner.placement = QStringLiteral("home");
    return banner;
}

} // namespace

class TestBanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<test::TestDatabase>();
        m_banners = std::make_unique<BannerRepository>(*m_site->database);
    }

    void storedInOrder()
    {
        auto first = m_banners->save(strip(QStringLiteral("一")));
        auto second = m_banners->save(strip(QStringLiteral("二")));
        VERIFY_OK(first);
        VERIFY_OK(second);
        QCOMPARE(*m_banners->list(), (QList<Banner>{*first, *second}));
        VERIFY_OK(m_banners->reorder({second->id, first->id}));
        QCOMPARE(m_banners->list()->first().title, QStringLiteral("二"));
        first->opens = test::firstMorning();
        first->enabled = false;
        VERIFY_OK(m_banners->save(*first));
        QCOMPARE(*m_banners->banner(first->id), *first);
        VERIFY_OK(m_banners->remove(first->id));
        VERIFY_FAILS(m_banners->banner(first->id), ErrorCode::NotFound);
    }

    void bad_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("placement");
        QTest::addColumn<int>("days");
        const auto row = [](const char *name, const char *title, const char *target,
                            const char *placement, int days) {
            QTest::newRow(name) << QString::fromUtf8(title) << QString::fromUtf8(target)
                                << QString::fromUtf8(placement) << days;
        };
        row("no title", " ", "/a/", "home", 1);
        row("no target", "帯", "", "home", 1);
        row("script", "帯", "javascript:x", "home", 1);
        row("relative", "帯", "a.html", "home", 1);
        row("place", "帯", "/a/", "roof", 1);
        row("period", "帯", "/a/", "home", -1);
    }
    void bad()
    {
        QFETCH(QString, title);
        QFETCH(QString, target);
        QFETCH(QString, placement);
        QFETCH(int, days);
        Banner banner = strip(title);
        banner.target = target;
        banner.placement = placement;
        banner.opens = test::firstMorning();
        banner.closes = test::firstMorning().addDays(days);
        VERIFY_FAILS(m_banners->save(banner), ErrorCode::Invalid);
        QVERIFY(m_banners->list()->isEmpty());
    }

    void aPictureInUseIsFound()
    {
        const auto banner = m_banners->save(strip(QStringLiteral("帯")));
        content::MediaAsset asset;
        asset.id = banner->picture;
        const auto uses = m_banners->usesOf(asset);
        QCOMPARE(uses->size(), 1);
        QVERIFY(uses->first().label.contains(QStringLiteral("帯")));
        asset.id = Ulid::generate();
        QVERIFY(m_banners->usesOf(asset)->isEmpty());
    }

    void shownWithinItsPeriod()
    {
        Banner banner = strip(QStringLiteral("帯"));
        banner.opens = test::firstMorning();
        banner.closes = test::firstMorning().addDays(1);
        QVERIFY(!banner.isShownAt(banner.opens.addSecs(-1)));
        QVERIFY(banner.isShownAt(banner.opens));
        QVERIFY(!banner.isShownAt(banner.closes));
        banner.enabled = false;
        QVERIFY(!banner.isShownAt(banner.opens));
    }

private:
    std::unique_ptr<test::TestDatabase> m_site;
    std::unique_ptr<BannerRepository> m_banners;
};

QTEST_GUILESS_MAIN(TestBanners)
#include "test_banners.moc"
