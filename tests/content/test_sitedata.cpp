#include "content/kind.h"
#include "content/markdown/frontmatter.h"
#include "content/markdown/markdownfolder.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "support/testsite.h"

using namespace kakehashi;
using namespace kakehashi::content;

/// Settings, menus, redirects, kinds and Markdown files: what is said of a site apart from pages.
class TestSiteData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<test::TestDatabase>(); }

    void settingsAreCheckedAndKept()
    {
        SiteRepository site(*m_site->database);
        VERIFY_FAILS(site.settings(), ErrorCode::Corrupt);
        SiteSettings settings;
        settings.id = Ulid::generate();
        settings.name = QStringLiteral("見本");
        settings.url = QUrl(QStringLiteral("https://zero.example.jp/"));
        settings.accentColor = QStringLiteral("#0017C1");
        settings.server = ServerKind::Other;
        VERIFY_OK(site.save(settings));
        QCOMPARE(*site.settings(), settings);
        auto spoiled = settings;
        spoiled.name = QStringLiteral("見\v本\u202E");
        VERIFY_OK(site.save(spoiled));
        QCOMPARE(*site.settings(), settings);
        auto other = settings;
        other.id = Ulid::generate();
        VERIFY_FAILS(site.save(other), ErrorCode::Conflict);
    }

    void badSettings_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no name") << QStringLiteral("name") << QJsonValue(QStringLiteral(" "));
        QTest::newRow("ftp") << QStringLiteral("url") << QJsonValue(QStringLiteral("ftp://a.jp/"));
        QTest::newRow("folder") << QStringLiteral("url")
                                << QJsonValue(QStringLiteral("https://a.jp/portal/"));
        QTest::newRow("query") << QStringLiteral("url")
                               << QJsonValue(QStringLiteral("https://a.jp/?x=1"));
        QTest::newRow("part") << QStringLiteral("url")
                              << QJsonValue(QStringLiteral("https://a.jp/#y"));
        QTest::newRow("no host") << QStringLiteral("url") << QJsonValue(QStringLiteral("example"));
        QTest::newRow("not to be read")
            << QStringLiteral("url") << QJsonValue(QStringLiteral("https://a b.jp/"));
        QTest::newRow("colour") << QStringLiteral("accentColor")
                                << QJsonValue(QStringLiteral("red;}body{"));
        QTest::newRow("posts") << QStringLiteral("postsPerPage") << QJsonValue(0);
    }
    void badSettings()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json{{QStringLiteral("name"), QStringLiteral("見本")}};
        json.insert(key, value);
        SiteSettings settings = siteSettingsFromJson(json);
        settings.id = Ulid::generate();
        VERIFY_FAILS(SiteRepository(*m_site->database).save(settings), ErrorCode::Invalid);
    }

    void aMenuIsATreeInOrder()
    {
        MenuRepository menus(*m_site->database);
        const QString main = QStringLiteral("main");
        MenuItem top{Ulid::generate(), {}, {}, QStringLiteral("会議"), QStringLiteral("/kenmin/")};
        MenuItem child{{}, {}, top.id, QStringLiteral("外"), QStringLiteral("https://example.jp/")};
        VERIFY_OK(menus.replace(main, {top, child}));
        const auto stored = menus.items(main);
        QCOMPARE(stored->size(), 2);
        QCOMPARE(stored->at(1).parent, top.id);
        VERIFY_FAILS(menus.replace(main, {child, top}), ErrorCode::Invalid);
        child.target = QStringLiteral("javascript:alert(1)");
        VERIFY_FAILS(menus.replace(main, {top, child}), ErrorCode::Invalid);
        child.target = QStringLiteral("/a/");
        child.label.clear();
        VERIFY_FAILS(menus.replace(main, {top, child}), ErrorCode::Invalid);
        QCOMPARE(menus.items(main)->size(), 2);
    }

    void redirects_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *from, const char *target, int status, bool good) {
            QTest::addRow("%s -> %s %d", from, target, status)
                << QString::fromUtf8(from) << QString::fromUtf8(target) << status << good;
        };
        row("/post-1528", "/award/2023/", 301, true);
        row("/?p=3029", "https://example.jp/x", 302, true);
        row("/%E7%9C%8C/", "/a/", 308, true);
        row("/old/", "", 410, true);
        row("post", "/a/", 301, false);
        row("//evil.example.jp", "/a/", 301, false);
        row("/県/", "/a/", 301, false);
        row("/a b", "/a/", 301, false);
        row("/a\n}", "/a/", 301, false);
        row("/a/", "/a/", 301, false);
        row("/a/", "", 301, false);
        row("/a/", "javascript:x", 301, false);
        row("/a/", "/b/", 200, false);
        row("/sitemap.xml", "/b/", 301, false);
        row("/%73earch", "/b/", 301, false);
        row("/404.html", "", 410, false);
        row("/.well-known/security.txt", "/b/", 301, false);
        row("/assets/old.css", "", 410, false);
        row("/search/?q=x", "/b/", 301, true);
        row("/media/old.pdf", "/media/new.pdf", 301, true);
    }
    void redirects()
    {
        QFETCH(QString, from);
        QFETCH(QString, target);
        QFETCH(int, status);
        QFETCH(bool, good);
        RedirectRepository redirects(*m_site->database);
        const auto saved = redirects.save({{}, from, target, status});
        QCOMPARE(saved.has_value(), good);
        if (!good)
            return;
        QCOMPARE(redirects.save({{}, from, target, status})->id, saved->id);
        VERIFY_FAILS(redirects.save({Ulid::generate(), from, target, status}),
                     ErrorCode::AlreadyExists);
        VERIFY_OK(redirects.remove(saved->id));
        QVERIFY(redirects.list()->isEmpty());
    }

    void theProgramsKindsAreWhole()
    {
        const auto kinds = builtInKinds();
        VERIFY_OK(kinds);
        QStringList names;
        for (const Kind &kind : *kinds)
            names.append(kind.name);
        for (const char *name : {"page", "home", "list", "topic", "event", "award", "casestudy",
                                 "ambassador", "notfound"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        QCOMPARE(kindNamed(*kinds, QStringLiteral("topic")).name, QStringLiteral("topic"));
        QCOMPARE(kindNamed(*kinds, QStringLiteral("unheard")).name, QStringLiteral("page"));
        QCOMPARE(kindNamed({}, QStringLiteral("unheard")).templateName, QStringLiteral("page"));
    }

    void aMalformedKindIsNamed()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("bad.json"));
        for (const char *text : {"{", "{}",
                                 "{\"name\": \"x\", \"label\": \"x\", \"fields\": "
                                 "[{\"name\": \"a\", \"label\": \"b\", \"type\": "
                                 "\"wheel\"}]}"}) {
            test::put(file, text);
            const auto kinds = kindsIn(folder.path());
            VERIFY_FAILS(kinds, ErrorCode::Corrupt);
            QVERIFY(kinds.error().text.contains(QStringLiteral("bad.json")));
        }
    }

    void frontMatterGoesThereAndBack()
    {
        MarkdownFile file;
        file.kind = QStringLiteral("event");
        file.path = QStringLiteral("/post-2001/");
        file.picture = QStringLiteral("hall.jpg");
        file.position = 3;
        file.content.title = QStringLiteral("「大作戦」: \"題\" \\ ' # 終");
        file.content.summary = QStringLiteral("要約");
        file.content.body = QStringLiteral("## 見出し\n---\n本文\n");
        file.content.date = {2026, 1, 17};
        file.content.fields = {{QStringLiteral("venue"), QStringLiteral("会場")}};
        file.content.seo = {QStringLiteral("題"), QStringLiteral("説明"), true};
        file.content.window.opens = test::firstMorning();
        const auto back = parseMarkdownFile(writeMarkdownFile(file), QStringLiteral("a.md"));
        VERIFY_OK(back);
        QCOMPARE(back->content, file.content);
        QCOMPARE(back->kind, file.kind);
        QCOMPARE(back->path, file.path);
        QCOMPARE(back->picture, file.picture);
        QCOMPARE(back->position, 3);
    }

    void frontMatterForms()
    {
        const auto file = parseMarkdownFile(
            QStringLiteral("\ufeff---\r\ntitle: 'それ''は'\r\n# note\r\nopens: 2026-04-01T09:00\r\n"
                           "tags: a, b\r\n---\r\n本文"),
            QStringLiteral("a.md"));
        VERIFY_OK(file);
        QCOMPARE(file->content.title, QStringLiteral("それ'は"));
        QCOMPARE(file->content.window.opens, test::firstMorning()); // 9:00 in Japan
        QCOMPARE(file->others.value(QStringLiteral("tags")), QStringLiteral("a, b"));
        QCOMPARE(file->content.body, QStringLiteral("本文"));
        QCOMPARE(file->bodyLine, 7);
        const auto late = parseMarkdownFile(QStringLiteral("\n \n---\ntitle: 題\n---\n本文"), {});
        QCOMPARE(late->content.title, QStringLiteral("題"));
        QCOMPARE(late->bodyLine, 6);
        const auto plain = parseMarkdownFile(QStringLiteral("# 題\n"), {});
        QCOMPARE(plain->content.body, QStringLiteral("# 題\n"));
    }

    void badFrontMatterIsNamedByLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *text, const char *where) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(where);
        };
        row("---\ntitle: a\n", "line 1");
        row("---\ntitle: a\nnonsense\n---\n", "line 3");
        row("---\ndate: 2025-02-30\n---\n", "line 2");
        row("---\nfields: {\"a\": \n---\n", "line 2");
        row("---\nposition: first\n---\n", "line 2");
        row("---\nopens: soon\n---\n", "line 2");
    }
    void badFrontMatterIsNamedByLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, where);
        const auto file = parseMarkdownFile(text, QStringLiteral("a.md"));
        VERIFY_FAILS(file, ErrorCode::Invalid);
        QVERIFY2(file.error().text.contains(where), qPrintable(file.error().text));
    }

    void aFolderOfMarkdownGivesPaths()
    {
        const QTemporaryDir folder;
        test::put(folder.filePath(QStringLiteral("index.md")), "a");
        test::put(folder.filePath(QStringLiteral("award/index.md")), "a");
        test::put(folder.filePath(QStringLiteral("Topics/2025 News.md")), "a");
        test::put(folder.filePath(QStringLiteral("県民.md")), "a");
        test::put(folder.filePath(QStringLiteral("bad.md")), "---\n");
        test::put(folder.filePath(QStringLiteral("named.md")), "---\npath: /x/\n---\n");
        const auto read = readMarkdownFolder(folder.path());
        VERIFY_OK(read);
        QStringList paths;
        for (const MarkdownFile &file : read->files)
            paths.append(file.path);
        QCOMPARE(paths, (QStringList{QStringLiteral("/"), QStringLiteral("/award/"),
                                     QStringLiteral("/topics/2025-news/"), QStringLiteral("/x/")}));
        QCOMPARE(read->issues.size(), 2); // the Japanese name gives no path
        VERIFY_FAILS(readMarkdownFolder(folder.filePath(QStringLiteral("none"))),
                     ErrorCode::NotFound);
    }

private:
    std::unique_ptr<test::TestDatabase> m_site;
};

QTEST_GUILESS_MAIN(TestSiteData)
#include "test_sitedata.moc"
