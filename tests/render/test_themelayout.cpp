#include "content/kind.h"
#include "render/render.h"
#include "render/theme.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// A page as the theme that ships shows it.
QByteArray shipped(const SiteFixture &site, const QString &path)
{
    const auto theme = render::Theme::load(QStringLiteral(":/theme"));
    const auto page = render::renderPath(site.snapshot(), **theme, {}, path);
    return page ? page->bytes : QByteArray();
}

content::MenuItem menuItem(const QString &target, const Ulid &parent = {})
{
    content::MenuItem item;
    item.id = Ulid::generate();
    item.menu = QStringLiteral("main");
    item.parent = parent;
    item.label = item.target = target;
    return item;
}

} // namespace

/// What themes lay pages out by, so that preview and public page agree.
class TestThemeLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingOfSheetsThatThePreviewLacks_data();
    void asksNothingOfSheetsThatThePreviewLacks();
    void leavesOutWhatHoldsNothing();
    void saysHowLargeTablesAre();
};

void TestThemeLayout::asksNothingOfSheetsThatThePreviewLacks_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("portal") << QStringLiteral(":/theme");
    QTest::newRow("plain") << QStringLiteral(":/themes/plain");
}

/// The preview of Qt 6.4 is Chromium 102; `:has()` came with 105, and rules with it are left out
/// whole, so that preview and page would differ.
void TestThemeLayout::asksNothingOfSheetsThatThePreviewLacks()
{
    QFETCH(QString, folder);
    const auto theme = render::Theme::load(folder);
    VERIFY_OK(theme);
    for (const render::Theme::Asset &asset : (*theme)->assets())
        QVERIFY2(!asset.name.endsWith(QLatin1String(".css")) || !asset.bytes.contains(":has("),
                 qPrintable(asset.name));
}

void TestThemeLayout::leavesOutWhatHoldsNothing()
{
    SiteFixture site;
    const auto kinds = content::builtInKinds();
    VERIFY_OK(kinds);
    site.snapshot().kinds = *kinds;
    const QString home = QStringLiteral("/");
    const QString page = QStringLiteral("/kenmin/");
    QVERIFY(shipped(site, home).contains("aria-labelledby=\"figures-heading\" hidden>"));
    QVERIFY(!shipped(site, page).contains("<aside"));

    content::PageContent content = site.snapshot().pageAt(home)->content;
    content.fields.insert(QStringLiteral("figures"),
                          QJsonArray{QJsonObject{{QStringLiteral("label"), QStringLiteral("会員")},
                                                 {QStringLiteral("value"), QStringLiteral("1")}}});
    site.page(home, content, QStringLiteral("home"));
    QVERIFY(shipped(site, home).contains("aria-labelledby=\"figures-heading\">"));

    site.snapshot().menus = {menuItem(page)};
    QVERIFY(!shipped(site, page).contains("<aside"));
    site.snapshot().menus.append(
        menuItem(QStringLiteral("/kenmin/join/"), site.snapshot().menus.first().id));
    QVERIFY(shipped(site, page).contains("<aside"));
    site.snapshot().menus.clear();
    banner::Banner banner;
    banner.title = QStringLiteral("旗");
    banner.target = page;
    banner.placement = QStringLiteral("side");
    site.snapshot().banners = {banner};
    QVERIFY(shipped(site, page).contains("<aside"));
}

void TestThemeLayout::saysHowLargeTablesAre()
{
    SiteFixture site;
    const QString head = QStringLiteral("| a | b | c |\n|---|---|---|\n");
    const QString row = QStringLiteral("| 1 | 2 | 3 |\n");
    const QString few = site.body(head + row.repeated(15)).html;
    QVERIFY2(few.contains(QStringLiteral("data-columns=\"3\">")) ||
                 few.contains(QStringLiteral("data-columns=\"3\"><")),
             qPrintable(few.left(200)));
    const QString many = site.body(head + row.repeated(16)).html;
    QVERIFY2(many.contains(QStringLiteral("data-columns=\"3\" data-long>")),
             qPrintable(many.left(200)));
    const QString columns = site.body(QStringLiteral("::: columns\na\n+++\nb\n+++\nc\n:::")).html;
    QVERIFY2(!columns.contains(QStringLiteral("data-charts")), qPrintable(columns));
    const QString charts = site.body(QStringLiteral("::: columns\n:::: notice\n::: chart "
                                                    "{series=x}\n:::\n::::\n+++\nb\n:::"))
                               .html;
    QVERIFY2(charts.contains(QStringLiteral("data-charts")), qPrintable(charts));
}

QTEST_GUILESS_MAIN(TestThemeLayout)
#include "test_themelayout.moc"
