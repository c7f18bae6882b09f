#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"
#include "workspace/workspace.h"

using namespace kakehashi;
using namespace kakehashi::takeover;

class TestMarkdownImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site.reset(); // before its folder goes
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = workspace::Workspace::create(m_folder->filePath(QStringLiteral("site")),
                                                 QStringLiteral("見本"));
        VERIFY_OK(made);
        m_site = std::move(*made);
        putFile("kenmin.md",
                "---\ntitle: 県民会議\npicture: img/map.svg\n---\n"
                "![地図](img/map.svg) [資料](<img/概要.pdf>) [外](https://example.jp/)");
        putFile("img/map.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
        putFile("img/概要.pdf", "%PDF-1.7\n");
    }

    void pagesAndTheirFilesArrive()
    {
        const auto report = run();
        VERIFY_OK(report);
        QVERIFY(report->issues.isEmpty());
        QCOMPARE(report->created, 1);
        const auto page = m_site->pages().byPath(QStringLiteral("/kenmin/"));
        VERIFY_OK(page);
        QCOMPARE(content::stateOf(*page), content::PageState::Draft);
        const auto content = m_site->pages().working(page->id)->content;
        QCOMPARE(content.body, QStringLiteral("![地図](media:map.svg) [資料](<media:gaiyou.pdf>) "
                                              "[外](https://example.jp/)"));
        const auto picture = m_site->media().byFileName(QStringLiteral("map.svg"));
        QCOMPARE(content.picture, picture->id);
        QCOMPARE(picture->caption, QString());
        // What links to it say when it is put into another page.
        QCOMPARE(m_site->media().byFileName(QStringLiteral("gaiyou.pdf"))->caption,
                 QStringLiteral("概要"));
    }

    void onceMoreChangesNothing()
    {
        VERIFY_OK(run());
        auto again = run();
        QCOMPARE(again->unchanged, 1);
        putFile("kenmin.md", "---\ntitle: 県民会議\n---\n新しい本文");
        workspace::ImportOptions options;
        options.update = true;
        again = importMarkdown(*m_site, source(), options);
        QCOMPARE(again->changed, 1);
        const auto page = m_site->pages().byPath(QStringLiteral("/kenmin/"));
        QCOMPARE(m_site->pages().revisions(page->id)->size(), 2);
    }

    void aBadFileIsAnIssueAndTheRestArrives()
    {
        putFile("bad.md", "---\nnonsense: [\n---\n");
        putFile("virus.php", "<?php x");
        const auto report = run();
        VERIFY_OK(report);
        QCOMPARE(report->created, 1);
        QCOMPARE(report->issues.size(), 2);
        for (const Issue &issue : report->issues)
            QVERIFY(!issue.place.file.isEmpty() && !issue.text.isEmpty());
    }

    void cancelledMeansNothing()
    {
        JobContext context;
        context.cancel.cancel();
        VERIFY_FAILS(importMarkdown(*m_site, source(), {}, context), ErrorCode::Cancelled);
        QCOMPARE(m_site->pages().list()->size(), 1); // home
    }

private:
    QString source() const { return m_folder->filePath(QStringLiteral("source")); }
    void putFile(const char *name, const QByteArray &bytes)
    {
        test::put(source() + QLatin1Char('/') + QString::fromUtf8(name), bytes);
    }
    Result<workspace::ImportReport> run() { return importMarkdown(*m_site, source(), {}); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestMarkdownImport)
#include "test_markdownimport.moc"
