#include "render/server/htaccess.h"
#include "render/server/redirects.h"
#include "render/server/sitemap.h"
#include "render/sinks.h"
#include "security/pathguard.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace kakehashi;
using namespace kakehashi::test;

/// What the site tells servers and programs rather than people. That real Apache understands the
/// .htaccess is judged in tests/judges.
class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRewriteRules_data();
    void writesRewriteRules();
    void choosesRulesOrPages();
    void putsTheServersFileLast();
    void allowsNothingInlineButWhatPagesHold();
    void promisesHttpsOnlyOverHttps();
    void namesWhomToTellOfAWeakness_data();
    void namesWhomToTellOfAWeakness();
    void listsIconsInTheManifest();
    void keepsItsNamesWithinThePathRules();
    void tellsReadersInAtom();
    void splitsLargeSitemaps_data();
    void splitsLargeSitemaps();
    void datesListsByTheirNewestPage();
    void listsPicturesInTheSitemap();
};

void TestServer::writesRewriteRules_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const char *from, const char *target, int status,
                        const char *lines) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(target) << status
                            << QString::fromUtf8(lines);
    };
    row("path", "/post-1528", "/award/", 301,
        "  RewriteRule \"^post-1528/?$\" \"/award/\" [R=301,L,NE]\n");
    row("folder", "/event2023/", "/award/", 302,
        "  RewriteRule \"^event2023/?$\" \"/award/\" [R=302,L,NE]\n");
    row("query", "/?p=3029", "/award/", 301,
        "  RewriteCond %{QUERY_STRING} \"(^|&)p=3029(&|$)\"\n"
        "  RewriteRule \"^(index\\.php)?$\" \"/award/\" [R=301,QSD,L,NE]\n");
    row("special letters", "/a.b+(c)", "/award/", 301,
        "  RewriteRule \"^a\\.b\\+\\(c\\)/?$\" \"/award/\" [R=301,L,NE]\n");
    row("Japanese", "/%E7%9C%8C%E6%B0%91", "/award/?a=%E7$1", 301,
        "  RewriteRule \"^県民/?$\" \"/award/?a=\\%E7\\$1\" [R=301,L,NE]\n");
    row("gone", "/old", "", 410, "  RewriteRule \"^old/?$\" \"-\" [G,L]\n");
    row("a page stands there", "/kenmin", "/award/", 301, "");
    row("script", "/evil", "javascript:alert(1)", 301, "");
    row("end of the directive", "/a%22%0ADeny", "/award/", 301, "");
    row("the search page's end", "/search", "/award/", 301, "");
    row("the page for what is missing", "/404.html", "/award/", 301, "");
    row("letters of a page, encoded", "/%6Benmin/", "/award/", 301, "");
    row("home", "/", "/award/", 301, "");
    row("home's file", "/index.html", "/award/", 301, "");
    row("a page's file", "/kenmin/index.html", "/award/", 301, "");
    row("encoded query", "/view.php?name=%E7%9C%8C&a=b", "/award/", 301,
        "  RewriteCond %{QUERY_STRING} "
        "\"(^|&)name=(\\xE7|%[Ee]7)(\\x9C|%9[Cc])(\\x8C|%8[Cc])&a=b(&|$)\"\n"
        "  RewriteRule \"^view\\.php/?$\" \"/award/\" [R=301,QSD,L,NE]\n");
    row("a file", "/form.pdf", "media:youkou.pdf", 301,
        "  RewriteRule \"^form\\.pdf/?$\" \"/media/youkou.pdf\" [R=301,L,NE]\n");
    row("a file that is not there", "/form.pdf", "media:gone.pdf", 301, "");
}

void TestServer::writesRewriteRules()
{
    QFETCH(QString, from);
    QFETCH(QString, target);
    QFETCH(int, status);
    SiteFixture site;
    site.media(QStringLiteral("youkou.pdf"), "%PDF-1.7\n", QStringLiteral("application/pdf"));
    const render::RenderOptions options;
    const render::SiteIndex index(site.snapshot(), site.theme(), options);
    const std::string rule = render::rewriteRule(index, {Ulid::generate(), from, target, status});
    QTEST(QString::fromStdString(rule), "lines");
}

void TestServer::choosesRulesOrPages()
{
    SiteFixture site;
    site.media(QStringLiteral("youkou.pdf"), "%PDF-1.7\n", QStringLiteral("application/pdf"));
    site.snapshot().redirects = {
        {Ulid::generate(), QStringLiteral("/post-1"), QStringLiteral("/kenmin/"), 301},
        {Ulid::generate(), QStringLiteral("/old.pdf"), QStringLiteral("media:youkou.pdf"), 301}};
    render::MemorySink apache;
    VERIFY_OK(site.build(apache));
    QVERIFY(apache.bytes(QStringLiteral(".htaccess")).contains("^post-1/?$"));
    QVERIFY(apache.paths().contains(QLatin1String("media/youkou.pdf"))); // no page links to it
    QVERIFY(!apache.paths().contains(QLatin1String("post-1/index.html")));
    site.snapshot().site.server = content::ServerKind::Other;
    render::MemorySink other;
    VERIFY_OK(site.build(other));
    QVERIFY(!other.paths().contains(QLatin1String(".htaccess")));
    QVERIFY(other.bytes(QStringLiteral("post-1/index.html")).contains("rel=\"canonical\""));
}

void TestServer::putsTheServersFileLast()
{
    const SiteFixture site;
    render::MemorySink sink;
    const auto build = site.build(sink);
    VERIFY_OK(build);
    const render::OutputFile *file = build->tree.find(QStringLiteral(".htaccess"));
    QVERIFY(file);
    QCOMPARE(file->group, render::CommitGroup::Home);
    // One refused directive outside IfModule would make the server answer 500 to everything.
    int depth = 0;
    for (const QByteArray &line : sink.bytes(QStringLiteral(".htaccess")).split('\n')) {
        const QByteArray word = line.trimmed().split(' ').first();
        depth += word == "<IfModule" ? 1 : (word == "</IfModule>" ? -1 : 0);
        const bool free = word.isEmpty() || word.startsWith('#') || word.endsWith("IfModule>") ||
                          word == "AddDefaultCharset" || word == "ErrorDocument";
        QVERIFY2(depth > 0 || free, line.constData());
    }
    QCOMPARE(depth, 0);
}

void TestServer::allowsNothingInlineButWhatPagesHold()
{
    const auto hash = [](const char *text) {
        return "'sha256-" +
               QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64().toStdString() +
               "'";
    };
    const render::InlineSources sources = render::inlineSourcesOf(
        "<script src=\"/a.js\" defer></script><script type=\"application/ld+json\">{}</script>"
        "<style>p{}</style><p>x<script>go()</script>");
    QCOMPARE(sources.scripts, std::set<std::string>{hash("go()")});
    QCOMPARE(sources.styles, std::set<std::string>{hash("p{}")});
    const std::string policy = render::contentSecurityPolicy(sources);
    QVERIFY(policy.find("script-src 'self' " + hash("go()") + ";") != std::string::npos);
    QVERIFY(policy.find("unsafe") == std::string::npos);
    const SiteFixture site;
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    QVERIFY(
        sink.bytes(QStringLiteral(".htaccess")).contains("script-src 'self'; style-src 'self';"));
}

void TestServer::promisesHttpsOnlyOverHttps()
{
    SiteFixture site;
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    QVERIFY(sink.bytes(QStringLiteral(".htaccess")).contains("Strict-Transport-Security"));
    site.snapshot().site.url = QUrl(QStringLiteral("http://site.example.jp/"));
    VERIFY_OK(site.build(sink));
    QVERIFY(!sink.bytes(QStringLiteral(".htaccess")).contains("Strict-Transport-Security"));
}

void TestServer::namesWhomToTellOfAWeakness_data()
{
    QTest::addColumn<QString>("mail");
    QTest::addColumn<QString>("telephone");
    QTest::addColumn<QString>("contact");
    QTest::newRow("mail") << QStringLiteral("a@example.jp") << QStringLiteral("022-000-0000")
                          << QStringLiteral("Contact: mailto:a@example.jp\n");
    QTest::newRow("telephone") << QString() << QStringLiteral("０２２-000-0000")
                               << QStringLiteral("Contact: tel:+81-22-000-0000\n");
    QTest::newRow("neither") << QStringLiteral("a b") << QStringLiteral("内線") << QString();
}

void TestServer::namesWhomToTellOfAWeakness()
{
    QFETCH(QString, mail);
    QFETCH(QString, telephone);
    QFETCH(QString, contact);
    SiteFixture site;
    site.snapshot().site.email = mail;
    site.snapshot().site.telephone = telephone;
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    const QString text = QString::fromUtf8(sink.bytes(QStringLiteral(".well-known/security.txt")));
    QCOMPARE(text.isEmpty(), contact.isEmpty());
    QVERIFY2(text.startsWith(contact), qPrintable(text));
    QVERIFY(text.isEmpty() ||
            text.contains(QLatin1String("\nExpires: 2027-01-01T00:00:00+09:00\n")));
}

void TestServer::listsIconsInTheManifest()
{
    const SiteFixture site;
    const auto theme = render::Theme::load(QStringLiteral(":/theme"));
    VERIFY_OK(theme);
    render::MemorySink sink;
    VERIFY_OK(render::renderSite(site.snapshot(), **theme, {}, sink));
    const QJsonDocument json =
        QJsonDocument::fromJson(sink.bytes(QStringLiteral("manifest.webmanifest")));
    QCOMPARE(json[QLatin1String("name")].toString(), site.snapshot().site.name);
    const QJsonArray icons = json[QLatin1String("icons")].toArray();
    QCOMPARE(icons.size(), 3);
    for (const QJsonValue &icon : icons)
        QVERIFY(!sink.bytes(icon[QLatin1String("src")].toString().mid(1)).isEmpty());
    QVERIFY(!sink.bytes(QStringLiteral("favicon.ico")).isEmpty());
}

void TestServer::keepsItsNamesWithinThePathRules()
{
    SiteFixture site;
    site.snapshot().site.email = QStringLiteral("a@example.jp");
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    for (const QString &path : sink.paths())
        VERIFY_OK(security::checkOutputPath(path));
    VERIFY_FAILS(security::checkPagePath(QStringLiteral("/.well-known/")), ErrorCode::Invalid);
    VERIFY_OK(security::checkNoCollisions(sink.paths()));
}

void TestServer::tellsReadersInAtom()
{
    SiteFixture site;
    site.page(QStringLiteral("/topics/a/"),
              {.title = QStringLiteral("<新着>"),
               .summary = QStringLiteral("要旨"),
               .date = QDate(2026, 3, 2)},
              QStringLiteral("topic"));
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    const QByteArray atom = sink.bytes(QStringLiteral("atom.xml"));
    for (const char *line :
         {"<title>&lt;新着&gt;</title>", "<published>2026-03-02T00:00:00+09:00</published>",
          "<updated>2026-04-01T09:00:00+09:00</updated>", "<summary>要旨</summary>",
          "<link rel=\"self\" href=\"https://site.example.jp/atom.xml\"/>",
          "<id>https://site.example.jp/topics/a/</id>"})
        QVERIFY2(atom.contains(line), atom.constData());
}

void TestServer::splitsLargeSitemaps_data()
{
    QTest::addColumn<size_t>("urls");
    QTest::addColumn<size_t>("bytes");
    QTest::addColumn<int>("files");
    QTest::newRow("one file") << size_t(50'000) << size_t(50'000'000) << 1;
    QTest::newRow("exactly full") << size_t(12) << size_t(50'000'000) << 1;
    QTest::newRow("by number") << size_t(5) << size_t(50'000'000) << 4;
    QTest::newRow("by size") << size_t(50'000) << size_t(900) << 3;
}

void TestServer::splitsLargeSitemaps()
{
    QFETCH(size_t, urls);
    QFETCH(size_t, bytes);
    SiteFixture site;
    for (int number = 10; number < 20; ++number)
        site.page(QStringLiteral("/p%1/").arg(number), {.title = QStringLiteral("p")});
    const render::RenderOptions options;
    const render::SiteIndex index(site.snapshot(), site.theme(), options);
    const auto files = render::sitemapFiles(index, {urls, bytes});
    QTEST(static_cast<int>(files.size()), "files");
    size_t pages = 0;
    for (const render::SiteFile &file : files) {
        QVERIFY(file.text.size() <= bytes);
        const QByteArray text = QByteArray::fromStdString(file.text);
        QXmlStreamReader xml(text);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        pages += static_cast<size_t>(text.count("<url>"));
    }
    QCOMPARE(pages, size_t(12));
    QCOMPARE(files.front().path, QStringLiteral("sitemap.xml"));
    QCOMPARE(files.front().text.find("<sitemapindex") != std::string::npos, files.size() > 1);
}

void TestServer::datesListsByTheirNewestPage()
{
    SiteFixture site;
    site.page(QStringLiteral("/topics/"), {.title = QStringLiteral("一覧")},
              QStringLiteral("list"));
    site.page(QStringLiteral("/topics/a/"), {.title = QStringLiteral("a")},
              QStringLiteral("topic"));
    for (auto &page : site.snapshot().pages)
        if (page->path == QLatin1String("/topics/a/")) {
            auto later = std::make_shared<render::PageValue>(*page);
            later->updatedAt = page->updatedAt.addDays(3);
            page = later;
        }
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    QVERIFY(sink.bytes(QStringLiteral("sitemap.xml"))
                .contains("/topics/</loc><lastmod>2026-04-04T00:00:00Z"));
}

void TestServer::listsPicturesInTheSitemap()
{
    SiteFixture site;
    site.picture(QStringLiteral("a-1.jpg"), {300, 200});
    const Ulid own = site.picture(QStringLiteral("b.jpg"), {320, 200});
    site.page(QStringLiteral("/p/"),
              {.title = QStringLiteral("p"),
               .body = QStringLiteral("![図](media:a-1.jpg) ![図](media:b.jpg)"),
               .picture = own});
    render::MemorySink sink;
    VERIFY_OK(site.build(sink));
    const QByteArray map = sink.bytes(QStringLiteral("sitemap.xml"));
    QVERIFY(
        map.contains("<image:image><image:loc>https://site.example.jp/media/a-1.jpg</image:loc>"));
    QCOMPARE(map.count("<image:loc>"), 2);
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"
