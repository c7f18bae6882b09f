#include "support/testsite.h"
#include "takeover/importplan.h"
#include "workspace/workspace.h"

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The addresses that pages had because Hugo's or Jekyll's settings said so. The words of patterns
/// are those of gohugo.io/configuration/permalinks and jekyllrb.com/docs/permalinks.
class TestConfiguredAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = workspace::Workspace::create(m_empty.filePath(u("site")), u("空"));
        VERIFY_OK(made);
        m_site = std::move(*made);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        putFile("content/a/_index.md", "---\ntitle: Section A\nslug: sa\n---\n");
        putFile("content/a/b/_index.md", "---\ntitle: Section B\n---\n");
    }

    void wordsOfHugo_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *pattern, const char *path) {
            QTest::newRow(pattern) << u(pattern) << u(path);
        };
        row("/:year/:month/:day/:slug/", "/2024/05/01/my-slug/");
        row("/:monthname/:weekday/:weekdayname/:yearday/", "/may/3/wednesday/122/");
        row("/:06/:1/:2/:title/", "/24/5/1/my-title/");
        row("/:2006/:01/:02/:Jan/", "/2024/05/01/may/");
        row("/:section/:filename/", "/a/name/");
        row("/:sections/:contentbasename/", "/a/b/name/");
        row("/:sectionslug/:slugorfilename/", "/sa/my-slug/");
        row("/:sectionslugs/:slugorcontentbasename/", "/sa/section-b/my-slug/");
        row("/:sections[last]/:slug/", "/b/my-slug/");
        row("/:sections[0]/:slug/", "/a/my-slug/");
        row("/:sections[1:]/:slug/", "/b/my-slug/");
        row("/:sections[:last]/:slug/", "/a/my-slug/");
        row("/:sections[0:2]/:slug/", "/a/b/my-slug/");
        row("/:sections[5]/:slug/", "/my-slug/");
        row("/x/:sections[7:9]/:slug/", "/x/my-slug/");
        row("/:sectionslugs[last]/:slug", "/section-b/my-slug/");
        row("/at\\:noon/:slug/", "/at-noon/my-slug/");
        row("/:year/:slug.html", "/2024/my-slug/");
        row("/:wondrous/:slug/", "/a/b/c/my-slug/");
    }

    void wordsOfHugo()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        putFile("hugo.toml", "[permalinks.page]\na = '" + pattern.toUtf8() + "'\n");
        putFile("content/a/b/c/name.md",
                "---\ntitle: My Title\nslug: my-slug\ndate: 2024-05-01\n---\nx");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/a/b/c/name.md"), path);
        QCOMPARE(plan.issues.size(), pattern.contains(u("wondrous")) ? 1 : 0);
        QCOMPARE(redirectTo(plan, path), pattern.endsWith(u(".html")) ? u("/2024/my-slug.html")
                                         : pattern.contains(u("\\:")) ? u("/atnoon/my-slug/")
                                                                      : QString());
    }

    void placesOfHugosSettings_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *file, const char *text) {
            QTest::newRow(file) << u(file) << u(text);
        };
        row("hugo.yaml", "Permalinks:\n  a: /x/:contentbasename/\n");
        row("config.json", "{\"permalinks\": {\"page\": {\"a\": \"/x/:contentbasename/\"}}}");
        row("hugo.json", "{\"permalinks\": [{\"pattern\": \"/x/:contentbasename/\", \"target\": "
                         "{\"kind\": \"page\", \"path\": \"{/a,/a/**}\"}}]}");
        row("config/_default/permalinks.toml", "a = '/x/:contentbasename/'\n");
        row("config/_default/permalinks.yaml", "page:\n  a: /x/:contentbasename/\n");
        row("config/_default/permalinks.json",
            "{\"permalinks\": {\"a\": \"/x/:contentbasename/\"}}");
        row("config/_default/hugo.toml", "[permalinks]\na = '/x/:contentbasename/'\n");
        row("config/_default/site/config.yml", "permalinks:\n  a/b: /x/:contentbasename/\n");
        row("config/production/permalinks.yml", "a: /x/:contentbasename/\n");
        row("config/_default/permalinks.ja.toml", "a = '/x/:contentbasename/'\n");
        row("config/_default/languages.toml",
            "[ja.permalinks]\na = '/x/:contentbasename/'\n[en.permalinks]\na = '/y/'\n");
    }

    void placesOfHugosSettings()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        putFile(file.toUtf8().constData(), text.toUtf8());
        putFile("content/a/b/name.md", "---\ntitle: 題\nslug: other\n---\nx");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/a/b/name.md"), u("/x/name/"));
        for (const PlannedItem &item : plan.items)
            QVERIFY2(!item.file.startsWith(u("config")), qPrintable(item.file));
    }

    void settingsThatCannotBeReadAreTold()
    {
        putFile("hugo.toml", "[permalinks\n");
        const ImportPlan plan = planned();
        QCOMPARE(plan.items.last().file, u("hugo.toml"));
        QVERIFY2(plan.items.last().reason.contains(u("hugo.toml")),
                 qPrintable(plan.items.last().reason));
    }

    void patternsOfSectionsAndOfTheTop()
    {
        putFile("hugo.toml", "[permalinks.page]\n'/' = '/:year/:contentbasename/'\n"
                             "[permalinks.section]\na = '/alpha/:sections[1:]/'\n");
        putFile("content/top.md", "---\ntitle: 題\ndate: 2024-05-01\n---\n");
        putFile("content/a/in.md", "---\ntitle: 題\ndate: 2024-05-01\n---\n");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/top.md"), u("/2024/top/"));
        QCOMPARE(pathOf(plan, "content/a/in.md"), u("/a/in/"));
        QCOMPARE(pathOf(plan, "content/a/_index.md"), u("/alpha/"));
        QCOMPARE(pathOf(plan, "content/a/b/_index.md"), u("/alpha/b/"));
    }

    void uglyAddressesLeadToTheirPages()
    {
        putFile("hugo.toml", "[uglyURLs]\na = true\n");
        putFile("content/a/b/name.md", "---\ntitle: 題\n---\n[次](next.html)");
        putFile("content/a/b/next.md", "---\ntitle: 次\n---\n[前](/a/b/name.html)");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/a/b/name.md"), u("/a/b/name/"));
        QCOMPARE(redirectTo(plan, u("/a/b/name/")), u("/a/b/name.html"));
        QCOMPARE(bodyOf(plan, "/a/b/next/"), u("[前](/a/b/name/)"));
        QCOMPARE(bodyOf(plan, "/a/b/name/"), u("[次](/a/b/next/)"));
    }

    void theUsualLanguageMayHaveAFolder()
    {
        putFile("hugo.toml", "defaultContentLanguage = 'ja'\n"
                             "defaultContentLanguageInSubdir = true\n");
        putFile("content/_index.md", "---\ntitle: 玄関\n---\n[案内](/ja/guide/)");
        putFile("content/guide.md", "---\ntitle: 案内\naliases: [/old/]\n---\n");
        putFile("content/guide.en.md", "---\ntitle: Guide\n---\n[home](/en/)");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/_index.md"), u("/"));
        QCOMPARE(redirectTo(plan, u("/")), u("/ja/"));
        QCOMPARE(pathOf(plan, "content/guide.md"), u("/guide/"));
        QCOMPARE(redirectTo(plan, u("/guide/")), u("/ja/guide/"));
        QCOMPARE(pathOf(plan, "content/guide.en.md"), u("/en/guide/"));
        QCOMPARE(redirectTo(plan, u("/en/guide/")), QString());
        QCOMPARE(bodyOf(plan, "/"), u("[案内](/guide/)"));
    }

    void theUsualLanguageMayBeAnother()
    {
        putFile("config/_default/hugo.yaml", "defaultContentLanguage: en\n");
        putFile("config/_default/languages.yaml", "en:\n  weight: 1\nja:\n  weight: 2\n");
        putFile("content/guide.md", "---\ntitle: Guide\n---\n");
        putFile("content/guide.ja.md", "---\ntitle: 案内\n---\n");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/guide.md"), u("/guide/"));
        QCOMPARE(pathOf(plan, "content/guide.ja.md"), u("/ja/guide/"));
        QCOMPARE(pageAt(plan, "/guide/").content.language.tag, u("en"));
        QCOMPARE(pageAt(plan, "/guide/").translationOf, u("/ja/guide/"));
    }

    void languagesMayHaveFoldersOfContent()
    {
        putFile("hugo.toml", "defaultContentLanguage = 'ja'\n[languages.ja]\n"
                             "contentDir = 'content/nihongo'\n[languages.en]\n"
                             "contentDir = 'content/english'\n");
        putFile("content/nihongo/docs/a.md", "---\ntitle: 題\n---\n[図](fig.pdf)");
        putFile("content/nihongo/docs/fig.pdf", "%PDF-1.7\n");
        putFile("content/english/docs/a.md", "---\ntitle: Title\n---\n");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, "content/nihongo/docs/a.md"), u("/docs/a/"));
        QCOMPARE(bodyOf(plan, "/docs/a/"), u("[図](media:fig.pdf)"));
        QCOMPARE(pathOf(plan, "content/english/docs/a.md"), u("/en/docs/a/"));
        QCOMPARE(pageAt(plan, "/en/docs/a/").translationOf, u("/docs/a/"));
    }

    void settingsOfJekyll_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("old");
        const auto row = [](const char *config, const char *file, const char *path,
                            const char *old = "") {
            QTest::addRow("%s: %s", config, file) << u(config) << u(file) << u(path) << u(old);
        };
        const char *post = "_posts/2019-05-01-name.md";
        row("title: x", "sub/about.md", "/sub/about/", "/sub/about.html");
        row("title: x", "sub/index.md", "/sub/");
        row("title: x", post, "/2019/05/01/name/", "/2019/05/01/name.html");
        row("permalink: pretty", "sub/about.md", "/sub/about/");
        row("permalink: /:year/:title/", post, "/2019/name/");
        row("permalink: /:year/:title/", "about.md", "/about/");
        row("permalink: /:short_year/:i_month/:title:output_ext", post, "/19/5/name/",
            "/19/5/name.html");
        row("collections: {docs: {output: true}}", "_docs/sub/intro.md", "/docs/sub/intro/",
            "/docs/sub/intro.html");
        row("collections: {docs: {permalink: '/guide/:path/'}}", "_docs/sub/intro.md",
            "/guide/sub/intro/");
        row("collections: {docs: {permalink: '/:collection/:title/'}}", "_docs/intro.md",
            "/docs/intro/");
        row("defaults: [{scope: {path: '', type: posts}, values: {permalink: '/news/:title/'}}]",
            post, "/news/name/");
        row("defaults: [{scope: {path: sub}, values: {permalink: '/s/:basename/'}}, "
            "{scope: {path: ''}, values: {permalink: '/all/:basename/'}}]",
            "sub/about.md", "/s/about/");
        row("permalink: /:unheard/", post, "/name/");
    }

    void settingsOfJekyll()
    {
        QFETCH(QString, config);
        QFETCH(QString, file);
        QFETCH(QString, path);
        QFETCH(QString, old);
        m_folder = std::make_unique<QTemporaryDir>();
        putFile("_config.yml", config.toUtf8() + '\n');
        putFile(file.toUtf8().constData(), "---\ntitle: 題\n---\n本文");
        const ImportPlan plan = planned();
        QCOMPARE(pathOf(plan, file.toUtf8().constData()), path);
        QCOMPARE(redirectTo(plan, path), old);
        QCOMPARE(plan.issues.size(), config.contains(u("unheard")) ? 1 : 0);
    }

private:
    QString source() const { return m_folder->filePath(u("source")); }
    void putFile(const char *name, const QByteArray &bytes)
    {
        test::put(source() + u'/' + QString::fromUtf8(name), bytes);
    }
    ImportPlan planned() const
    {
        auto plan = planImport(source(), m_site->stores(), {});
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text));
        return std::move(*plan);
    }
    static QString pathOf(const ImportPlan &plan, const char *file)
    {
        for (const PlannedItem &item : plan.items)
            if (item.file == u(file))
                return item.target;
        return {};
    }
    static QString redirectTo(const ImportPlan &plan, const QString &path)
    {
        for (const content::Redirect &redirect : plan.redirects)
            if (redirect.target == path && redirect.from != u("/old/"))
                return redirect.from;
        return {};
    }
    static content::MarkdownFile pageAt(const ImportPlan &plan, const char *path)
    {
        for (const content::MarkdownFile &page : plan.pages.files)
            if (page.path == u(path))
                return page;
        return {};
    }
    static QString bodyOf(const ImportPlan &plan, const char *path)
    {
        return pageAt(plan, path).content.body;
    }

    QTemporaryDir m_empty;
    std::unique_ptr<workspace::Workspace> m_site;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConfiguredAddresses)
#include "test_configuredaddresses.moc"
