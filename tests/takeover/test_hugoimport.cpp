#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/redirectrepository.h"
#include "support/testsite.h"
#include "takeover/hugo/matter/matter.h"
#include "takeover/markdownimport.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray png()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgG"
        "AWjR9awAAAABJRU5ErkJggg==");
}

} // namespace

class TestHugoImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = workspace::Workspace::create(m_empty.filePath(u("site")), u("空"));
        VERIFY_OK(made);
        m_emptySite = std::move(*made);
    }

    void init()
    {
        m_site.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        putFile("hugo.toml", "baseURL = 'https://old.example.jp/'\n[permalinks]\n"
                             "dated = '/:year/:month/:slugorfilename/'\nodd = '/:wondrous/'\n");
        putFile("static/images/logo.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
    }

    void frontMatterIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json"); // with single quotes
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const char *text, const char *json,
                            const char *body) {
            QTest::newRow(name) << u(text) << u(json) << u(body);
        };
        row("none", "本文\n", "{}", "本文\n");
        row("empty", "---\n---\nx", "{}", "x");
        row("yaml", "---\na: b\nn: 12\nz: '0123'\ny: 0123\nt: true\nq: \"true\"\nv: 1.10\n---\nx",
            "{'a':'b','n':12,'q':'true','t':true,'v':'1.10','y':'0123','z':'0123'}", "x");
        row("lists", "---\na: [1, two]\nb:\n  - c: d\n    e: [f]\n---\n",
            "{'a':[1,'two'],'b':[{'c':'d','e':['f']}]}", "");
        row("folded", "---\na: >\n  x\n  y\nb: |\n  1\n  2\n---\n", "{'a':'x y\\n','b':'1\\n2\\n'}",
            "");
        row("json in yaml", "---\nfields: {\"a\":{\"b\":[1,\"2\",null]}}\n---\n",
            "{'fields':{'a':{'b':[1,'2',null]}}}", "");
        row("closed by dots", "---\na: b\n...\nx", "{'a':'b'}", "x");
        row("queries in lists",
            "---\na: [/?p=1, /b/, 'c?']\nb: {c: d?e}\nd: [\n  x?y,\n  z ]\n---\n",
            "{'a':['/?p=1','/b/','c?'],'b':{'c':'d?e'},'d':['x?y','z']}", "");
        row("signs that YAML keeps",
            "---\na: %e3%81%8a # not said\nb: [%e3, @x]\nc:\n  - @y\n  - it's\nd: |\n  @z\n  "
            "[a?b]\n---\n",
            "{'a':'%e3%81%8a','b':['%e3','@x'],'c':['@y','it\\u0027s'],'d':'@z\n[a?b]\n'}", "");
        row("dates", "---\ndate: 2024-05-01 09:00:00 +0900\n---\n",
            "{'date':'2024-05-01 09:00:00 +0900'}", "");
        row("anchors", "---\na: &x [1]\nb: *x\n---\n", "{'a':[1],'b':[1]}", "");
        row("toml",
            "+++\na = 'b'\nd = 2024-05-01\nm = 2024-05-01T09:00:00+09:00\n[t]\nn = 1.5\n+++\nx",
            "{'a':'b','d':'2024-05-01','m':'2024-05-01T09:00:00+09:00','t':{'n':1.5}}", "x");
        row("toml text", "+++\na = \"\"\"\n一\n二\"\"\"\nl = [{x = 1}]\n+++\n",
            "{'a':'一\\n二','l':[{'x':1}]}", "");
        row("json", "{ \"a\": \"}\", \"b\": {} }\n本文", "{'a':'}','b':{}}", "本文");
        row("blank lines before", "\n \n---\na: b\n---\nx", "{'a':'b'}", "x");
        row("blank lines before toml", "\n+++\na = 'b'\n+++\nx", "{'a':'b'}", "x");
        row("blank lines before a text", "\n\n始まり", "{}", "\n\n始まり");
        row("a brace is no json", "{ 始まり", "{}", "{ 始まり");
        row("a shortcode is no json", "{{< x >}}\n", "{}", "{{< x >}}\n");
    }

    void frontMatterIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, json);
        QFETCH(QString, body);
        const auto matter = readMatter(text, u("x.md"));
        VERIFY_OK(matter);
        const auto wanted = QJsonDocument::fromJson(json.replace(u'\'', u'"').toUtf8());
        QVERIFY(wanted.isObject());
        QCOMPARE(QJsonDocument(matter->values).toJson(), wanted.toJson());
        QCOMPARE(matter->body, body);
    }

    void badFrontMatterNamesItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("never ends") << QByteArray("---\na: b\n") << u("line 1");
        QTest::newRow("yaml") << QByteArray("---\na: b\nc: [d\n---\n") << u("line 4");
        QTest::newRow("no map") << QByteArray("---\n- a\n---\n") << u("line 2");
        QTest::newRow("toml") << QByteArray("+++\na = 1\nb =\n+++\n") << u("line 3");
        QTest::newRow("json") << QByteArray("{\n\"a\": x\n}\n") << u("line 2");
        QByteArray bomb("---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1) + ',';
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                    before.repeated(10).chopped(1) + "]\n";
        }
        QTest::newRow("a billion") << bomb + "---\n" << u("line 2");
        QTest::newRow("deep") << "---\na: " + QByteArray(100'000, '[') + "\n---\n" << u("line ");
        QTest::newRow("deep toml") << "+++\na = " + QByteArray(100'000, '[') + "\n+++\n"
                                   << u("line ");
    }

    void badFrontMatterNamesItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QElapsedTimer timer;
        timer.start();
        const auto matter = readMatter(QString::fromUtf8(text), u("dir/x.md"));
        VERIFY_FAILS(matter, ErrorCode::Invalid);
        QVERIFY2(matter.error().text.startsWith(u("dir/x.md, ") + line),
                 qPrintable(matter.error().text));
        QVERIFY(timer.elapsed() < 1000);
    }

    void aPageSaysAboutItselfWhatHugoKnows()
    {
        makeSite();
        putFile("content/posts/a.md",
                "+++\ntitle = '題'\ndate = 2024-05-01T23:30:00Z\ndraft = true\nslug = 'first'\n"
                "description = '説明'\ntags = ['一', '二']\nweight = 3\n"
                "publishDate = 2030-01-01T00:00:00Z\naliases = ['/old/', 'beside']\n"
                "cover.image = '/images/logo.svg'\n[params]\nvenue = {seats = 120}\n+++\n本文\n");
        VERIFY_OK(run());
        const auto page = m_site->pages().byPath(u("/posts/first/"));
        VERIFY_OK(page);
        QCOMPARE(page->kind, u("topic"));
        QCOMPARE(page->position, 3);
        QCOMPARE(page->live, 0); // a draft stays one
        const content::PageContent content = m_site->pages().working(page->id)->content;
        QCOMPARE(content.date, QDate(2024, 5, 2)); // in Japan
        QCOMPARE(content.summary, u("説明"));
        QCOMPARE(content.window.opens.date(), QDate(2030, 1, 1));
        QCOMPARE(content.fields.value(u("tags")).toArray().size(), 2);
        QCOMPARE(content.fields.value(u("params"))[u("venue")][u("seats")].toInt(), 120);
        QCOMPARE(content.picture, m_site->media().byFileName(u("logo.svg"))->id);
        QCOMPARE(redirectsTo(u("/posts/first/")), (QStringList{u("/old/"), u("/posts/beside")}));
    }

    void bodiesArriveInOurWords_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("issueAt"); // "rule:line", empty: none
        const auto row = [](const char *name, const char *body, const char *wanted,
                            const char *issue = "") {
            QTest::newRow(name) << u(body) << u(wanted) << u(issue);
        };
        row("picture", "![a](/images/logo.svg \"t\")", "![a](media:logo.svg \"t\")");
        row("beside", "![a](<img/写真 1.png>)", "![a](<media:shashin-1.png>)");
        row("encoded", "[a](img/%E5%86%99%E7%9C%9F%201.png)", "[a](media:shashin-1.png)");
        row("file", "[b](other.md#c)", "[b](/posts/other/#c)");
        row("address", "[b](../other/)", "[b](/posts/other/)");
        row("old slug", "[b](/posts/o-t-her/?x=1)", "[b](/posts/o-t-her/?x=1)", "import-link:4");
        row("own host", "[b](https://old.example.jp/posts/other/)", "[b](/posts/other/)");
        row("elsewhere", "[b](https://example.org/) [c](mailto:a@example.jp) [d](#top)",
            "[b](https://example.org/) [c](mailto:a@example.jp) [d](#top)");
        row("definition", "[b]: other.md 'x'", "[b]: /posts/other/ 'x'");
        row("html", "<img src=\"/images/logo.svg\">", "<img src=\"media:logo.svg\">");
        row("missing", "\n[b](gone.md)", "\n[b](gone.md)", "import-link:5");
        row("code", "`[b](gone.md)`\n```\n[b](gone.md)\n```",
            "`[b](gone.md)`\n```\n[b](gone.md)\n```");
        row("parentheses", "[b](gone_(x).md)", "[b](gone_(x).md)", "import-link:4");
        row("ref", "[b]({{< ref \"other\" >}})", "[b](/posts/other/)");
        row("relref", "[b]({{% relref \"/posts/other.md#c\" %}})", "[b](/posts/other/#c)");
        row("figure",
            "{{< figure src=\"/images/logo.svg\" alt=\"あ\" caption=\"い \\\"う\\\"\" >}}",
            "\n::: figure {src=media:logo.svg alt=\"あ\" caption=\"い ”う”\"}\n:::\n");
        row("figure over lines", "{{< figure\n  src=\"/images/logo.svg\"\n>}}",
            "\n::: figure {src=media:logo.svg}\n:::\n");
        row("no figure", "{{< figure src=\"gone.png\" >}}", "{{< figure src=\"gone.png\" >}}",
            "import-shortcode:4");
        row("video", "{{< youtube abcdefghijk >}}",
            "\n::: embed {youtube=abcdefghijk title=\"動画\"}\n:::\n");
        row("notice", "{{% notice warning %}}\n文\n{{% /notice %}}",
            "\n::: notice {level=warning}\n\n文\n\n:::\n");
        row("details", "{{< details \"問\" >}}答{{< /details >}}",
            "\n::: details {summary=\"問\"}\n答\n:::\n");
        row("unknown", "\n\n{{< gallery dir=x >}}", "\n\n{{< gallery dir=x >}}",
            "import-shortcode:6");
        row("shown", "{{</* figure */>}}", "{{< figure >}}");
    }

    void bodiesArriveInOurWords()
    {
        QFETCH(QString, body);
        QFETCH(QString, wanted);
        QFETCH(QString, issueAt);
        putFile("content/posts/img/写真 1.png", png());
        putFile("content/posts/other.md", "---\ntitle: 他\n---\n## C\n");
        putFile("content/posts/a.md", "---\ntitle: 題\n---\n" + body.toUtf8());
        const auto plan = planImport(source(), m_emptySite->stores(), {});
        VERIFY_OK(plan);
        QCOMPARE(plan->pages.files.size(), 3); // with the list of posts
        QCOMPARE(plan->pages.files.first().content.body, wanted);
        QStringList issues;
        for (const Issue &issue : plan->issues)
            issues.append(issue.rule + u':' + QString::number(issue.place.line));
        QCOMPARE(issues.join(u' '), issueAt);
    }

    void listsThatHugoMakesBecomePages()
    {
        putFile("content/posts/a.md", "---\ntitle: 題\n---\n");
        putFile("content/news/_index.md", "---\ntitle: ニュース\n---\n");
        putFile("content/news/b.md", "---\ntitle: 題\n---\n");
        putFile("content/about/c.md", "---\ntitle: 題\n---\n");
        workspace::ImportOptions options;
        const auto paths = [&] {
            const auto plan = planImport(source(), m_emptySite->stores(), options);
            QStringList made;
            if (plan)
                for (const content::MarkdownFile &file : plan->pages.files)
                    if (file.kind == u("list") || file.kind == u("home"))
                        made.append(file.path + u' ' + file.kind + u' ' + file.content.title);
            made.sort();
            return made;
        };
        QCOMPARE(paths(), QStringList({u("/news/ list ニュース"), u("/posts/ list Posts")}));
        options.approve = true;
        QCOMPARE(paths(),
                 QStringList({u("/ home 空"), u("/news/ list ニュース"), u("/posts/ list Posts")}));
        putFile("content/_index.md", "---\ntitle: 玄関\n---\n");
        QCOMPARE(paths().first(), u("/ home 玄関"));
    }

    void hostileTextsEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("open links") << QByteArray("[a](b ").repeated(40'000);
        QTest::newRow("parentheses") << QByteArray("](").repeated(60'000);
        QTest::newRow("backticks") << QByteArray("``a ` ``` b ").repeated(20'000);
        QTest::newRow("shortcodes") << QByteArray("{{< ").repeated(40'000);
        QTest::newRow("many shortcodes") << QByteArray("{{< x >}}\n").repeated(20'000);
        QTest::newRow("html") << QByteArray("<a href='").repeated(30'000);
    }

    void hostileTextsEnd()
    {
        QFETCH(QByteArray, text);
        putFile("content/a.md", text);
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(planImport(source(), m_emptySite->stores(), {}));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void pathsAreOursAndOldOnesLeadThere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("matter");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("old"); // empty: the same
        const auto row = [](const char *name, const char *file, const char *matter,
                            const char *path, const char *old = "") {
            QTest::newRow(name) << u(file) << u(matter) << u(path) << u(old);
        };
        row("home", "_index.md", "", "/");
        row("section", "docs/_index.md", "", "/docs/");
        row("bundle", "docs/x/index.md", "", "/docs/x/");
        row("spaces", "docs/My Page.md", "", "/docs/my-page/");
        row("underscore", "docs/a_b.md", "", "/docs/a-b/", "/docs/a_b/");
        row("slug", "docs/a.md", "slug: good", "/docs/good/");
        row("url", "docs/a.md", "url: /about/us.html", "/about/us/", "/about/us.html");
        row("whole url", "docs/a.md", "url: https://old.example.jp/x/", "/x/");
        row("japanese", "docs/記事.md", "", "/docs/page/", "/docs/%E8%A8%98%E4%BA%8B/");
        row("japanese dated", "docs/記事.md", "date: 2024-05-01", "/docs/2024-05-01/",
            "/docs/%E8%A8%98%E4%BA%8B/");
        row("japanese folder", "お知らせ/a.md", "", "/oshirase/a/",
            "/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B/a/");
        row("permalink", "dated/deep/My a.md", "date: 2024-05-01", "/2024/05/my-a/");
        row("permalink with slug", "dated/a.md", "date: 2024-05-01\nslug: b", "/2024/05/b/");
        row("permalink without date", "dated/a.md", "", "/dated/a/");
        row("permalink not known", "odd/a.md", "", "/odd/a/");
        row("section of permalinks", "dated/_index.md", "", "/dated/");
        row("english", "docs/a.en.md", "", "/en/docs/a/");
    }

    void pathsAreOursAndOldOnesLeadThere()
    {
        QFETCH(QString, file);
        QFETCH(QString, matter);
        QFETCH(QString, path);
        QFETCH(QString, old);
        const QByteArray text = "---\ntitle: 題\n" + matter.toUtf8() + "\n---\n本文";
        putFile(QByteArray("content/" + file.toUtf8()).constData(), text);
        const auto plan = planImport(source(), m_emptySite->stores(), {});
        VERIFY_OK(plan);
        QCOMPARE(plan->pages.files.size(), 1);
        QCOMPARE(plan->pages.files.first().path, path);
        QCOMPARE(plan->redirects.isEmpty() ? QString() : plan->redirects.first().from, old);
    }

    void translationsAreJoined_data()
    {
        QTest::addColumn<QString>("file"); // of the English page; "a/index.md" is the Japanese one
        QTest::addColumn<QString>("matter");
        QTest::addColumn<QString>("original");
        const auto row = [](const char *name, const char *file, const char *matter,
                            const char *original) {
            QTest::newRow(name) << u(file) << u(matter) << u(original);
        };
        row("by name", "a/index.en.md", "", "/a/");
        row("by key", "b.en.md", "translationKey: key", "/a/");
        row("by path", "b.md", "lang: en\ntranslationOf: /a/", "/a/");
        row("another page", "b.en.md", "", "");
    }

    void translationsAreJoined()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, matter);
        QFETCH(const QString, original);
        makeSite();
        putFile("content/a/index.md", matter.contains(u("Key"))
                                          ? "---\ntitle: 題\ntranslationKey: key\n---\n本文"
                                          : "---\ntitle: 題\n---\n本文");
        putFile(QByteArray("content/" + file.toUtf8()).constData(),
                "---\ntitle: Title\n" + matter.toUtf8() + "\n---\nText");
        VERIFY_OK(run());
        const auto entries = m_site->pages().list();
        for (const content::PageEntry &entry : *entries) {
            if (entry.title != u("Title"))
                continue;
            QCOMPARE(entry.language.tag, u("en"));
            const auto page = m_site->pages().page(entry.language.original);
            QCOMPARE(page ? page->path : QString(), original);
        }
        VERIFY_OK(run());
        QCOMPARE(m_site->pages().list()->size(), 3);
    }

    void collidingFilesAllArrive()
    {
        makeSite();
        putFile("content/d/記事.md", "---\ntitle: 記事\n---\n");
        putFile("content/d/a b.md", "---\ntitle: 一\n---\n");
        putFile("content/d/a-b.md", "---\ntitle: 二\n---\n");
        putFile("content/d/a-b/index.md", "---\ntitle: 三\n---\n");
        for (int round = 0; round < 2; ++round) {
            VERIFY_OK(run());
            QCOMPARE(m_site->pages().list()->size(), 5);
            const auto plain = m_site->pages().byPath(u("/d/a-b/"));
            QVERIFY(m_site->pages().working(plain->id)->content.title != u("一"));
        }
    }

    void whatIsThereStaysUnlessSaidOtherwise()
    {
        makeSite();
        putFile("content/a.md", "---\ntitle: 新\n---\n新");
        content::NewPage mine;
        mine.kind = u("page");
        mine.path = u("/a/");
        mine.content.body = u("私の");
        const auto page = m_site->pages().create(mine);
        const auto kept = run();
        QCOMPARE(kept->kept, 1);
        QCOMPARE(m_site->pages().working(page->id)->content.body, u("私の"));
        workspace::ImportOptions options;
        options.update = true;
        QCOMPARE(importMarkdown(*m_site, source(), options)->changed, 1);
        QCOMPARE(m_site->pages().working(page->id)->content.body, u("新"));
        QCOMPARE(m_site->pages().revisions(page->id)->size(), 2);
    }

    void thePlanNamesEveryFileAndTouchesNothing()
    {
        makeSite();
        putFile("content/good.md", "---\ntitle: 良\n---\n");
        putFile("content/bad.md", "---\ntitle: [\n---\n");
        putFile("content/page.html", "<p>x</p>");
        putFile("content/x.rst", "x");
        putFile("static/evil.php", "<?php");
        putFile("layouts/x.html", "x");
        QVERIFY(QFile::link(u("/etc/passwd"), source() + u("/content/link.md")));
        const auto plan = planImport(source(), m_site->stores(), {});
        VERIFY_OK(plan);
        QStringList lines;
        for (const PlannedItem &item : plan->items) {
            lines.append(item.file + u' ' + QString::number(int(item.fate)));
            QVERIFY(item.fate != Fate::Skip || !item.reason.isEmpty());
        }
        lines.sort();
        QCOMPARE(lines,
                 (QStringList{u("content/bad.md 4"), u("content/good.md 0"), u("content/link.md 4"),
                              u("content/page.html 4"), u("content/x.rst 4"), u("layouts 4"),
                              u("static/evil.php 4"), u("static/images/logo.svg 0")}));
        QCOMPARE(m_site->pages().list()->size(), 1);
        QVERIFY(m_site->media().list()->isEmpty());
    }

    void aBackupIsMadeFirst()
    {
        makeSite();
        putFile("content/a.md", "---\ntitle: 題\n---\n");
        const auto plan = planImport(source(), m_site->stores(), {});
        const auto done = runImport(*plan, m_site->stores(), {});
        VERIFY_OK(done);
        QVERIFY(QFile::exists(done->backup));
    }

private:
    void makeSite()
    {
        auto made = workspace::Workspace::create(m_folder->filePath(u("site")), u("見本"));
        m_site = std::move(*made);
    }
    QString source() const { return m_folder->filePath(u("source")); }
    void putFile(const char *name, const QByteArray &bytes)
    {
        test::put(source() + u'/' + QString::fromUtf8(name), bytes);
    }
    Result<workspace::ImportReport> run()
    {
        workspace::ImportOptions options;
        options.approve = true;
        return importMarkdown(*m_site, source(), options);
    }
    QStringList redirectsTo(const QString &path)
    {
        QStringList from;
        const auto redirects = m_site->redirects().list();
        for (const content::Redirect &redirect : *redirects) {
            if (redirect.target == path)
                from.append(redirect.from);
        }
        from.sort();
        return from;
    }

    QTemporaryDir m_empty;
    std::unique_ptr<workspace::Workspace> m_emptySite;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestHugoImport)
#include "test_hugoimport.moc"
