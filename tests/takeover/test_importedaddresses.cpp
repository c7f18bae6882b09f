#include "content/page/pagerepository.h"
#include "content/site/redirectrepository.h"
#include "security/pathguard.h"
#include "security/reservedpath.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The addresses that pages from elsewhere get, and the old ones that lead to them.
class TestImportedAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = workspace::Workspace::create(m_folder->filePath(u("site")), u("見本"));
        VERIFY_OK(made);
        m_site = std::move(*made);
    }

    void onlyOnePageIsHome_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"/", "/index.html", "/index.php", "https://old.example.jp/",
                                "https://old.example.jp", "/?p=12", "?p=12", "/index.php?p=12"})
            QTest::newRow(url) << u(url);
    }

    void onlyOnePageIsHome()
    {
        QFETCH(QString, url);
        putFile("z/_index.md", "---\ntitle: 他\n---\n");
        putFile("_index.md", "---\ntitle: 玄関\n---\n本文");
        putFile("a.md", "---\ntitle: 一\nurl: '" + url.toUtf8() + "'\n---\n本文");
        putFile("b.md", "---\ntitle: 二\ndraft: true\nurl: '" + url.toUtf8() + "'\n---\n本文");
        for (int round = 0; round < 2; ++round) {
            VERIFY_OK(run());
            QCOMPARE(titleAt("/"), u("玄関"));
            QCOMPARE(titleAt("/a/"), u("一"));
            QCOMPARE(titleAt("/b/"), u("二"));
            QStringList paths;
            const auto pages = m_site->pages().list();
            for (const content::PageEntry &page : *pages)
                paths.append(page.page.path);
            QCOMPARE(paths, (QStringList{u("/"), u("/a/"), u("/b/"), u("/z/")}));
        }
        QVERIFY(!redirects().contains(u("/")) && !redirects().contains(u("/index.html")));
    }

    void thePlanSaysWhoMakesWay()
    {
        putFile("a.md", "---\ntitle: 一\nurl: /\n---\n");
        putFile("b.md", "---\ntitle: 二\nurl: /index.html\n---\n");
        const auto plan = planImport(source(), m_site->stores(), {});
        VERIFY_OK(plan);
        QCOMPARE(plan->items.first().target, u("/"));
        QCOMPARE(plan->items.last().target, u("/b/"));
        QVERIFY(plan->items.last().reason.contains(u("a.md")));
        QCOMPARE(plan->issues.size(), 1);
        QCOMPARE(plan->issues.first().place.file, u("b.md"));
        QCOMPARE(plan->issues.first().place.line, 3);
    }

    void linesAreThoseOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("yaml") << QByteArray("---\ntitle: 二\nurl: /\n---\n") << 3;
        QTest::newRow("blank lines") << QByteArray("\n \n---\ntitle: 二\nurl: /\n---\n") << 5;
        QTest::newRow("toml") << QByteArray("\n+++\nurl = '/'\ntitle = '二'\n+++\n") << 3;
        QTest::newRow("json") << QByteArray("{\n\"title\": \"二\",\n\"url\": \"/\"\n}\n") << 3;
    }

    void linesAreThoseOfTheFile()
    {
        QFETCH(QByteArray, text);
        putFile("a.md", "---\ntitle: 一\nurl: /\n---\n");
        putFile("b.md", text);
        const auto plan = planImport(source(), m_site->stores(), {});
        VERIFY_OK(plan);
        QCOMPARE(plan->issues.size(), 1);
        QTEST(plan->issues.first().place.line, "line");
    }

    void draftsOfWordPressTakeNothing()
    {
        putFile("下書き.md", "---\ntitle: 下書き\ndate: 2026-04-01\ndraft: true\n"
                             "url: /?p=2391\n---\nx");
        putFile("index.md", "---\ntitle: 下書き2\ndraft: true\nurl: /?p=2392\n---\nx");
        VERIFY_OK(run());
        QCOMPARE(titleAt("/"), u("見本")); // the site's own
        QCOMPARE(titleAt("/2026-04-01/"), u("下書き"));
        QCOMPARE(titleAt("/page/"), u("下書き2"));
        QVERIFY(redirects().isEmpty());
    }

    void permalinksWithAQueryTakeNoHome()
    {
        putFile("a.md", "---\ntitle: 下書き\ndraft: true\npermalink: /?p=2391\n---\nx");
        putFile("b.md", "---\ntitle: 公開\npermalink: https://old.example.jp/?p=2\n---\nx");
        VERIFY_OK(run());
        QCOMPARE(titleAt("/"), u("見本"));
        QCOMPARE(titleAt("/a/"), u("下書き"));
        QCOMPARE(titleAt("/b/"), u("公開"));
    }

    void encodedSlugsAreRead()
    {
        putFile("a.md", "---\ntitle: 一\nslug: '%e7%9c%8c%e6%b0%91'\n---\nx");
        putFile("b.md", "---\ntitle: 二\npermalink: /a/%e7%9c%8c%e6%b0%91/\n---\nx");
        VERIFY_OK(run());
        QCOMPARE(titleAt("/kenmin/"), u("一"));
        QCOMPARE(titleAt("/a/kenmin/"), u("二"));
    }

    void unfitCharactersAreTold_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("stored");
        QTest::newRow("typed") << u("会\x0b議") << u("会議");
        QTest::newRow("escaped") << u("会\\u000b議") << u("会議");
        QTest::newRow("turned") << u("文\\u202efdp") << u("文fdp");
        QTest::newRow("nothing else") << u("\\u0001\\u202e") << u("a");
    }

    void unfitCharactersAreTold()
    {
        QFETCH(QString, title);
        QFETCH(QString, stored);
        putFile("a.md", "---\ntitle: \"" + title.toUtf8() + "\"\n---\n本文");
        const auto report = run();
        VERIFY_OK(report);
        QCOMPARE(titleAt("/a/"), stored);
        QCOMPARE(report->issues.size(), 1);
        QCOMPARE(report->issues.first().rule, u("import-text"));
    }

    void lostLettersAreTold()
    {
        putFile("a.md", "---\ntitle: 題\n---\n一行\n県\xef\xbf\xbd会議\xef\xbf\xbd\n");
        const auto report = run();
        VERIFY_OK(report);
        QCOMPARE(report->issues.size(), 1);
        QCOMPARE(report->issues.first().rule, u("import-text"));
        QCOMPARE(report->issues.first().place.line, 5);
        QVERIFY(contentAt(u("/a/")).body.contains(QChar(0xFFFD)));
    }

    void aliasesMayBeWrittenAsPeopleDo()
    {
        putFile("a.md", "---\ntitle: 題\naliases: [/?p=12, /b?c=d, /x/, /%e3%81%8a/]\n...\n本文\n");
        VERIFY_OK(run());
        QCOMPARE(contentAt(u("/a/")).body, u("本文\n"));
        QCOMPARE(redirects(), (QStringList{u("/%E3%81%8A/"), u("/?p=12"), u("/b?c=d"), u("/x/")}));
    }

    void everyPageGetsAPath_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"/media/a/", "/assets/", "/topics/page/2/", "/con/", "//", "/../../", "/a//b/",
              "/search/", "/404.html", "/sitemap.xml", "/.well-known/security.txt", "/%2e%2e/",
              "/日本/", "http://", "/x?y=1", "#x", "-2/", "/-/", " "})
            QTest::newRow(url) << u(url);
        QTest::newRow("long") << u("/") + QString(300, u'a') + u("/");
        QTest::newRow("deep") << u("/") + u("abcdefghi/").repeated(40);
    }

    void everyPageGetsAPath()
    {
        QFETCH(QString, url);
        putFile("_index.md", "---\ntitle: 玄関\n---\n本文");
        putFile("sub/a.md", "---\ntitle: 題\nurl: '" + url.toUtf8() + "'\n---\n本文");
        const auto report = run();
        VERIFY_OK(report);
        QCOMPARE(report->created + report->changed, 2);
        QCOMPARE(titleAt("/"), u("玄関"));
        const auto pages = m_site->pages().list();
        for (const content::PageEntry &page : *pages)
            VERIFY_OK(security::checkPagePath(page.page.path));
    }

    void noPageTakesThePlaceOfWhatTheProgramMakes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *file, const char *url, const char *path) {
            QTest::addRow("%s %s", file, url) << u(file) << u(url) << u(path);
        };
        row("a.md", "/search/", "/search-page/");
        row("a.md", "/search.html", "/search-page/");
        row("a.md", "/search/index.html", "/search-page/");
        row("a.md", "/404.html", "/404-html/");
        row("a.md", "/sitemap.xml", "/sitemap-xml/");
        row("a.md", "/feed.xml", "/feed-xml/");
        row("a.md", "/topics/page/2/", "/topics/page-2/");
        row("a.md", "/.well-known/security.txt", "/well-known/security-txt/");
        row("a.md", "/assets/a/", "/assets-page/a/");
        row("search/_index.md", "", "/search-page/");
    }

    void noPageTakesThePlaceOfWhatTheProgramMakes()
    {
        QFETCH(QString, file);
        QFETCH(QString, url);
        QFETCH(QString, path);
        const QByteArray line = url.isEmpty() ? QByteArray() : "url: " + url.toUtf8() + '\n';
        putFile(file.toUtf8().constData(), "---\ntitle: 題\n" + line + "---\n本文");
        for (int round = 0; round < 2; ++round) {
            const auto report = run();
            VERIFY_OK(report);
            QCOMPARE(titleAt(path.toUtf8().constData()), u("題"));
            QCOMPARE(report->issues.size(), round == 0 || url != u("/search.html") ? 1 : 0);
            for (const Issue &issue : report->issues) {
                QCOMPARE(issue.place.file, file);
                QVERIFY(issue.text.contains(path));
            }
            QCOMPARE(m_site->pages().list()->size(), 2);
        }
        for (const QString &from : redirects())
            QVERIFY2(!security::isGeneratedAddress(from), qPrintable(from));
    }

    void aliasesLeaveWhatTheProgramMakes()
    {
        putFile("a.md",
                "---\ntitle: 題\naliases: [/sitemap.xml, /Search, /search, /x/]\n---\n本文");
        const auto report = run();
        VERIFY_OK(report);
        QCOMPARE(report->issues.size(), 2);
        QCOMPARE(redirects(), (QStringList{u("/Search"), u("/x/")}));
    }

    void oldAddressesAreEncodedOnce_data()
    {
        QTest::addColumn<QString>("alias");
        QTest::addColumn<QString>("from");
        const auto row = [](const char *alias, const char *from) {
            QTest::newRow(alias) << u(alias) << u(from);
        };
        row("/%e3%81%8a-2/", "/%E3%81%8A-2/");
        row("/お-2/", "/%E3%81%8A-2/");
        row("/cgi-bin/view.cgi?name=県民", "/cgi-bin/view.cgi?name=%E7%9C%8C%E6%B0%91");
        row("/v?name=%8c%a7", "/v?name=%8C%A7");
        row("/100%/", "/100%25/");
        row("/a b/", "/a%20b/");
        row("https://old.example.jp/x/?a=b", "/x/?a=b");
        row("beside", "/docs/beside");
        row("../up/", "/up/");
        row("../../../x/", "");
        row("/", "");
        row("/index.html", "");
        row("/docs/a/index.html", "");
    }

    void oldAddressesAreEncodedOnce()
    {
        QFETCH(QString, alias);
        QFETCH(QString, from);
        putFile("docs/a.md", "---\ntitle: 題\naliases: ['" + alias.toUtf8() + "']\n---\n本文");
        VERIFY_OK(run());
        QCOMPARE(redirects().join(u' '), from);
    }

    void permalinksHoldForEveryLanguage()
    {
        putFile("hugo.toml", "[permalinks]\nposts = '/:year/:month/:slug/'\n");
        const QByteArray text = "---\ntitle: 題\ndate: 2026-04-01\nslug: ";
        putFile("content/posts/a.md", text + "kiji\n---\n本文");
        putFile("content/posts/a.en.md", text + "article\n---\nText");
        VERIFY_OK(run());
        QCOMPARE(titleAt("/2026/04/kiji/"), u("題"));
        QCOMPARE(titleAt("/en/2026/04/article/"), u("題"));
        const auto page = m_site->pages().byPath(u("/en/2026/04/article/"));
        QVERIFY(!m_site->pages().working(page->id)->content.language.original.isNull());
    }

    void permalinksOfJekyllHold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("permalink");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("old");
        const auto row = [](const char *file, const char *permalink, const char *path,
                            const char *old = "") {
            QTest::newRow(permalink) << u(file) << u(permalink) << u(path) << u(old);
        };
        const char *post = "_posts/2019-05-01-kenmin.md";
        row("wp.md", "/2019/05/01/kenmin/", "/2019/05/01/kenmin/");
        row("wp.md", "/about.html", "/about/", "/about.html");
        row("wp.md", "https://old.example.jp/about/", "/about/");
        row("sub/wp.md", "pretty", "/sub/wp/");
        row(post, "", "/news/2019/05/01/kenmin/", "/news/2019/05/01/kenmin.html");
        row(post, "/:year/:title/", "/2019/kenmin/");
        row(post, "/:categories/:i_month-:slug:output_ext", "/news/5-kenmin/",
            "/news/5-kenmin.html");
        row(post, "date", "/news/2019/05/01/kenmin/", "/news/2019/05/01/kenmin.html");
        row(post, "none", "/news/kenmin/", "/news/kenmin.html");
        row(post, "ordinal", "/news/2019/121/kenmin/", "/news/2019/121/kenmin.html");
        row(post, "/:wondrous/", "/kenmin/");
    }

    void permalinksOfJekyllHold()
    {
        QFETCH(QString, file);
        QFETCH(QString, permalink);
        QFETCH(QString, path);
        QFETCH(QString, old);
        const QByteArray matter =
            permalink.isEmpty() ? QByteArray() : "permalink: " + permalink.toUtf8() + '\n';
        putFile(file.toUtf8().constData(),
                "---\ntitle: 題\ncategories: News\n" + matter + "---\n本文");
        VERIFY_OK(run());
        QCOMPARE(titleAt(path.toUtf8().constData()), u("題"));
        QCOMPARE(redirects().join(u' '), old);
        QVERIFY(!m_site->pages().byPath(path) ||
                file.startsWith(u("_posts")) == contentAt(path).date.isValid());
    }

private:
    QString source() const { return m_folder->filePath(u("source")); }
    void putFile(const char *name, const QByteArray &bytes)
    {
        test::put(source() + u'/' + QString::fromUtf8(name), bytes);
    }
    Result<workspace::ImportReport> run() { return importMarkdown(*m_site, source(), {}); }
    content::PageContent contentAt(const QString &path)
    {
        const auto page = m_site->pages().byPath(path);
        return page ? m_site->pages().working(page->id)->content : content::PageContent();
    }
    QString titleAt(const char *path) { return contentAt(QString::fromUtf8(path)).title; }
    QStringList redirects()
    {
        QStringList from;
        const auto all = m_site->redirects().list();
        for (const content::Redirect &redirect : *all)
            from.append(redirect.from);
        return from;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestImportedAddresses)
#include "test_importedaddresses.moc"
