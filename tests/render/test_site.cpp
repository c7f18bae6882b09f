#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace kakehashi;
using namespace kakehashi::test;

/// What a whole site becomes: pages, lists, menus, feeds, media, and where all of it goes.
class TestSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesTheSameBytesOnOneThreadAndOnMany();
    void ordersFilesForPublishing();
    void pagesLists();
    void leavesOutNumbersOfLongLists();
    void showsOnlyWhatIsOpen();
    void marksTheMenu();
    void writesBreadcrumbsAndStructuredData();
    void escapesWhatPeopleType();
    void dropsUnsafeFieldUrls();
    void writesFeedAndSitemap();
    void keepsSearchEnginesOutOfStaging();
    void redirectsOldAddresses();
    void refusesTwoPagesWithOnePath();
    void skipsPagesWithForbiddenPaths_data();
    void skipsPagesWithForbiddenPaths();
    void scalesPicturesOnce();
    void publishesOnlyMediaInUse();
    void refusesBadMedia_data();
    void refusesBadMedia();
    void servesEverythingItPublishes();
    void swapsOnePage();
    void stopsWhenCancelled();
    void stopsAtTheFirstFailingWrite();
    void folderSinkTidiesUpAfterItself();
    void objectStoreKeepsEachFileOnce();

private:
    void addTopics(int count);
    QString built(const QString &path);

    std::unique_ptr<SiteFixture> m_site;
    std::unique_ptr<render::MemorySink> m_sink;
};

void TestSite::init()
{
    m_site = std::make_unique<SiteFixture>();
    m_sink = std::make_unique<render::MemorySink>();
}

void TestSite::addTopics(int count)
{
    for (int day = 1; day <= count; ++day)
        m_site->page(QStringLiteral("/topics/t%1/").arg(day),
                     {.title = QStringLiteral("お知らせ%1").arg(day), .date = QDate(2026, 3, day)},
                     QStringLiteral("topic"));
    m_site->page(QStringLiteral("/topics/"), {.title = QStringLiteral("一覧")},
                 QStringLiteral("list"));
}

QString TestSite::built(const QString &path)
{
    const auto build = m_site->build(*m_sink);
    return build ? QString::fromUtf8(m_sink->bytes(path)) : build.error().text;
}

void TestSite::makesTheSameBytesOnOneThreadAndOnMany()
{
    addTopics(25);
    m_site->page(QStringLiteral("/p/"),
                 {.title = QStringLiteral("p"),
                  .body = QStringLiteral("~~a~~ https://a.example.jp/ ![](media:p.jpg)")});
    m_site->picture(QStringLiteral("p.jpg"), {1000, 500});
    m_site->options().threads = 1;
    const auto one = m_site->build(*m_sink);
    VERIFY_OK(one);
    for (int run = 0; run < 5; ++run) {
        m_site->options().threads = 4;
        const auto many = m_site->build(*m_sink);
        VERIFY_OK(many);
        QCOMPARE(many->tree.files.size(), one->tree.files.size());
        for (qsizetype at = 0; at < one->tree.files.size(); ++at) {
            QCOMPARE(many->tree.files[at].path, one->tree.files[at].path);
            QCOMPARE(many->tree.files[at].hash, one->tree.files[at].hash);
        }
    }
}

void TestSite::ordersFilesForPublishing()
{
    addTopics(2);
    const auto build = m_site->build(*m_sink);
    VERIFY_OK(build);
    const auto group = [&](const char *path) {
        const render::OutputFile *file = build->tree.find(QString::fromLatin1(path));
        return file ? file->group : render::CommitGroup(-1);
    };
    QCOMPARE(group("index.html"), render::CommitGroup::Home);
    QCOMPARE(group("kenmin/index.html"), render::CommitGroup::Page);
    QCOMPARE(group("topics/index.html"), render::CommitGroup::Listing);
    QCOMPARE(group("feed.xml"), render::CommitGroup::Listing);
    QCOMPARE(group("404.html"), render::CommitGroup::Page);
    QCOMPARE(group("favicon.ico"), render::CommitGroup::Asset);
    for (const render::OutputFile &file : build->tree.files)
        QCOMPARE(file.hash, Sha256::of(m_sink->bytes(file.path)));
}

void TestSite::pagesLists()
{
    addTopics(5);
    m_site->snapshot().site.postsPerPage = 2;
    const QString first = built(QStringLiteral("topics/index.html"));
    QVERIFY2(first.contains(QLatin1String("<p>1-2/5</p>")), qPrintable(first));
    QVERIFY(first.indexOf(QStringLiteral("お知らせ5")) <
            first.indexOf(QStringLiteral("お知らせ4")));
    QVERIFY(first.contains(QLatin1String("[*1|/topics/][2|/topics/page/2/][3|/topics/page/3/]")));
    QVERIFY(!first.contains(QLatin1String("rel=\"prev\"")));
    const QString last =
        QString::fromUtf8(m_sink->bytes(QStringLiteral("topics/page/3/index.html")));
    QVERIFY2(last.contains(QLatin1String("<p>5-5/5</p>")), qPrintable(last));
    QVERIFY(last.contains(QLatin1String("rel=\"prev\" href=\"/topics/page/2/\"")));
    QVERIFY(!last.contains(QLatin1String("rel=\"next\"")));
    QVERIFY(!m_sink->paths().contains(QLatin1String("topics/page/4/index.html")));
}

void TestSite::leavesOutNumbersOfLongLists()
{
    addTopics(11);
    m_site->snapshot().site.postsPerPage = 1;
    const auto numbers = [&](const QString &path) {
        QString text = built(path);
        text = text.mid(text.indexOf(u'['));
        text = text.left(text.lastIndexOf(u']') + 1);
        return text.remove(QRegularExpression(QStringLiteral("\\|[^\\]]*")));
    };
    QCOMPARE(numbers(QStringLiteral("topics/index.html")), QStringLiteral("[*1][2][3]…[11]"));
    QCOMPARE(numbers(QStringLiteral("topics/page/6/index.html")),
             QStringLiteral("[1]…[4][5][*6][7][8]…[11]"));
    QCOMPARE(numbers(QStringLiteral("topics/page/9/index.html")),
             QStringLiteral("[1]…[7][8][*9][10][11]"));
}

void TestSite::showsOnlyWhatIsOpen()
{
    addTopics(1);
    content::PageContent later{.title = QStringLiteral("まだ")};
    later.window.opens = m_site->snapshot().asOf.addSecs(60);
    m_site->page(QStringLiteral("/later/"), later);
    later.title = QStringLiteral("まだのお知らせ");
    m_site->page(QStringLiteral("/topics/later/"), later, QStringLiteral("topic"));
    banner::Banner banner;
    banner.title = QStringLiteral("終わったバナー");
    banner.target = QStringLiteral("/kenmin/");
    banner.placement = QStringLiteral("side");
    banner.closes = m_site->snapshot().asOf;
    m_site->snapshot().banners = {banner};
    VERIFY_OK(m_site->build(*m_sink));
    for (const QString &path : m_sink->paths())
        QVERIFY2(!m_sink->bytes(path).contains("まだ") && !path.contains(QLatin1String("later")),
                 qPrintable(path));
    QVERIFY(!m_sink->bytes(QStringLiteral("kenmin/index.html")).contains("終わった"));
    QCOMPARE(m_site->body(QStringLiteral("[a](/later/)")).rules(),
             QStringList{QStringLiteral("link-closed@1")});
    VERIFY_OK(m_site->render(QStringLiteral("/later/")));
}

void TestSite::marksTheMenu()
{
    addTopics(1);
    for (const char *target : {"/kenmin/", "/topics/", "https://www.example.com/"}) {
        content::MenuItem item;
        item.id = Ulid::generate();
        item.menu = QStringLiteral("main");
        item.label = item.target = QString::fromLatin1(target);
        item.position = static_cast<int>(m_site->snapshot().menus.size());
        m_site->snapshot().menus.append(item);
    }
    const QString topic = built(QStringLiteral("topics/t1/index.html"));
    QVERIFY2(topic.contains(QLatin1String(
                 "<a href=\"/kenmin/\">/kenmin/</a><a href=\"/topics/\" data-above>")),
             qPrintable(topic));
    const QString kenmin = QString::fromUtf8(m_sink->bytes(QStringLiteral("kenmin/index.html")));
    QVERIFY2(kenmin.contains(QLatin1String("<a href=\"/kenmin/\" aria-current=\"page\">")),
             qPrintable(kenmin));
}

void TestSite::writesBreadcrumbsAndStructuredData()
{
    addTopics(1);
    const QString html = built(QStringLiteral("topics/t1/index.html"));
    QVERIFY(html.contains(QStringLiteral("<li>ホーム</li><li>一覧</li><li>お知らせ1!</li>")));
    QVERIFY(html.contains(QStringLiteral("<time datetime=\"2026-03-01\">令和8年3月1日</time>")));
    const QRegularExpression script(QStringLiteral("ld\\+json\">(.*)</script>"));
    const QJsonDocument json = QJsonDocument::fromJson(script.match(html).captured(1).toUtf8());
    const QJsonArray graph = json[QLatin1String("@graph")].toArray();
    QStringList types;
    for (const QJsonValue node : graph)
        types.append(node[QLatin1String("@type")].toString());
    QCOMPARE(types.join(u' '),
             QStringLiteral("GovernmentOrganization WebSite WebPage NewsArticle BreadcrumbList"));
    QCOMPARE(graph[3][QLatin1String("url")].toString(),
             QStringLiteral("https://site.example.jp/topics/t1/"));
    QCOMPARE(graph[4][QLatin1String("itemListElement")].toArray().size(), 3);
}

void TestSite::escapesWhatPeopleType()
{
    const QString attack = QStringLiteral("</title></script><script>alert(1)</script>\"'");
    content::PageContent content{.title = attack, .summary = attack, .body = attack};
    content.fields = {
        {QStringLiteral("rows"), QJsonArray{QJsonObject{{QStringLiteral("a"), attack}}}}};
    content.seo.title = attack;
    m_site->page(QStringLiteral("/kenmin/"), content);
    m_site->page(QStringLiteral("/topics/x/"), content, QStringLiteral("topic"));
    m_site->snapshot().site.name = attack;
    VERIFY_OK(m_site->build(*m_sink));
    for (const QString &path : m_sink->paths())
        QVERIFY2(!m_sink->bytes(path).contains("<script>"), qPrintable(path));
}

void TestSite::dropsUnsafeFieldUrls()
{
    content::PageContent content{.title = QStringLiteral("t")};
    content.fields = {{QStringLiteral("site"), QStringLiteral("java\tscript:alert(1)")}};
    m_site->page(QStringLiteral("/kenmin/"), content);
    QVERIFY(!built(QStringLiteral("kenmin/index.html")).contains(QLatin1String("script:")));
    content.fields = {{QStringLiteral("site"), QStringLiteral("https://www.example.com/")}};
    m_site->page(QStringLiteral("/kenmin/"), content);
    QVERIFY(built(QStringLiteral("kenmin/index.html"))
                .contains(QLatin1String("<a href=\"https://www.example.com/\">site")));
}

void TestSite::writesFeedAndSitemap()
{
    addTopics(2);
    content::PageContent hidden{.title = QStringLiteral("秘")};
    hidden.seo.noindex = true;
    m_site->page(QStringLiteral("/hidden/"), hidden);
    VERIFY_OK(m_site->build(*m_sink));
    for (const char *name : {"feed.xml", "atom.xml", "sitemap.xml"}) {
        QXmlStreamReader xml(m_sink->bytes(QString::fromLatin1(name)));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
    const QByteArray feed = m_sink->bytes(QStringLiteral("feed.xml"));
    QVERIFY(feed.contains("<link>https://site.example.jp/topics/t2/</link>"));
    QVERIFY(feed.contains("<pubDate>02 Mar 2026 00:00:00 +0900</pubDate>") ||
            feed.contains("<pubDate>Mon, 02 Mar 2026 00:00:00 +0900</pubDate>"));
    const QByteArray map = m_sink->bytes(QStringLiteral("sitemap.xml"));
    QVERIFY(map.contains(
        "<loc>https://site.example.jp/kenmin/</loc><lastmod>2026-04-01T00:00:00Z</lastmod>"));
    QVERIFY(!map.contains("hidden") && !map.contains("404"));
}

void TestSite::keepsSearchEnginesOutOfStaging()
{
    QVERIFY(built(QStringLiteral("robots.txt"))
                .contains(QLatin1String("Sitemap: https://site.example.jp/sitemap.xml")));
    QVERIFY(!m_sink->bytes(QStringLiteral("kenmin/index.html")).contains("noindex"));
    m_site->options().noindex = true;
    QCOMPARE(built(QStringLiteral("robots.txt")), QStringLiteral("User-agent: *\nDisallow: /\n"));
    QVERIFY(m_sink->bytes(QStringLiteral("kenmin/index.html")).contains("noindex"));
}

void TestSite::redirectsOldAddresses()
{
    const auto redirect = [&](const char *from, const char *target) {
        m_site->snapshot().redirects.append(
            {Ulid::generate(), QString::fromLatin1(from), QString::fromLatin1(target), 301});
    };
    redirect("/post-1528", "/kenmin/");
    redirect("/?p=3029", "/kenmin/");
    redirect("/kenmin/", "/elsewhere/");
    redirect("/../etc", "/kenmin/");
    redirect("/evil", "javascript:alert(1)");
    m_site->snapshot().site.server = content::ServerKind::Other;
    const QString page = built(QStringLiteral("post-1528/index.html"));
    QVERIFY2(page.contains(QLatin1String("content=\"0; url=https://site.example.jp/kenmin/\"")),
             qPrintable(page));
    QVERIFY(m_sink->bytes(QStringLiteral("kenmin/index.html")).contains("県民会議"));
    for (const QString &path : m_sink->paths())
        QVERIFY(!path.contains(QLatin1String("etc")) && !path.contains(QLatin1String("evil")) &&
                !path.contains(u'?'));
    QVERIFY(m_site->body(QStringLiteral("[a](/post-1528)")).issues.isEmpty());
}

void TestSite::refusesTwoPagesWithOnePath()
{
    auto twin =
        std::make_shared<render::PageValue>(*m_site->snapshot().pageAt(QStringLiteral("/kenmin/")));
    twin->content.title = QStringLiteral("双子");
    m_site->snapshot().pages.append(twin);
    const auto build = m_site->build(*m_sink);
    VERIFY_FAILS(build, ErrorCode::Conflict);
    QVERIFY(build.error().text.contains(QStringLiteral("双子")) &&
            build.error().text.contains(QStringLiteral("県民会議")));
}

void TestSite::skipsPagesWithForbiddenPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("parent") << QStringLiteral("/../../etc/");
    QTest::newRow("capitals") << QStringLiteral("/Kenmin/");
    QTest::newRow("Japanese") << QStringLiteral("/県民/");
    QTest::newRow("long") << QString(u'/' + QString(300, u'a') + u'/');
    QTest::newRow("ours") << QStringLiteral("/assets/");
    QTest::newRow("the search page's") << QStringLiteral("/search/");
}

void TestSite::skipsPagesWithForbiddenPaths()
{
    QFETCH(QString, path);
    m_site->page(path, {.title = QStringLiteral("悪い道")});
    const auto build = m_site->build(*m_sink);
    VERIFY_OK(build);
    QCOMPARE(build->issues.size(), 1);
    QCOMPARE(build->issues[0].rule, QStringLiteral("path-invalid"));
    for (const QString &file : m_sink->paths())
        QVERIFY2(!m_sink->bytes(file).contains("悪い道</h1>"), qPrintable(file));
    const QByteArray loc = "<loc>" + m_site->snapshot().site.url.toEncoded();
    QVERIFY(!m_sink->bytes(QStringLiteral("sitemap.xml"))
                 .contains(QByteArray(loc + path.mid(1).toUtf8() + "</loc>")));
}

void TestSite::scalesPicturesOnce()
{
    const Ulid wide = m_site->picture(QStringLiteral("wide.jpg"), {2000, 1000});
    m_site->picture(QStringLiteral("small.jpg"), {300, 200});
    m_site->page(QStringLiteral("/p/"), {.title = QStringLiteral("p"),
                                         .body = QStringLiteral("![](media:small.jpg)"),
                                         .picture = wide});
    const QString html = built(QStringLiteral("p/index.html"));
    const QString mark = m_site->snapshot().media[wide].hash.toString().left(8);
    const QString path = QStringLiteral("media/wide-480w.%1.webp").arg(mark);
    QVERIFY2(html.contains(QString(u'/' + path + QStringLiteral(" 480w, /media/wide-960w."))),
             qPrintable(html));
    QVERIFY(html.contains(QLatin1String("src=\"/media/wide-1600w.")));
    QVERIFY(
        html.contains(QLatin1String("<img src=\"/media/small.jpg\" width=\"300\" height=\"200\"")));
    const QImage scaled = QImage::fromData(m_sink->bytes(path));
    QCOMPARE(scaled.size(), QSize(480, 240));
    QVERIFY(!m_sink->paths().contains(QLatin1String("media/wide.jpg")));
    const QStringList cached = QDir(m_site->options().media.variants).entryList(QDir::Files);
    QCOMPARE(cached.size(), 4); // and the note that the small one tells nothing
    put(m_site->options().media.originals + u'/' + m_site->snapshot().media[wide].hash.toString(),
        QByteArray(static_cast<qsizetype>(m_site->snapshot().media[wide].bytes), 'x'));
    m_site->snapshot().media[wide].mimeType = QStringLiteral("image/jpeg");
    QCOMPARE(QDir(m_site->options().media.variants).entryList(QDir::Files), cached);
}

void TestSite::publishesOnlyMediaInUse()
{
    m_site->picture(QStringLiteral("unused.jpg"), {600, 400});
    m_site->media(QStringLiteral("used.pdf"), "%PDF", QStringLiteral("application/pdf"));
    m_site->page(QStringLiteral("/p/"),
                 {.title = QStringLiteral("p"), .body = QStringLiteral("[a](media:used.pdf)")});
    const auto build = m_site->build(*m_sink);
    VERIFY_OK(build);
    QVERIFY(build->tree.find(QStringLiteral("media/used.pdf")));
    QCOMPARE(build->tree.find(QStringLiteral("media/used.pdf"))->origin.kind,
             render::Origin::Kind::Media);
    for (const QString &path : m_sink->paths())
        QVERIFY(!path.contains(QLatin1String("unused")));
}

void TestSite::refusesBadMedia_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::newRow("no picture") << QStringLiteral("x.jpg") << QByteArray("nothing")
                                << QStringLiteral("image/jpeg");
    // A PNG header of 20,000 x 15,000 pixels with nothing behind it.
    const QByteArray huge =
        QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200004e2000003a98080200000082acb44e") +
        QByteArray::fromHex("0000000049454e44ae426082");
    QTest::newRow("300 megapixels")
        << QStringLiteral("x.png") << huge << QStringLiteral("image/png");
    QTest::newRow("php") << QStringLiteral("x.php") << QByteArray("<?php ?>")
                         << QStringLiteral("application/octet-stream");
    QTest::newRow("php inside") << QStringLiteral("x.php.jpg") << QByteArray("<?php ?>")
                                << QStringLiteral("image/jpeg");
    QTest::newRow("scripted drawing")
        << QStringLiteral("x.svg") << QByteArray("<svg onload='x()'></svg>")
        << QStringLiteral("image/svg+xml");
}

void TestSite::refusesBadMedia()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    m_site->media(name, bytes, type, {2000, 1000});
    m_site->page(QStringLiteral("/p/"),
                 {.title = QStringLiteral("p"), .body = QStringLiteral("[a](media:%1)").arg(name)});
    const auto build = m_site->build(*m_sink);
    VERIFY_OK(build);
    QCOMPARE(build->issues.size(), 1);
    QCOMPARE(build->issues[0].rule, QStringLiteral("media-refused"));
    QVERIFY(build->issues[0].text.contains(name));
    for (const QString &path : m_sink->paths())
        QVERIFY2(!path.startsWith(QLatin1String("media/")), qPrintable(path));
}

void TestSite::servesEverythingItPublishes()
{
    addTopics(3);
    m_site->snapshot().site.postsPerPage = 2;
    const Ulid picture = m_site->picture(QStringLiteral("wide.jpg"), {2000, 1000});
    m_site->page(QStringLiteral("/p/"), {.title = QStringLiteral("p"), .picture = picture});
    VERIFY_OK(m_site->build(*m_sink));
    for (const QString &path : m_sink->paths()) {
        if (path == QLatin1String("404.html") || path == QLatin1String(".htaccess"))
            continue;
        QString asked = u'/' + path;
        if (asked.endsWith(QLatin1String("/index.html")))
            asked.chop(10);
        const auto served =
            render::renderPath(m_site->snapshot(), m_site->theme(), m_site->options(), asked);
        QVERIFY2(served, qPrintable(asked));
        QCOMPARE(served->bytes, m_sink->bytes(path));
        QVERIFY(!served->mimeType.isEmpty());
    }
    for (const char *nothing : {"/nothing/", "/media/no.jpg", "/assets/../theme.json",
                                "/topics/page/9/", "/topics/page/1/"})
        VERIFY_FAILS(render::renderPath(m_site->snapshot(), m_site->theme(), m_site->options(),
                                        QString::fromLatin1(nothing)),
                     ErrorCode::NotFound);
}

void TestSite::swapsOnePage()
{
    const auto before = std::make_shared<const render::SiteSnapshot>(m_site->snapshot());
    const render::PageValue *page = before->pageAt(QStringLiteral("/kenmin/"));
    const auto after = render::withPage(before, page->id, {.title = QStringLiteral("新しい")});
    QCOMPARE(after->pageAt(QStringLiteral("/kenmin/"))->content.title, QStringLiteral("新しい"));
    QCOMPARE(before->pageAt(QStringLiteral("/kenmin/"))->content.title, QStringLiteral("県民会議"));
    QCOMPARE(after->pageAt(QStringLiteral("/")), before->pageAt(QStringLiteral("/")));
    VERIFY_FAILS(m_site->render(QStringLiteral("/nowhere/")), ErrorCode::NotFound);
}

void TestSite::stopsWhenCancelled()
{
    addTopics(5);
    JobContext context;
    context.cancel.cancel();
    const auto build = render::renderSite(m_site->snapshot(), m_site->theme(), m_site->options(),
                                          *m_sink, context);
    VERIFY_FAILS(build, ErrorCode::Cancelled);
}

void TestSite::stopsAtTheFirstFailingWrite()
{
    struct FullDisk final : render::OutputSink
    {
        Result<void> write(const QString &, const Sha256 &, QByteArrayView) override
        {
            return fail(ErrorCode::DiskFull, QStringLiteral("full"));
        }
        Result<void> writeFrom(const QString &, const Sha256 &, const QString &) override
        {
            return {};
        }
    } sink;
    VERIFY_FAILS(m_site->build(sink), ErrorCode::DiskFull);
}

void TestSite::folderSinkTidiesUpAfterItself()
{
    const QTemporaryDir folder;
    const auto file = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    addTopics(1);
    render::FolderSink sink(folder.path());
    const auto first = m_site->build(sink);
    VERIFY_OK(first);
    VERIFY_OK(sink.removeOthers(first->tree));
    put(file("own.txt"), "ours");
    const QDateTime written = QFileInfo(file("kenmin/index.html")).lastModified();
    m_site->snapshot().pages.removeIf(
        [](const auto &page) { return page->kind == QLatin1String("topic"); });
    const auto second = m_site->build(sink);
    VERIFY_OK(second);
    VERIFY_OK(sink.removeOthers(second->tree));
    QVERIFY(!QFileInfo::exists(file("topics/t1")));
    QVERIFY(QFileInfo::exists(file("own.txt")));
    QCOMPARE(QFileInfo(file("kenmin/index.html")).lastModified(), written);
}

void TestSite::objectStoreKeepsEachFileOnce()
{
    const QTemporaryDir folder;
    render::ObjectStore store(folder.path());
    const auto build = m_site->build(store);
    VERIFY_OK(build);
    for (const render::OutputFile &file : build->tree.files) {
        const auto stored = store.fileFor(file.hash);
        VERIFY_OK(stored);
        QCOMPARE(Sha256::of(contentOf(*stored)), file.hash);
    }
    VERIFY_FAILS(store.fileFor(Sha256::of("nothing")), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSite)
#include "test_site.moc"
