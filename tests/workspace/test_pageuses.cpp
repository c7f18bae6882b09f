#include "workspace/pageuses.h"

#include <QTest>

using namespace kakehashi;
using workspace::PageUse;

namespace {

std::shared_ptr<const render::PageValue> page(const QString &path, const QString &body,
                                              const QJsonObject &fields = {})
{
    auto value = std::make_shared<render::PageValue>();
    value->id = Ulid::generate();
    value->path = path;
    value->content.title = path;
    value->content.body = body;
    value->content.fields = fields;
    return value;
}

render::SiteSnapshot site(const QString &body)
{
    render::SiteSnapshot site;
    site.site.url = QUrl(QStringLiteral("https://portal.example/"));
    site.pages = {page(QStringLiteral("/award/"), QString()), page(QStringLiteral("/b/"), body)};
    return site;
}

} // namespace

class TestPageUses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksOfPagesAreFound_data();
    void linksOfPagesAreFound();
    void linksUpwardsNameNothing();
    void eachPageCountsOnce();
    void menusBannersAndRedirectsLeadThereToo();
    void theParentIsTheNearestPageAbove();
};

void TestPageUses::linksOfPagesAreFound_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isUse");
    const std::pair<const char *, bool> rows[] = {
        {"[a](/award/)", true},
        {"[a](/award/#x \"t\")", true},
        {"[a](/award)", true},
        {"[a](</award/>)", true},
        {"<a href=\"/award/?a=1\">", true},
        {"[a](https://portal.example/award/)", true},
        {"[a]: /award/", true},
        {"[a](/awards/)", false},
        {"[a](/award/2024/)", false},
        {"[a](/en/award/)", false},
        {"[a](https://other.example/award/)", false},
        {"/award/", false},
        {"[a](../award/)", true},
        {"[a](../award)", true},
        {"[a](../award/#x \"t\")", true},
        {"[a](./../award/)", true},
        {"<a href='../award/'>", true},
        {"[a]: ../award/", true},
        {"[a](award/)", false}, // /b/award/
        {"[a](../award/2024/)", false},
        {"[a](../../award/)", true}, // browsers stop at the top
        {"see ../award/ there", false},
        {"[a](media:award/)", false},
    };
    for (const auto &[body, isUse] : rows)
        QTest::newRow(body) << QString::fromUtf8(body) << isUse;
}

void TestPageUses::linksOfPagesAreFound()
{
    QFETCH(QString, body);
    QFETCH(bool, isUse);
    QCOMPARE(workspace::usesOfPage(site(body), QStringLiteral("/award/")).size(), isUse ? 1 : 0);
}

void TestPageUses::linksUpwardsNameNothing()
{
    render::SiteSnapshot below = site(QString());
    below.pages << page(QStringLiteral("/award/2024/"), QStringLiteral("[上へ](../)"));
    QCOMPARE(workspace::usesOfPage(below, QStringLiteral("/award/")).size(), 1);
    QCOMPARE(workspace::usesOfPage(below, QStringLiteral("/b/")).size(), 0);
}

void TestPageUses::eachPageCountsOnce()
{
    const auto uses =
        workspace::usesOfPage(site(QStringLiteral("[a](/award/) [b](/award/) [c](/award/#d)")),
                              QStringLiteral("/award/"));
    QCOMPARE(uses.size(), 1);
    QCOMPARE(uses.constFirst().path, QStringLiteral("/b/"));
}

void TestPageUses::menusBannersAndRedirectsLeadThereToo()
{
    render::SiteSnapshot all = site(QString());
    const QString path = QStringLiteral("/award/");
    all.menus = {{{}, QStringLiteral("main"), {}, QStringLiteral("賞"), path}};
    all.redirects = {{{}, QStringLiteral("/post-1"), path}};
    banner::Banner banner;
    banner.title = QStringLiteral("旗");
    banner.target = path;
    all.banners = {banner};
    all.pages << page(QStringLiteral("/c/"), QString(), {{QStringLiteral("more"), path}});
    QStringList labels;
    for (const PageUse &use : workspace::usesOfPage(all, path))
        labels << use.label;
    QCOMPARE(labels, QStringList({QStringLiteral("賞"), QStringLiteral("/c/"), QStringLiteral("旗"),
                                  QStringLiteral("/post-1")}));
}

void TestPageUses::theParentIsTheNearestPageAbove()
{
    const render::SiteSnapshot all = site(QString());
    QCOMPARE(workspace::parentOf(all, QStringLiteral("/award/2024/x/")), QStringLiteral("/award/"));
    QCOMPARE(workspace::parentOf(all, QStringLiteral("/award/")), QStringLiteral("/"));
}

QTEST_GUILESS_MAIN(TestPageUses)
#include "test_pageuses.moc"
