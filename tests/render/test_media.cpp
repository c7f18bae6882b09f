#include "render/sinks.h"
#include "support/pictures.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QImage>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

/// What becomes of the files that pages show.
class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void publishesNoPlace_data();
    void publishesNoPlace();
    void cleansOnceOnly();
    void letsMovingPicturesMove_data();
    void letsMovingPicturesMove();
    void publishesDrawingsThatShow();
    void refusesHiddenScripts();
    void cleansTheThemesPhotos();

private:
    QString show(const QString &name, const QByteArray &bytes, const QString &type, QSize size);

    std::unique_ptr<SiteFixture> m_site;
    std::unique_ptr<render::MemorySink> m_sink;
};

void TestMedia::init()
{
    m_site = std::make_unique<SiteFixture>();
    m_sink = std::make_unique<render::MemorySink>();
}

/// The page's HTML that shows the picture, once the site is built.
QString TestMedia::show(const QString &name, const QByteArray &bytes, const QString &type,
                        QSize size)
{
    m_site->media(name, bytes, type, size);
    m_site->page(QStringLiteral("/p/"),
                 {.title = QStringLiteral("p"),
                  .body = QStringLiteral("![](media:%1) [a](media:%1)").arg(name)});
    if (!m_site->build(*m_sink))
        return {};
    return QString::fromUtf8(m_sink->bytes(QStringLiteral("p/index.html")));
}

void TestMedia::publishesNoPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const QByteArray &bytes, const char *type) {
        QTest::newRow(name) << QString::fromLatin1(name) << bytes << QString::fromLatin1(type);
    };
    row("a.jpg", jpegWithNotes({600, 300}, 6), "image/jpeg");
    row("a.png", pngWithNotes({600, 300}), "image/png");
    row("a.webp", webpWithNotes({600, 300}), "image/webp");
    row("a.gif", gifWithNotes(), "image/gif");
}

void TestMedia::publishesNoPlace()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    show(name, bytes, type, {600, 300});
    const QByteArray out = m_sink->bytes(u"media/" + name);
    QCOMPARE(QImage::fromData(out), QImage::fromData(bytes));
    for (const QString &path : m_sink->paths())
        QVERIFY2(!m_sink->bytes(path).contains("PLACE-NAME"), qPrintable(path));
    const auto served = render::renderPath(m_site->snapshot(), m_site->theme(), m_site->options(),
                                           u"/media/" + name);
    VERIFY_OK(served);
    QCOMPARE(served->bytes, out);
}

void TestMedia::cleansOnceOnly()
{
    show(QStringLiteral("a.jpg"), jpegWithNotes({60, 30}), QStringLiteral("image/jpeg"), {60, 30});
    const QDir cache(m_site->options().media.variants);
    const QFileInfoList before = cache.entryInfoList(QDir::Files);
    QCOMPARE(before.size(), 1);
    const QByteArray first = m_sink->bytes(QStringLiteral("media/a.jpg"));
    put(before[0].filePath(), "kept");
    VERIFY_OK(m_site->build(*m_sink));
    QCOMPARE(m_sink->bytes(QStringLiteral("media/a.jpg")), QByteArray("kept"));
    QFile::remove(before[0].filePath());
    VERIFY_OK(m_site->build(*m_sink));
    QCOMPARE(m_sink->bytes(QStringLiteral("media/a.jpg")), first);
}

void TestMedia::letsMovingPicturesMove_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("moves");
    const QSize size(2000, 4);
    QTest::newRow("webp") << movingWebp(size) << QStringLiteral("image/webp") << true;
    QTest::newRow("png") << movingPng(size) << QStringLiteral("image/png") << true;
    QTest::newRow("still") << noisePicture("PNG", size) << QStringLiteral("image/png") << false;
}

void TestMedia::letsMovingPicturesMove()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    QFETCH(bool, moves);
    const QString html = show(QStringLiteral("a.x"), bytes, type, {2000, 4});
    QCOMPARE(html.contains(QLatin1String("srcset")), !moves);
    QCOMPARE(html.contains(QLatin1String("src=\"/media/a.x\"")), moves);
    QCOMPARE(m_sink->bytes(QStringLiteral("media/a.x")), bytes);
}

void TestMedia::publishesDrawingsThatShow()
{
    show(QStringLiteral("a.svg"), "<svg width=\"9\"><rect/></svg>", QStringLiteral("image/svg+xml"),
         {9, 9});
    QVERIFY(m_sink->bytes(QStringLiteral("media/a.svg"))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width"));
}

void TestMedia::refusesHiddenScripts()
{
    const QString script =
        QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>");
    const QByteArray wide =
        QByteArray("\xFF\xFE") +
        QByteArray(reinterpret_cast<const char *>(script.utf16()), script.size() * 2);
    show(QStringLiteral("a.svg"), wide, QStringLiteral("image/svg+xml"), {9, 9});
    QVERIFY(!m_sink->paths().contains(QStringLiteral("media/a.svg")));
}

void TestMedia::cleansTheThemesPhotos()
{
    const QTemporaryDir folder;
    put(folder.filePath(QStringLiteral("theme.json")), "{\"name\":\"x\"}");
    put(folder.filePath(QStringLiteral("templates/page.mustache")), "{{page.title}}");
    put(folder.filePath(QStringLiteral("assets/hall.jpg")), jpegWithNotes({8, 8}));
    put(folder.filePath(QStringLiteral("root/icon.png")), pngWithNotes({8, 8}));
    const auto theme = render::Theme::load(folder.path());
    VERIFY_OK(theme);
    VERIFY_OK(render::renderSite(m_site->snapshot(), **theme, m_site->options(), *m_sink));
    for (const QString &path : m_sink->paths())
        QVERIFY2(!m_sink->bytes(path).contains("PLACE-NAME"), qPrintable(path));
}

QTEST_GUILESS_MAIN(TestMedia)
#include "test_media.moc"
