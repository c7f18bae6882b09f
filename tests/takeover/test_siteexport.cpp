#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"
#include "takeover/siteexport.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

using Site = std::unique_ptr<workspace::Workspace>;

/// Everything of a page that a person can see, by path; ids differ from site to site.
QMap<QString, QString> pagesOf(workspace::Workspace &site)
{
    QMap<QString, QString> pages;
    const auto stored = site.pages().all(false);
    for (const content::PageWithRevision &page : *stored) {
        const content::PageContent &content = page.revision.content;
        const auto picture = site.media().asset(content.picture);
        QStringList lines{page.page.kind,
                          QString::number(page.page.position),
                          QString::number(page.page.live != 0),
                          content.title,
                          content.summary,
                          content.date.toString(Qt::ISODate),
                          toStored(page.revision.createdAt),
                          content.seo.title,
                          content.seo.description,
                          QString::number(content.seo.noindex),
                          toStored(content.window.opens),
                          toStored(content.window.closes),
                          picture ? picture->fileName : QString(),
                          QString::fromUtf8(QJsonDocument(content.fields).toJson()),
                          QString::number(int(content.format)),
                          content.body};
        pages.insert(page.page.path, lines.join(u'\n'));
    }
    return pages;
}

QMap<QString, QString> mediaOf(workspace::Workspace &site)
{
    QMap<QString, QString> media;
    const auto list = site.media().list();
    for (const content::MediaAsset &asset : *list)
        media.insert(asset.fileName, asset.hash.toString() + asset.alt + asset.caption +
                                         asset.credit + asset.rightsUntil.toString(Qt::ISODate));
    return media;
}

} // namespace

class TestSiteExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto sample = workspace::createSample(m_folder.filePath(QStringLiteral("sample")));
        VERIFY_OK(sample);
        m_sample = std::move(*sample);
        content::NewPage odd;
        odd.kind = QStringLiteral("topic");
        odd.path = QStringLiteral("/topics/odd/");
        odd.content.title = QStringLiteral("「引用」\"と\\と: #記号");
        odd.content.body = QStringLiteral("---\nsrc: {{< figure >}} [写真](media:") +
                           m_sample->media().list()->first().fileName +
                           QStringLiteral(")\n\n`](media:x.png)` [題](/award#a)\n");
        odd.content.fields = {
            {QStringLiteral("tags"), QJsonArray{QStringLiteral("a: b")}},
            {QStringLiteral("number"), 0.30000000000000004},
            {QStringLiteral("large"), 1e21},
            {QStringLiteral("text"), QStringLiteral("0123")},
            {QStringLiteral("rows"), QJsonArray{QJsonObject{{QStringLiteral("a"), true}}, {}}}};
        odd.content.seo.description = QStringLiteral("説明だけ");
        odd.content.window.opens = firstMorningWithMs();
        VERIFY_OK(m_sample->pages().create(odd));
        odd.path = QStringLiteral("/topics/html/");
        odd.content.format = content::BodyFormat::Html;
        odd.content.body = QStringLiteral("<p>本文</p>\n");
        VERIFY_OK(m_sample->pages().create(odd));
    }

    void theSampleComesBackWhole()
    {
        const QString folder = m_folder.filePath(QStringLiteral("export"));
        const auto done = exportSite(m_sample->stores(), folder);
        VERIFY_OK(done);
        QCOMPARE(done->pages, int(pagesOf(*m_sample).size()));
        auto fresh = workspace::Workspace::create(m_folder.filePath(QStringLiteral("fresh")),
                                                  QStringLiteral("空"));
        VERIFY_OK(fresh);
        workspace::ImportOptions options;
        options.approve = true;
        const auto report = importMarkdown(**fresh, folder, options);
        VERIFY_OK(report);
        for (const Issue &issue : report->issues)
            qWarning("%s", qPrintable(issue.place.file + u' ' + issue.text));
        QVERIFY(report->issues.isEmpty());
        const auto before = pagesOf(*m_sample);
        const auto after = pagesOf(**fresh);
        QCOMPARE(after.keys(), before.keys());
        for (const QString &path : before.keys())
            QCOMPARE(after.value(path), before.value(path));
        QCOMPARE(mediaOf(**fresh), mediaOf(*m_sample));
        QCOMPARE(*workspace::partsOf((*fresh)->stores()), *workspace::partsOf(m_sample->stores()));
        const auto again = importMarkdown(**fresh, folder, options);
        VERIFY_OK(again);
        QCOMPARE(again->created + again->changed + again->kept, 0);
    }

    void nothingIsSaidAboutPeople()
    {
        const QString folder = m_folder.filePath(QStringLiteral("people"));
        const auto page = m_sample->pages().byPath(QStringLiteral("/topics/odd/"));
        content::PageContent content = m_sample->pages().working(page->id)->content;
        content.summary = QStringLiteral("新しい");
        VERIFY_OK(m_sample->pages().saveWorking(page->id, content, QStringLiteral("架空 花子"),
                                                QStringLiteral("覚え書き")));
        VERIFY_OK(exportSite(m_sample->stores(), folder));
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray bytes = test::contentOf(files.next());
            QVERIFY2(!bytes.contains("架空 花子"), qPrintable(files.filePath()));
            QVERIFY2(!bytes.contains("覚え書き"), qPrintable(files.filePath()));
        }
    }

    void aFolderInUseIsRefused()
    {
        const QString folder = m_folder.filePath(QStringLiteral("used"));
        test::put(folder + QStringLiteral("/mine.txt"), "x");
        VERIFY_FAILS(exportSite(m_sample->stores(), folder), ErrorCode::AlreadyExists);
        QCOMPARE(test::contentOf(folder + QStringLiteral("/mine.txt")), QByteArray("x"));
    }

    void cancelledLeavesNothing()
    {
        JobContext context;
        context.cancel.cancel();
        const QString folder = m_folder.filePath(QStringLiteral("cancelled"));
        VERIFY_FAILS(exportSite(m_sample->stores(), folder, context), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(folder));
        QVERIFY(!QFile::exists(folder + QStringLiteral(".part")));
    }

    void whatTheSiteHasStays()
    {
        const QString folder = m_folder.filePath(QStringLiteral("again"));
        VERIFY_OK(exportSite(m_sample->stores(), folder));
        auto settings = m_sample->site().settings();
        settings->tagline = QStringLiteral("別の言葉");
        VERIFY_OK(m_sample->site().save(*settings));
        auto report = importMarkdown(*m_sample, folder, {});
        VERIFY_OK(report);
        QCOMPARE(m_sample->site().settings()->tagline, QStringLiteral("別の言葉"));
        QCOMPARE(report->issues.size(), 1);
        workspace::ImportOptions options;
        options.update = true;
        VERIFY_OK(importMarkdown(*m_sample, folder, options));
        QVERIFY(m_sample->site().settings()->tagline != QStringLiteral("別の言葉"));
    }

private:
    static QDateTime firstMorningWithMs() { return test::firstMorning().addMSecs(250); }

    QTemporaryDir m_folder;
    Site m_sample;
};

QTEST_GUILESS_MAIN(TestSiteExport)
#include "test_siteexport.moc"
