#include "checking.h"
#include "support/sitefixture.h"

#include "base/clock.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace checking;
using test::SiteFixture;

namespace {

content::PageContent contentOf(const QString &title, const QString &body = {})
{
    content::PageContent content;
    content.title = title;
    content.summary =
        title + u"についての案内です。見本として十分な長さの概要をここに書いています。"_qs;
    content.body = body;
    return content;
}

check::SiteReport report(const SiteFixture &site, render::RenderOptions options = {})
{
    const check::CheckContext context{rules(), site.theme(), std::move(options)};
    auto checked = check::checkSite(context, site.snapshot());
    if (!checked)
        qFatal("%s", qPrintable(checked.error().text));
    return *checked;
}

check::Findings found(const SiteFixture &site, const char *rule)
{
    return ofRule(report(site).findings, QString::fromLatin1(rule));
}

content::Redirect redirect(const QString &from, const QString &target)
{
    return {Ulid::generate(), from, target, 301};
}

QString longBody(int number)
{
    QString body;
    for (int i = 0; i < 12; ++i)
        body +=
            u"## 節%1\n\n県民会議の%2番目の取組です。令和7年4月1日（火曜日）から、会員の皆さまと"
            "[取組の一覧](/kenmin/)を作っています。\n\n- 省エネルギー\n- 再生可能エネルギー\n\n"_qs
                .arg(i)
                .arg(number);
    return body;
}

} // namespace

class TestSite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void titlesAndDescriptionsAreUnique()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"募集"_qs));
        site.page(u"/b/"_qs, contentOf(u"募集"_qs));
        site.page(u"/c/"_qs, contentOf(u"結果"_qs));
        QCOMPARE(found(site, "title-unique").size(), 1);
        QCOMPARE(found(site, "title-unique").first().issue.place.pagePath, u"/b/"_qs);
        QCOMPARE(found(site, "description-unique").size(), 1);
    }

    void pagesThatNothingLeadsToAreFound()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs, u"[い](/b/)"_qs));
        site.page(u"/b/"_qs, contentOf(u"い"_qs, u"[自分](/b/)"_qs));
        QStringList orphans;
        for (const auto &finding : found(site, "orphan-page"))
            orphans.append(finding.issue.place.pagePath);
        QVERIFY(orphans.contains(u"/a/"_qs));
        QVERIFY(!orphans.contains(u"/b/"_qs));
        QVERIFY(!orphans.contains(u"/"_qs));
    }

    void brokenLinksAreSaidOnce()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs, u"文\n\n[なし](/nowhere/)"_qs));
        const auto report_ = report(site).findings;
        QCOMPARE(ofRule(report_, u"link-missing"_qs).size(), 1);
        QCOMPARE(ofRule(report_, u"link-missing"_qs).first().issue.place.line, 3);
        QVERIFY(ofRule(report_, u"link-broken"_qs).isEmpty());
    }

    void whatIsOnEveryPageCountsPages()
    {
        SiteFixture site;
        for (const QString &path : {u"/a/"_qs, u"/b/"_qs, u"/c/"_qs})
            site.page(path, contentOf(path));
        banner::Banner banner;
        banner.title = u"旗"_qs;
        banner.target = u"/nowhere/"_qs;
        banner.placement = u"side"_qs;
        for (int i = 0; i < 3; ++i) { // so each page has it three times
            banner.id = Ulid::generate();
            site.snapshot().banners.append(banner);
        }
        const auto broken = found(site, "link-broken");
        QCOMPARE(broken.size(), 1);
        static const QRegularExpression others(u"on ([0-9]+) other"_qs);
        const int count = others.match(broken.first().issue.text).captured(1).toInt();
        QVERIFY2(count > 1 && count < site.snapshot().pages.size(),
                 qPrintable(broken.first().issue.text));
    }

    void linksToPlacesOfOtherPagesAreFollowed()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs, u"[ある](/b/#here)と[ない](/b/#gone)"_qs));
        site.page(u"/b/"_qs, contentOf(u"い"_qs, u"## 場所 {#here}\n\n文"_qs));
        const auto missing = found(site, "link-anchor-elsewhere");
        QCOMPARE(missing.size(), 1);
        QVERIFY(missing.first().issue.text.contains(u"#gone"_qs));
        QCOMPARE(missing.first().issue.place.line, 1);
    }

    void backlinksAreThoseOfTexts()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs, u"[い](/b/)と[い](/b/)"_qs));
        site.page(u"/b/"_qs, contentOf(u"い"_qs, u"[自分](/b/)"_qs));
        site.page(u"/c/"_qs, contentOf(u"う"_qs, u"[い](/b/)"_qs));
        QCOMPARE(report(site).backlinks.value(u"/b/"_qs), (QStringList{u"/a/"_qs, u"/c/"_qs}));
    }

    void rightsHoldUntilTheirLastDay_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isUsed");
        QTest::addColumn<int>("ended");
        QTest::addColumn<int>("ending");
        QTest::newRow("the day after") << -1 << true << 1 << 0;
        QTest::newRow("the last day") << 0 << true << 0 << 1;
        QTest::newRow("a month before") << 30 << true << 0 << 1;
        QTest::newRow("long before") << 31 << true << 0 << 0;
        QTest::newRow("shown nowhere") << -1 << false << 0 << 0;
    }

    void rightsHoldUntilTheirLastDay()
    {
        QFETCH(int, days);
        QFETCH(bool, isUsed);
        SiteFixture site;
        content::MediaAsset &asset =
            site.snapshot().media[site.picture(u"lent.png"_qs, QSize(8, 8))];
        asset.rightsUntil = site.snapshot().asOf.toTimeZone(japanTime()).date().addDays(days);
        const QString body = u"文\n\n![写真](media:%1.png)"_qs;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs, body.arg(isUsed ? u"lent"_qs : u"own"_qs)));
        QTEST(static_cast<int>(found(site, "media-rights-ended").size()), "ended");
        QTEST(static_cast<int>(found(site, "media-rights-ending").size()), "ending");
    }

    void looksAtRedirects_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("bad");
        // "/old" leads to "/kenmin/", "/older" to "/old".
        const auto row = [](const char *rule, const QString &from, const QString &to, bool bad) {
            QTest::addRow("%s: %s to %s", rule, qPrintable(from), qPrintable(to))
                << QString::fromLatin1(rule) << from << to << bad;
        };
        row("redirect-chain", u"/1"_qs, u"/old"_qs, true);
        row("redirect-chain", u"/1"_qs, u"/older"_qs, true);
        row("redirect-chain", u"/1"_qs, u"/1"_qs, true);
        row("redirect-chain", u"/1"_qs, u"/kenmin/"_qs, false);
        row("redirect-chain", u"/1"_qs, u"https://example.jp/old"_qs, false);
        row("redirect-target", u"/1"_qs, u"/gone/"_qs, true);
        row("redirect-target", u"/1"_qs, u"/media/gone.pdf"_qs, true);
        row("redirect-target", u"/?p=3029"_qs, u"/kenmin2/#a"_qs, true);
        row("redirect-target", u"/1"_qs, u"/kenmin/#members"_qs, false);
        row("redirect-target", u"/1"_qs, u"https://example.jp/gone/"_qs, false);
        row("redirect-shadowed", u"/kenmin/"_qs, u"/"_qs, true);
        row("redirect-shadowed", u"/"_qs, u"/kenmin/"_qs, true);
        row("redirect-shadowed", u"/a/"_qs, u"/kenmin/"_qs, true);
        row("redirect-shadowed", u"/%61/index.html"_qs, u"/kenmin/"_qs, true);
        row("redirect-shadowed", u"/sitemap.xml"_qs, u"/kenmin/"_qs, true);
        row("redirect-shadowed", u"/favicon.ico"_qs, u"/kenmin/"_qs, true);
        row("redirect-shadowed", u"/posts/page/2/"_qs, u"/kenmin/"_qs, false);
        row("redirect-shadowed", u"/1"_qs, u"/"_qs, false);
        row("redirect-shadowed", u"/?p=1"_qs, u"/a/"_qs, false);
    }

    void looksAtRedirects()
    {
        QFETCH(QString, rule);
        QFETCH(QString, from);
        QFETCH(QString, target);
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs));
        site.snapshot().redirects = {redirect(u"/old"_qs, u"/kenmin/"_qs)};
        if (target == u"/older"_qs)
            site.snapshot().redirects.append(redirect(u"/older"_qs, u"/kenmin/"_qs));
        site.snapshot().redirects.append(redirect(from, target));
        QTEST(!ofRule(report(site).findings, rule).isEmpty(), "bad");
    }

    void looksAtColours_data()
    {
        QTest::addColumn<QString>("color");
        QTest::addColumn<bool>("bad");
        for (const QString &pale : {u"#88CC88"_qs, u"#FFFFFF"_qs, u"#777777"_qs, u"green"_qs})
            QTest::newRow(qPrintable(pale)) << pale << true;
        for (const QString &dark : {u"#115A36"_qs, u"#767676"_qs, u"#000000"_qs, QString()})
            QTest::newRow(qPrintable(u"good "_qs + dark)) << dark << false;
    }

    void looksAtColours()
    {
        QFETCH(QString, color);
        SiteFixture site;
        site.snapshot().site.accentColor = color;
        QTEST(!found(site, "accent-contrast").isEmpty(), "bad");
    }

    void looksAtPictures()
    {
        SiteFixture site;
        for (const QString &name : {u"a.png"_qs, u"b.png"_qs, u"c.png"_qs, u"d.png"_qs})
            site.picture(name, {40, 30});
        for (auto &asset : site.snapshot().media)
            asset.alt = asset.fileName == u"d.png"_qs ? u"会場"_qs : QString();
        auto &second = site.snapshot().media[site.snapshot().mediaByName.value(u"b.png"_qs)];
        second.decorative = true;
        QStringList files;
        for (const auto &finding : found(site, "media-alt"))
            files.append(finding.issue.place.file);
        QCOMPARE(files, (QStringList{u"a.png"_qs, u"c.png"_qs}));
    }

    void looksAtBanners()
    {
        SiteFixture site;
        const QDateTime now = site.snapshot().asOf;
        const auto banner = [](const QString &title, const QDateTime &closes, bool enabled = true) {
            banner::Banner made;
            made.title = title;
            made.target = u"/kenmin/"_qs;
            made.closes = closes;
            made.enabled = enabled;
            return made;
        };
        site.snapshot().banners = {banner(u"会議"_qs, {}), banner({}, now.addDays(1)),
                                   banner(u" "_qs, now), banner({}, now.addDays(-9)),
                                   banner({}, now.addDays(-1), false)};
        QCOMPARE(found(site, "banner-title").size(), 3);
        QCOMPARE(found(site, "banner-ended").size(), 2);
    }

    void aBannersEndIsTheDayInJapan()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        SiteFixture site;
        banner::Banner made;
        made.title = u"会議"_qs;
        made.target = u"/kenmin/"_qs;
        made.closes = QDateTime(QDate(2026, 3, 2), QTime(0, 30), japanTime()).toUTC();
        site.snapshot().banners = {made};
        const auto ended = found(site, "banner-ended");
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        QCOMPARE(ended.size(), 1);
        QVERIFY2(ended.first().issue.text.contains(u"2026-03-02"_qs),
                 qPrintable(ended.first().issue.text));
    }

    void waysBackFromFootnotesHaveNamesOfTheirOwn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("second");
        QTest::newRow("ja") << QString() << u"本文の注1（2か所目）へ戻る"_qs;
        QTest::newRow("en") << u"en"_qs << u"Back to note 1 (place 2) in the text"_qs;
    }

    void waysBackFromFootnotesHaveNamesOfTheirOwn()
    {
        QFETCH(QString, language);
        QFETCH(QString, second);
        SiteFixture site;
        auto content = contentOf(u"注のある頁"_qs, u"一[^a]と二[^b]と三[^a]。\n\n"
                                                   "[^a]: 注の一。\n[^b]: 注の二。"_qs);
        content.language.tag = language;
        site.page(u"/a/"_qs, content);
        QVERIFY(found(site, "link-same-name").isEmpty());
        const auto page = site.render(u"/a/"_qs);
        QVERIFY(page && page->html.contains(second.toUtf8()));
    }

    void looksAtWhatTheSiteSaysOfItself()
    {
        SiteFixture site;
        auto &settings = site.snapshot().site;
        settings.name = u"みやぎ"_qs;
        settings.organization = u"宮城県"_qs;
        settings.email = u"a@example.jp"_qs;
        settings.url = QUrl(u"https://www.example.jp/"_qs);
        QCOMPARE(found(site, "site-settings").size(), 0);
        settings.name = u"み\vやぎ"_qs;
        settings.copyright = u"\x202E県"_qs;
        site.snapshot().menus.append({Ulid::generate(), u"main"_qs, {}, u"表\x0001彰"_qs, u"/"_qs});
        QCOMPARE(found(site, "site-settings").size(), 3);
        settings.copyright.clear();
        site.snapshot().menus.clear();
        settings.telephone.clear();
        settings.email.clear();
        settings.name = u" "_qs;
        settings.organization.clear();
        settings.url = QUrl(u"http://www.example.jp/"_qs);
        QCOMPARE(found(site, "site-settings").size(), 4);
    }

    void whatTheThemeGetsWrongIsSaidOnce()
    {
        SiteFixture site; // its theme says no charset
        for (int i = 0; i < 5; ++i)
            site.page(u"/p%1/"_qs.arg(i), contentOf(u"題%1"_qs.arg(i)));
        const auto shared = found(site, "document-charset");
        QCOMPARE(shared.size(), 1);
        QVERIFY2(shared.first().issue.text.contains(u'6'), qPrintable(texts(shared).first()));
    }

    void closedPagesAreNotChecked()
    {
        SiteFixture site;
        auto content = contentOf(u"ｱ"_qs, u"ｶﾅ"_qs);
        content.window.closes = site.snapshot().asOf.addDays(-1);
        site.page(u"/old/"_qs, content);
        QVERIFY(found(site, "half-width-kana").isEmpty());
    }

    void aSinglePageGivesTheSameAsTheSite()
    {
        SiteFixture site;
        const Ulid id =
            site.page(u"/a/"_qs, contentOf(u"あ"_qs, u"日　時\n\n[こちら](/kenmin/)"_qs));
        const check::CheckContext context{rules(), site.theme(), {}};
        const auto single = check::checkPage(context, site.snapshot(), id);
        QVERIFY(single);
        QCOMPARE(ofRule(*single, u"space-in-word"_qs), found(site, "space-in-word"));
        QCOMPARE(ofRule(*single, u"link-text"_qs), found(site, "link-text"));
        QCOMPARE(ofRule(*single, u"link-text"_qs).first().issue.place.column, 2);
        QVERIFY(!check::checkPage(context, site.snapshot(), Ulid::generate()));
    }

    void reportsAreTheSameOnAnyNumberOfThreads()
    {
        SiteFixture site;
        for (int i = 0; i < 60; ++i)
            site.page(u"/p%1/"_qs.arg(i), contentOf(u"題"_qs, u"ｶﾅと[こちら](/nowhere/)"_qs));
        render::RenderOptions one;
        one.threads = 1;
        render::RenderOptions four;
        four.threads = 4;
        QCOMPARE(report(site, one).findings, report(site, four).findings);
    }

    void canBeCancelled()
    {
        SiteFixture site;
        site.page(u"/a/"_qs, contentOf(u"あ"_qs));
        JobContext job;
        job.cancel.cancel();
        const auto stopped = check::checkSite({rules(), site.theme(), {}}, site.snapshot(), job);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void largeSitesTakeLittleTime()
    {
        SiteFixture site;
        const int pages = qEnvironmentVariableIntValue("KAKEHASHI_PAGES") > 0
                              ? qEnvironmentVariableIntValue("KAKEHASHI_PAGES")
                              : 300;
        for (int i = 0; i < pages; ++i) {
            auto page = std::make_shared<render::PageValue>();
            page->id = Ulid::generate();
            page->kind = u"page"_qs;
            page->path = u"/q%1/"_qs.arg(i, 6, 10, QLatin1Char('0'));
            page->content = contentOf(u"題%1"_qs.arg(i), longBody(i));
            site.snapshot().pages.append(page);
        }
        std::sort(site.snapshot().pages.begin(), site.snapshot().pages.end(),
                  [](const auto &a, const auto &b) { return a->path < b->path; });
        const auto theme = render::Theme::load(QStringLiteral(":/theme"));
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().text));
        const auto done = check::checkSite({rules(), **theme, {}}, site.snapshot());
        QVERIFY(done);
        const check::SiteReport &checked = *done;
        qInfo("%d pages in %lld ms, %lld findings", checked.pages,
              static_cast<long long>(checked.milliseconds),
              static_cast<long long>(checked.findings.size()));
        // A debug build on a busy machine: ten times what is asked of a release.
        QVERIFY(checked.milliseconds < 10 * std::max(300, pages));
    }
};

QTEST_GUILESS_MAIN(TestSite)
#include "test_site.moc"
