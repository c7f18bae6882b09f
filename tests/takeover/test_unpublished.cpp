#include "content/page/pagerepository.h"
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

/// What the former site kept from its visitors must not become public by being taken over.
class TestUnpublished : public QObject
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

    void wordsOfFrontMatterKeepAPageADraft_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const auto *hidden : {"draft: true",
                                   "draft: yes",
                                   "draft: 1",
                                   "Draft: \"TRUE\"",
                                   "published: false",
                                   "published: no",
                                   "published: \"false\"",
                                   "published: 0",
                                   "_build: {render: never, list: never}",
                                   "build:\n  render: never",
                                   "build: {list: never}",
                                   "build: {render: false}",
                                   "headless: true",
                                   "status: draft",
                                   "status: Private",
                                   "post_status: pending",
                                   "status: future",
                                   "private: true",
                                   "hidden: true",
                                   "password: himitsu",
                                   "password: 1234",
                                   "visibility: private",
                                   "visibility: hidden"})
            QTest::newRow(hidden) << false;
        for (const auto *open :
             {"draft: false", "draft: no", "published: true", "published: 2024-01-01",
              "build: {render: always}", "build: {list: local}", "headless: false",
              "status: publish", "private: false", "password: ''", "visibility: public"})
            QTest::newRow(open) << true;
    }

    void wordsOfFrontMatterKeepAPageADraft()
    {
        QFETCH(bool, isPublic);
        put("content/a.md",
            QByteArray("---\ntitle: 題\n") + QTest::currentDataTag() + "\n---\n本文");
        put("hugo.toml", "");
        const auto report = run();
        QCOMPARE(isLive("/a/"), isPublic);
        QCOMPARE(told(report).size(), isPublic ? 0 : 1);
        if (!isPublic) {
            QCOMPARE(told(report).first().place.line, 3);
            QVERIFY(!told(report).first().text.contains(u("himitsu")));
        }
    }

    void whatASectionSaysCountsForItsPages()
    {
        put("hugo.yaml", "cascade: {target: {path: '/talks/**'}, build: {render: never}}\n");
        put("content/in/_index.md", "---\ntitle: 内\ncascade: {draft: true}\n---\n");
        put("content/in/a.md", "---\ntitle: 一\n---\n");
        put("content/in/deep/b.md", "---\ntitle: 二\n---\n");
        put("content/in/c.md", "---\ntitle: 三\ndraft: false\n---\n");
        put("content/list/_index.md", "---\ntitle: 列\ncascade:\n- _target: {path: '/list/x*'}\n"
                                      "  private: true\n---\n");
        put("content/list/x1.md", "---\ntitle: 四\n---\n");
        put("content/list/y1.md", "---\ntitle: 五\n---\n");
        put("content/talks/d.md", "---\ntitle: 六\n---\n");
        const auto report = run();
        for (const auto *hidden : {"/in/a/", "/in/deep/b/", "/list/x1/", "/talks/d/"})
            QVERIFY2(!isLive(hidden), hidden);
        for (const auto *open : {"/in/c/", "/list/y1/"})
            QVERIFY2(isLive(open), open);
        QVERIFY(!told(report).isEmpty());
    }

    void jekyllsFoldersAndDefaultsCount()
    {
        put("_config.yml", "exclude: [secret, '*.txt.md']\ncollections: {docs: {output: true}}\n"
                           "defaults:\n- scope: {path: 'inner'}\n  values: {published: false}\n");
        put("_drafts/a.md", "---\ntitle: 一\n---\n");
        put("_staff/b.md", "---\ntitle: 二\n---\n");
        put("_docs/c.md", "---\ntitle: 三\n---\n");
        put("inner/d.md", "---\ntitle: 四\n---\n");
        put("secret/e.md", "---\ntitle: 五\n---\n");
        put("f.md", "---\ntitle: 六\n---\n");
        QCOMPARE(told(run()).size(), 3);
        QCOMPARE(titles(true), (QStringList{u("三"), u("六")}));
        QCOMPARE(titles(false), (QStringList{u("一"), u("二"), u("四")}));
    }

    void filesThatHugoIgnoresStayBehind()
    {
        put("hugo.toml", "ignoreFiles = ['\\.memo\\.md$', 'content/old/']\n");
        put("content/a.md", "---\ntitle: 一\n---\n");
        put("content/b.memo.md", "---\ntitle: 二\n---\n");
        put("content/old/c.md", "---\ntitle: 三\n---\n");
        run();
        QVERIFY(!titles(true).contains(u("二")) && !titles(true).contains(u("三")));
        QVERIFY(!titles(false).contains(u("二")) && !titles(false).contains(u("三")));
    }

    void daysToComeOpenThePage()
    {
        put("content/a.md", "---\ntitle: 一\ndate: 2099-01-01\n---\n");
        put("content/b.md", "---\ntitle: 二\nunpublishdate: 2020-01-01\n---\n");
        put("hugo.toml", "");
        QCOMPARE(told(run()).size(), 1);
        const auto window = [this](const char *path) {
            const auto page = m_site->pages().byPath(u(path));
            return m_site->pages().working(page->id)->content.window;
        };
        QCOMPARE(window("/a/").opens.toString(Qt::ISODate), u("2098-12-31T15:00:00Z"));
        QVERIFY(window("/b/").closes < m_site->clock().now());
    }

    void datesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        for (const auto *date :
             {"2026-04-01", "2026/4/1", "2026.4.1", "20260401", "2026年4月1日", "令和8年4月1日",
              "令和８年４月１日", "R8.4.1", "'2026/04/01 09:30'"})
            QTest::newRow(date) << u(date);
        QTest::newRow("none") << u("来年の春");
    }

    void datesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, written);
        put("content/a.md", "---\ntitle: 一\ndate: " + written.toUtf8() + "\n---\n本文");
        put("hugo.toml", "buildFuture = true");
        const auto report = run();
        const auto page = m_site->pages().byPath(u("/a/"));
        VERIFY_OK(page);
        const bool isDate = QString::fromUtf8(QTest::currentDataTag()) != u("none");
        QCOMPARE(m_site->pages().working(page->id)->content.date,
                 isDate ? QDate(2026, 4, 1) : QDate());
        QCOMPARE(isLive("/a/"), isDate);
        QCOMPARE(told(report).size(), isDate ? 0 : 1);
    }

private:
    void put(const char *name, const QByteArray &bytes)
    {
        test::put(m_folder->filePath(u("source/") + u(name)), bytes);
    }

    workspace::ImportReport run()
    {
        workspace::ImportOptions options;
        options.approve = true;
        const auto report = importMarkdown(*m_site, m_folder->filePath(u("source")), options);
        return report ? *report : workspace::ImportReport();
    }

    static Issues told(const workspace::ImportReport &report)
    {
        Issues issues;
        for (const Issue &issue : report.issues)
            if (issue.rule == u("import-hidden"))
                issues.append(issue);
        return issues;
    }

    bool isLive(const char *path)
    {
        const auto page = m_site->pages().byPath(u(path));
        return page && page->live > 0;
    }

    /// Of pages from the folder, sorted as they came.
    QStringList titles(bool live)
    {
        QStringList titles;
        const auto pages = m_site->pages().all(false);
        for (const auto &page : *pages)
            if ((page.page.live > 0) == live && page.revision.content.title.size() == 1)
                titles.append(page.revision.content.title);
        const QString order = u("一二三四五六");
        std::sort(titles.begin(), titles.end(), [&](const QString &left, const QString &right) {
            return order.indexOf(left) < order.indexOf(right);
        });
        return titles;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestUnpublished)
#include "test_unpublished.moc"
