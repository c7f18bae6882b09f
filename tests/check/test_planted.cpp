#include "checking.h"
#include "support/pictures.h"
#include "support/sitefixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace checking;
using test::SiteFixture;

namespace {

QString folder()
{
    return QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/check/planted");
}

QString readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// The bodies of one file: one for each mistake, apart by lines of "=====".
QStringList bodiesIn(const QString &rule)
{
    return readText(folder() + u'/' + rule + QStringLiteral(".md"))
        .split(QStringLiteral("=====\n"));
}

statistics::SeriesData members()
{
    statistics::SeriesData data;
    data.series.id = Ulid::generate();
    data.series.name = QStringLiteral("members");
    data.series.title = QStringLiteral("個人会員の数");
    data.series.unit = QStringLiteral("人");
    data.observations = {{QDate(2026, 1, 1), 9000.0}, {QDate(2026, 2, 1), 9174.0}};
    return data;
}

/// What the planted bodies name: a picture, a PDF, a series, a page that is not open yet.
void furnish(SiteFixture &site)
{
    const Ulid picture = site.picture(QStringLiteral("plan.png"), QSize(40, 30));
    site.snapshot().media[picture].alt = QStringLiteral("計画の進め方を表す図");
    site.media(QStringLiteral("plan.pdf"), "%PDF-1.4", QStringLiteral("application/pdf"));
    site.snapshot().series.append(members());
    content::PageContent later;
    later.title = QStringLiteral("来年度の募集");
    later.window.opens = site.snapshot().asOf.addDays(30);
    site.page(QStringLiteral("/closed/"), later);
}

check::Findings findingsOn(const QString &body)
{
    SiteFixture site;
    furnish(site);
    const Ulid id = site.page(QStringLiteral("/planted/"), page(body).content);
    const auto found =
        check::checkPage({rules(), site.theme(), site.options()}, site.snapshot(), id);
    if (!found)
        qFatal("%s", qPrintable(found.error().text));
    return *found;
}

content::PageContent named(const QString &title, const QString &summary, const QString &body = {})
{
    content::PageContent content;
    content.title = title;
    content.summary = summary;
    content.body = body;
    return content;
}

using Plant = std::function<void(SiteFixture &)>;

/// Mistakes that no single page shows.
QList<std::pair<QString, QList<Plant>>> siteMistakes()
{
    const auto pages = [](const QString &title, const QString &other, const QString &summary,
                          const QString &otherSummary) -> Plant {
        return [=](SiteFixture &site) {
            site.page(QStringLiteral("/a/"), named(title, summary));
            site.page(QStringLiteral("/b/"), named(other, otherSummary));
        };
    };
    const auto body = [](const QString &text) -> Plant {
        return [text](SiteFixture &site) {
            site.page(QStringLiteral("/a/"), named(QStringLiteral("一"), {}, text));
            site.page(QStringLiteral("/b/"), named(QStringLiteral("二"), {}, {}));
        };
    };
    const auto at = [](const char *path) -> Plant {
        return [path](SiteFixture &site) {
            site.page(QLatin1String(path), named(QStringLiteral("一"), {}));
        };
    };
    const auto redirects = [](const QStringList &steps) -> Plant {
        return [steps](SiteFixture &site) {
            for (qsizetype i = 0; i + 1 < steps.size(); i += 2)
                site.snapshot().redirects.append(
                    {Ulid::generate(), steps.at(i), steps.at(i + 1), 301});
        };
    };
    const auto banner = [](const QString &title, int days, const char *place) -> Plant {
        return [=](SiteFixture &site) {
            banner::Banner made{
                Ulid::generate(), title, QStringLiteral("/kenmin/"), {}, QLatin1String(place)};
            made.closes = site.snapshot().asOf.addDays(days);
            site.snapshot().banners.append(made);
        };
    };
    const auto picture = [](const QString &name, const QString &alt) -> Plant {
        return [=](SiteFixture &site) {
            site.snapshot().media[site.picture(name, QSize(8, 8))].alt = alt;
        };
    };
    const auto file = [](const char *name, const QByteArray &bytes, const char *type) -> Plant {
        return [=](SiteFixture &site) {
            site.media(QLatin1String(name), bytes, QLatin1String(type), QSize(8, 8));
        };
    };
    const QByteArray photo = test::jpegWithNotes({8, 8});
    // A picture that may be shown for so many days, used as the text or fields say.
    const auto lent = [](int days, const QString &text, const QJsonObject &fields = {}) -> Plant {
        return [=](SiteFixture &site) {
            const Ulid id = site.picture(QStringLiteral("lent.png"), QSize(8, 8));
            content::MediaAsset &asset = site.snapshot().media[id];
            asset.alt = QStringLiteral("借りた写真");
            asset.rightsUntil = site.snapshot().asOf.toTimeZone(japanTime()).date().addDays(days);
            content::PageContent content = named(QStringLiteral("一"), {}, text);
            content.fields = fields;
            if (text.isEmpty() && fields.isEmpty())
                content.picture = id;
            site.page(QStringLiteral("/a/"), content);
        };
    };
    const auto setting = [](const std::function<void(content::SiteSettings &)> &change) -> Plant {
        return [change](SiteFixture &site) { change(site.snapshot().site); };
    };
    const auto colour = [&setting](const char *value) {
        return setting(
            [value](content::SiteSettings &site) { site.accentColor = QLatin1String(value); });
    };
    const QString s = QStringLiteral("概要です。");
    return {
        {QStringLiteral("title-unique"),
         {pages(QStringLiteral("募集"), QStringLiteral("募集"), {}, {}),
          pages(QStringLiteral("結果"), QStringLiteral(" 結果"), {}, {}),
          pages(QStringLiteral("Award"), QStringLiteral("Award"), {}, {})}},
        {QStringLiteral("description-unique"),
         {pages(QStringLiteral("一"), QStringLiteral("二"), s, s),
          pages(QStringLiteral("一"), QStringLiteral("二"), s + s, s + s),
          pages(QStringLiteral("一"), QStringLiteral("二"), s, s + u' ')}},
        {QStringLiteral("orphan-page"),
         {body({}), body(QStringLiteral("[自分](/a/)")),
          body(QStringLiteral("[外](https://example.jp/b/)"))}},
        {QStringLiteral("link-anchor-elsewhere"),
         {body(QStringLiteral("[二](/b/#none)")), body(QStringLiteral("- [二](/b/#x)")),
          body(QStringLiteral("[会議](/kenmin/#no-such)"))}},
        {QStringLiteral("media-alt"),
         {picture(QStringLiteral("a.png"), {}),
          picture(QStringLiteral("b.png"), QStringLiteral(" ")),
          picture(QStringLiteral("c.png"), QStringLiteral("　"))}},
        {QStringLiteral("media-damaged"),
         {file("a.jpg", photo.left(photo.size() - 140), "image/jpeg"),
          file("a.png", test::pngWithNotes({8, 8}).chopped(30), "image/png"),
          file("a.gif", test::gifWithNotes().chopped(1), "image/gif")}},
        {QStringLiteral("media-notes"),
         {file("a.jpg", photo, "image/jpeg"),
          file("a.webp", test::webpWithNotes({8, 8}), "image/webp"),
          file("a.svg", "<svg><rect/></svg>", "image/svg+xml")}},
        {QStringLiteral("media-rights-ended"),
         {lent(-1, QStringLiteral("![借りた写真](media:lent.png)")), lent(-400, {}),
          lent(-2, {}, {{QStringLiteral("picture"), QStringLiteral("lent.png")}})}},
        {QStringLiteral("media-rights-ending"),
         {lent(0, QStringLiteral("::: figure {src=lent.png}\n:::")), lent(30, {}),
          lent(7, QStringLiteral("文\n\n[資料](media:lent.png)"))}},
        {QStringLiteral("path-invalid"), {at("/search/"), at("/topics/page/2/"), at("/assets/a/")}},
        {QStringLiteral("redirect-chain"),
         {redirects({QStringLiteral("/x"), QStringLiteral("/y"), QStringLiteral("/y"),
                     QStringLiteral("/kenmin/")}),
          redirects({QStringLiteral("/x"), QStringLiteral("/y"), QStringLiteral("/y"),
                     QStringLiteral("/x")}),
          redirects({QStringLiteral("/x"), QStringLiteral("/x")})}},
        {QStringLiteral("redirect-target"),
         {redirects({QStringLiteral("/x"), QStringLiteral("/nowhere/")}),
          redirects({QStringLiteral("/x"), QStringLiteral("/media/none.pdf")}),
          redirects({QStringLiteral("/?p=1"), QStringLiteral("/gone/#a")})}},
        {QStringLiteral("redirect-shadowed"),
         {redirects({QStringLiteral("/kenmin/"), QStringLiteral("/")}),
          redirects({QStringLiteral("/"), QStringLiteral("/kenmin/")}),
          [](SiteFixture &site) {
              site.page(QStringLiteral("/award/"), named(QStringLiteral("受賞者"), {}));
              site.snapshot().redirects.append(
                  {Ulid::generate(), QStringLiteral("/award/"), QStringLiteral("/kenmin/"), 301});
          }}},
        {QStringLiteral("banner-title"),
         {banner({}, 9, "home"), banner(QStringLiteral(" "), 9, "side"),
          banner(QStringLiteral("　"), 9, "footer")}},
        {QStringLiteral("banner-ended"),
         {banner(QStringLiteral("催し"), -1, "home"), banner(QStringLiteral("催し"), -400, "side"),
          banner(QStringLiteral("催し"), 0, "footer")}},
        {QStringLiteral("accent-contrast"),
         {colour("#ffcc00"), colour("#808080"), colour("#00aaff")}},
        {QStringLiteral("site-settings"),
         {setting([](auto &site) { site.name.clear(); }),
          setting([](auto &site) { site.organization.clear(); }),
          setting([](auto &site) { site.url = QUrl(QStringLiteral("http://example.jp/")); })}},
    };
}

/// What a site says of itself when nothing is missing.
void settle(SiteFixture &site)
{
    site.snapshot().site.organization = QStringLiteral("見本県 環境政策課");
    site.snapshot().site.telephone = QStringLiteral("022-000-0000");
}

check::Findings siteFindings(SiteFixture &site, const render::Theme &theme)
{
    const auto report = check::checkSite({rules(), theme, site.options()}, site.snapshot());
    if (!report)
        qFatal("%s", qPrintable(report.error().text));
    return report->findings;
}

} // namespace

/// Bad pages and sites, at least three for each rule that the tables of test_htmlrules and
/// test_textrules do not plant, and clean ones on which nothing is found.
class TestPlanted : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("body");
        for (const QString &name : QDir(folder()).entryList({QStringLiteral("*.md")})) {
            const QString rule = name.chopped(3);
            const QStringList bodies = bodiesIn(rule);
            QVERIFY2(bodies.size() >= 3, qPrintable(rule));
            for (qsizetype i = 0; i < bodies.size(); ++i)
                QTest::addRow("%s %d", qPrintable(rule), int(i) + 1) << rule << bodies.at(i);
        }
    }

    void pages()
    {
        QFETCH(QString, rule);
        QFETCH(QString, body);
        check::Findings found = findingsOn(body);
        if (rule != QLatin1String("clean"))
            QVERIFY2(!ofRule(found, rule).isEmpty(), qPrintable(texts(found).join(u'\n')));
        else // what the small theme of the tests lacks is not the page's fault
            found.removeIf([](const check::Finding &finding) {
                return finding.fromTheme || finding.part.isEmpty();
            });
        if (rule == QLatin1String("clean"))
            QVERIFY2(found.isEmpty(), qPrintable(texts(found).join(u'\n')));
    }

    void sites_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("number");
        for (const auto &[rule, plants] : siteMistakes()) {
            QVERIFY2(plants.size() >= 3, qPrintable(rule));
            for (int i = 0; i < plants.size(); ++i)
                QTest::addRow("%s %d", qPrintable(rule), i + 1) << rule << i;
        }
    }

    void sites()
    {
        QFETCH(QString, rule);
        QFETCH(int, number);
        SiteFixture clean;
        settle(clean);
        QVERIFY2(ofRule(siteFindings(clean, clean.theme()), rule).isEmpty() ||
                     rule == QLatin1String("orphan-page"),
                 "found on a clean site");
        for (const auto &[id, plants] : siteMistakes()) {
            if (id != rule)
                continue;
            SiteFixture site;
            settle(site);
            plants.at(number)(site);
            const check::Findings found = siteFindings(site, site.theme());
            QVERIFY2(!ofRule(found, rule).isEmpty(), qPrintable(texts(found).join(u'\n')));
        }
    }

    void whatThemesDo_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("css");
        QTest::addColumn<bool>("bad");
        const auto row = [](const char *rule, const char *css, bool bad) {
            QTest::newRow(css) << QString::fromLatin1(rule) << QString::fromLatin1(css) << bad;
        };
        row("focus-removed", "a:focus { outline: none }", true);
        row("focus-removed", "button:focus{outline:0;color:red}", true);
        row("focus-removed", "*:focus { outline-style: none; }", true);
        row("focus-removed", "a:focus { outline: 0; box-shadow: 0 0 0 3px }", false);
        row("focus-removed", "a:focus { outline: 3px solid }", false);
        row("text-over-picture", ".a { background: url(/a.jpg) center }", true);
        row("text-over-picture", ".a{color:#fff;background-image:url('/a.jpg')}", true);
        row("text-over-picture", "@media print { .b { background-image: url(\"/b.png\") } }", true);
        row("text-over-picture", ".a { background: #123 url(/a.jpg) }", false);
        row("text-over-picture", ".a{background-image:url(/a.jpg);background-color:#000}", false);
        row("text-over-picture", ".a{background:var(--accent) url(/a.jpg)}", false);
        row("text-over-picture", ".a{background-image:url(data:image/png,x)}", false);
        row("text-over-picture", "@font-face { src: url(/a.woff2) }", false);
    }

    void whatThemesDo()
    {
        QFETCH(QString, rule);
        QFETCH(QString, css);
        const QTemporaryDir copy;
        const QDir source(QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/theme"));
        QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            const QString to = copy.filePath(source.relativeFilePath(from));
            QVERIFY(QDir().mkpath(QFileInfo(to).path()) && QFile::copy(from, to));
        }
        QFile sheet(copy.filePath(QStringLiteral("assets/extra.css")));
        QVERIFY(sheet.open(QIODevice::WriteOnly) && sheet.write(css.toUtf8()) > 0);
        sheet.close();
        const auto theme = render::Theme::load(copy.path());
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().text));
        SiteFixture site;
        const auto found = ofRule(siteFindings(site, **theme), rule);
        QTEST(!found.isEmpty(), "bad");
    }

    void htmlWithoutEnd_data()
    {
        QTest::addColumn<QString>("tag");
        for (const char *tag : {"div", "span", "b"})
            QTest::newRow(tag) << QString::fromLatin1(tag);
    }

    void htmlWithoutEnd()
    {
        QFETCH(QString, tag);
        const QString html = QStringLiteral("<%1>").arg(tag).repeated(100'000);
        const auto found = checked(page({}), documentAround(html));
        QVERIFY(!ofRule(found, QStringLiteral("html-too-deep")).isEmpty());
    }

    /// Nobody adds a rule without planting its mistake.
    void everyRuleIsPlantedSomewhere()
    {
        QStringList planted{QStringLiteral("html-too-deep"), QStringLiteral("focus-removed"),
                            QStringLiteral("text-over-picture")};
        for (const QString &name : QDir(folder()).entryList({QStringLiteral("*.md")}))
            planted.append(name.chopped(3));
        for (const auto &[rule, plants] : siteMistakes())
            planted.append(rule);
        QString tables;
        const QDir tests(folder() + QStringLiteral("/.."));
        for (const QString &name : tests.entryList({QStringLiteral("test_*.cpp")})) {
            if (name != QLatin1String("test_planted.cpp"))
                tables += readText(tests.filePath(name));
        }
        for (const check::RuleInfo &rule : rules()->rules())
            QVERIFY2(planted.contains(rule.id) || tables.contains(u'"' + rule.id + u'"'),
                     qPrintable(rule.id));
    }
};

QTEST_MAIN(TestPlanted)
#include "test_planted.moc"
