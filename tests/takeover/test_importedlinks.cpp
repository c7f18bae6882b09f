#include "support/sitefixture.h"
#include "support/testsite.h"
#include "takeover/hugo/links/linkplaces.h"
#include "takeover/markdownimport.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray picture()
{
    return "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
}

} // namespace

/// Where the links of pages that come from elsewhere lead.
class TestImportedLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = workspace::Workspace::create(m_empty.filePath(u("site")), u("空"));
        VERIFY_OK(made);
        m_site = std::move(*made);
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatLeadsNowhereStaysAsTyped_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("missing"); // how many are reported
        const auto row = [](const char *name, const char *body, int missing = 1) {
            QTest::newRow(name) << u(body) << missing;
        };
        row("too many dots", "[様式](../../../files/form.pdf)");
        row("dots alone", "[上](../../..) [上](../../../)", 2);
        row("missing file", "[様式](../../files/form.pdf)");
        row("missing picture", "![図](../../shared/pic.png) ![図](pic.png)", 2);
        row("missing page", "[頁](gone.md) [頁](/gone/) [頁](../gone/)", 3);
        row("angled", "[様式](<../../../様式 1.pdf>)");
        row("title", "[様式](../../../form.pdf \"題 ) \")");
        row("definition", "[様式][a]\n\n[a]: ../../../form.pdf 'x'");
        row("html", "<a class=x href='../../../form.pdf'>様式</a> <img src=../../../a.png alt=x>",
            2);
        row("picture in a link", "[![図](../../../a.png)](../../../b.md)", 2);
        row("page of that name at the top", "[頁](other.md)");
        row("shortcode",
            "{{< ref \"../../gone/other.md\" >}} {{< figure src=\"../../../a.png\" >}}", 2);
        row("old WordPress", "[頁](/?p=99) [頁](/index.php?page_id=3)", 2);
        row("html file of no name", "[頁](/.html)");
        row("index of another name", "[頁](/myindex.html)");
        row("next line", "[様\n式](../../../a.pdf)");
        row("parentheses", "[様式](../../../a_(1).pdf)");
    }

    void whatLeadsNowhereStaysAsTyped()
    {
        QFETCH(QString, body);
        QFETCH(int, missing);
        putFile("_index.md", "---\ntitle: 玄関\n---\n");
        putFile("other.md", "---\ntitle: 他\n---\n");
        putFile("docs/a.md", "---\ntitle: 題\n---\n\n" + body.toUtf8());
        const auto plan = planned();
        QCOMPARE(bodyOf(plan, "/docs/a/"), u("\n") + body);
        const int line = int(body.lastIndexOf(QRegularExpression(u("\\]: "))) >= 0 ? 7 : 5);
        QCOMPARE(plan.issues.size(), missing);
        for (const Issue &issue : plan.issues) {
            QCOMPARE(issue.place.file, u("docs/a.md"));
            QCOMPARE(issue.place.line, body.contains(u("様\n")) ? 6 : line);
        }
    }

    void aPictureThatIsMissingIsKept()
    {
        putFile("a.md", "---\ntitle: 題\nimage: img/gone.png\n---\n");
        const auto plan = planned();
        QCOMPARE(plan.pages.files.first().content.fields.value(u("image")).toString(),
                 u("img/gone.png"));
        QCOMPARE(plan.issues.size(), 1);
        QCOMPARE(plan.issues.first().place.line, 3);
    }

    void whatIsNoLinkIsLeftAlone_data()
    {
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << u(body); };
        row("footnotes", "本文[^1]と[^b]。\n\n[^1]: topics という語\n[^b]: photo.svg の出典");
        row("footnote of two lines", "文[^1]\n\n[^1]: topics\n    other.md と photo.svg");
        row("comment", "<!-- [a](other.md)\n\n![b](photo.svg) -->\n文");
        row("comment within a line", "文 <!-- [a](other.md) --> 文");
        row("code span", "`[a](other.md)` ``![b](photo.svg) ` ``");
        row("code span of two lines", "`[a](other.md)\n![b](photo.svg)`");
        row("fence", "~~~ md\n[a](other.md)\n```\n[b](other.md)\n~~~");
        row("longer fence", "````\n```\n[a](other.md)\n```\n[b](other.md)\n````");
        row("fence in a list", "- 一\n  ```\n  [a](other.md)\n  ```");
        row("fence in a quote", "> ```\n> [a](other.md)\n> ```");
        row("indented", "文\n\n    [a](other.md)\n\n    ![b](photo.svg)\n\n文");
        row("escaped", "\\[a](other.md) [a\\](other.md)");
        row("text after a bracket", "[注]: topics という語の由来");
        row("within a paragraph", "文の途中\n[注]: other.md");
        row("no opening bracket", "a](other.md)");
        row("script", "<script>\nvar a = '<a href=\"other.md\">';\n</script>");
        row("pre", "<pre>\n[a](other.md)\n</pre>");
        row("tag in code", "`<a href=\"other.md\">`");
        row("link in a shortcode", "{{< button href=\"/other/\" >}}");
    }

    void whatIsNoLinkIsLeftAlone()
    {
        QFETCH(QString, body);
        putFile("topics/_index.md", "---\ntitle: トピックス\n---\n");
        putFile("other.md", "---\ntitle: 他\n---\n");
        putFile("photo.svg", picture());
        putFile("a.md", "---\ntitle: 題\n---\n" + body.toUtf8());
        const auto plan = planned();
        QCOMPARE(bodyOf(plan, "/a/"), body);
        for (const Issue &issue : plan.issues)
            QCOMPARE(issue.rule, u("import-shortcode"));
    }

    void whatIsALinkIsLed_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const char *body, const char *wanted) {
            QTest::newRow(name) << u(body) << u(wanted);
        };
        row("after code", "`x` [a](other.md)", "`x` [a](/other/)");
        row("after one backtick", "5` [a](other.md)", "5` [a](/other/)");
        row("in a footnote", "文[^1]\n\n[^1]: 文 [a](other.md)", "文[^1]\n\n[^1]: 文 [a](/other/)");
        row("fence of one line", "``` x ``` [a](other.md)", "``` x ``` [a](/other/)");
        row("after a quoted fence", "> ```\n> x\n\n[a](other.md)", "> ```\n> x\n\n[a](/other/)");
        row("indented in a list", "- 一\n\n    [a](other.md)", "- 一\n\n    [a](/other/)");
        row("lazy", "文\n    [a](other.md)", "文\n    [a](/other/)");
        row("over lines", "[a](\nother.md\n)", "[a](\n/other/\n)");
        row("picture in a link", "[![b](photo.svg)](other.md)", "[![b](media:photo.svg)](/other/)");
        row("tag without quotes", "<a href=other.md>a</a>", "<a href=/other/>a</a>");
        row("tag over lines", "<a\n  href='other.md'>a</a>", "<a\n  href='/other/'>a</a>");
        row("tag within pre", "<pre><a href=\"other.md\">a</a></pre>",
            "<pre><a href=\"/other/\">a</a></pre>");
        row("query", "<a href=\"other.md?a=1&amp;b=2\">a</a>",
            "<a href=\"/other/?a=1&amp;b=2\">a</a>");
        row("quoted definition", "> [b]: other.md", "> [b]: /other/");
        row("folder", "[a](./) [b](sub/)", "[a](/) [b](/sub/)");
        row("written apart", "![b](カ\u3099イト\u3099.svg)", "![b](media:WANTED)");
        row("escaped parenthesis", "[a](o\\(1\\).md)", "[a](/o-1/)");
    }

    void whatIsALinkIsLed()
    {
        QFETCH(QString, body);
        QFETCH(QString, wanted);
        putFile("_index.md", "---\ntitle: 玄関\n---\n");
        putFile("other.md", "---\ntitle: 他\n---\n");
        putFile("o(1).md", "---\ntitle: 他\n---\n");
        putFile("sub/_index.md", "---\ntitle: 他\n---\n");
        putFile("photo.svg", picture());
        putFile("\u30ac\u30a4\u30c9.svg", picture() + " ");
        putFile("a.md", "---\ntitle: 題\n---\n" + body.toUtf8());
        const auto plan = planned();
        for (const PlannedMedia &media : plan.media)
            if (media.name != u("photo.svg"))
                wanted.replace(u("WANTED"), media.name);
        QCOMPARE(bodyOf(plan, "/a/"), wanted);
        QVERIFY(plan.issues.isEmpty());
    }

    void namesMatchHoweverTheirMarksAreWritten()
    {
        putFile("カ\u3099イト\u3099.svg", picture()); // as macOS writes it
        putFile("ハ\u309aーツ.md", "---\ntitle: 他\n---\n");
        putFile("a.md", "---\ntitle: 題\n---\n![図](ガイド.svg) [頁](パーツ.md) "
                        "[頁](%E3%83%91%E3%83%BC%E3%83%84.md)");
        const auto plan = planned();
        QVERIFY(plan.issues.isEmpty());
        QVERIFY(bodyOf(plan, "/a/").startsWith(u("![図](media:")));
    }

    void namesOfPlacesAreOurs_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("isThere");
        const auto row = [](const char *link, bool isThere = true) {
            QTest::newRow(link) << u(link) << isThere;
        };
        row("#概要");
        row("#%E6%A6%82%E8%A6%81");
        row("#費用-2026年度");
        row("#費用-2026年度-1");
        row("#faq--よくある質問");
        row("#contact");
        row("#概念");
        row("#raw");
        row("b.md#申込方法");
        row("/b/#申込方法");
        row("../b/#申込方法");
        row("{{< ref \"b.md#申込方法\" >}}");
        row("#gone", false);
        row("b.md#gone", false);
    }

    void namesOfPlacesAreOurs()
    {
        QFETCH(QString, link);
        QFETCH(bool, isThere);
        putFile("b.md", "---\ntitle: 他\n---\n## 申込方法\n");
        putFile("a.md", "---\ntitle: 題\n---\n[a](" + link.toUtf8() +
                            ")\n\n## 概要\n\n## **費用** 2026年度\n\n## 費用 2026年度\n\n"
                            "## FAQ (`よくある質問`)\n\n概念\n---\n\n## 連絡先 {#contact .x}\n\n"
                            "## FAQ & よくある質問\n\n<div id=raw>x</div>\n");
        const auto plan = planned();
        test::SiteFixture site;
        for (const content::MarkdownFile &file : plan.pages.files)
            site.page(file.path, file.content);
        static const QRegularExpression written(u("href=\"(/b/)?#([^\"]*)\">a</a>"));
        const QString html = htmlOf(site, "/a/");
        const auto found = written.match(html);
        QVERIFY2(found.hasMatch(), qPrintable(bodyOf(plan, "/a/")));
        const QString page = found.captured(1).isEmpty() ? html : htmlOf(site, "/b/");
        QCOMPARE(page.count(u("id=\"") + found.captured(2) + u'"'), isThere ? 1 : 0);
        QCOMPARE(plan.issues.size(), isThere ? 0 : 1);
    }

    void onlyTheOwnAddressIsWithin_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *link, const char *wanted) {
            QTest::newRow(link) << u(link) << u(wanted);
        };
        row("https://ken.example.jp/x/", "/x/");
        row("http://ken.example.jp/x/", "/x/");
        row("https://ken.example.jp:443/x/", "/x/");
        row("//ken.example.jp/x/", "/x/");
        row("HTTPS://KEN.Example.JP/x/", "/x/");
        row("https://ken.example.jp./x/", "/x/");
        row("https://www.ken.example.jp/x/", "/x/");
        row("https://www.ken.example.jp/elsewhere/", "https://www.ken.example.jp/elsewhere/");
        row("https://ken.example.jp:8443/x/", "https://ken.example.jp:8443/x/");
        row("http://ken.example.jp:443/x/", "http://ken.example.jp:443/x/");
        row("//ken.example.jp:8080/x/", "//ken.example.jp:8080/x/");
        row("https://shop.ken.example.jp/x/", "https://shop.ken.example.jp/x/");
        row("https://ken.example.jp.example.org/x/", "https://ken.example.jp.example.org/x/");
        row("https://a@ken.example.jp/x/", "https://a@ken.example.jp/x/");
        row("ftp://ken.example.jp/x/", "ftp://ken.example.jp/x/");
        row("mailto:a@ken.example.jp", "mailto:a@ken.example.jp");
    }

    void onlyTheOwnAddressIsWithin()
    {
        QFETCH(QString, link);
        QFETCH(QString, wanted);
        putFile("hugo.toml", "baseURL = 'https://ken.example.jp/'\n");
        putFile("content/x.md", "---\ntitle: 他\n---\n");
        putFile("content/a.md", "---\ntitle: 題\n---\n[a](" + link.toUtf8() + ")");
        const auto plan = planned();
        QCOMPARE(bodyOf(plan, "/a/"), u("[a](") + wanted + u(")"));
        QVERIFY(plan.issues.isEmpty());
    }

    void anOldSiteMayHaveBeenAFolder()
    {
        putFile("hugo.toml", "baseURL = 'https://ken.example.jp/portal/'\n");
        putFile("content/x.md", "---\ntitle: 他\n---\n");
        putFile("content/a.md", "---\ntitle: 題\n---\n[a](https://ken.example.jp/portal/x/) "
                                "[b](https://ken.example.jp/x/) [c](/portal/x/)");
        QCOMPARE(bodyOf(planned(), "/a/"), u("[a](/x/) [b](https://ken.example.jp/x/) [c](/x/)"));
    }

    void hostileTextsEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("brackets") << QByteArray("[").repeated(200'000);
        QTest::newRow("open links") << QByteArray("[a](b \"").repeated(60'000);
        QTest::newRow("parentheses") << QByteArray("[a]((").repeated(60'000);
        QTest::newRow("backticks") << QByteArray("` `` ``` ").repeated(60'000);
        QTest::newRow("comments") << QByteArray("a <!-- ").repeated(60'000);
        QTest::newRow("tags") << QByteArray("<a href=\"").repeated(60'000);
        QTest::newRow("quotes") << QByteArray("> ").repeated(200'000);
        QTest::newRow("definitions") << QByteArray("[a]: b 'c\n").repeated(60'000);
        QTest::newRow("scripts") << QByteArray("<script>").repeated(60'000);
    }

    void hostileTextsEnd()
    {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        linkPlaces(QString::fromUtf8(text), content::BodyFormat::Markdown);
        linkPlaces(QString::fromUtf8(text), content::BodyFormat::Html);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    void putFile(const char *name, const QByteArray &bytes)
    {
        test::put(m_folder->filePath(u("source/") + QString::fromUtf8(name)), bytes);
    }
    ImportPlan planned()
    {
        auto plan = planImport(m_folder->filePath(u("source")), m_site->stores(), {});
        return plan ? std::move(*plan) : ImportPlan();
    }
    static QString htmlOf(const test::SiteFixture &site, const char *path)
    {
        const auto page = site.render(QString::fromLatin1(path));
        return page ? QString::fromUtf8(page->html) : QString();
    }
    static QString bodyOf(const ImportPlan &plan, const char *path)
    {
        for (const content::MarkdownFile &file : plan.pages.files)
            if (file.path == QLatin1String(path))
                return file.content.body;
        return QStringLiteral("no such page");
    }

    QTemporaryDir m_empty;
    std::unique_ptr<workspace::Workspace> m_site;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestImportedLinks)
#include "test_importedlinks.moc"
