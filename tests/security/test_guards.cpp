#include "security/pathguard.h"
#include "security/reservedpath.h"
#include "security/siteaddress.h"
#include "security/urlpolicy.h"
#include "support/testsite.h"

using namespace kakehashi;
using namespace kakehashi::security;

class TestGuards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesOfSites_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *typed, bool good) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << good;
        };
        for (const char *good :
             {"", "https://ken.example.jp", "https://ken.example.jp/", "http://127.0.0.1:8080/",
              "http://[::1]:8080/", "https://県.example.jp./", " https://KEN.example.jp "})
            row(good, true);
        for (const char *bad :
             {"https://ken.example.jp/portal/", "https://ken.example.jp/portal",
              "https://ken.example.jp/?x=1#y", "https://ken.example.jp/#y",
              "https://a:b@ken.example.jp/", "ken.example.jp", "ftp://ken.example.jp/", "https://",
              "https:/ken.example.jp/", "https://ken.example.jp//", "https://ken example.jp/",
              "https://ken.example.jp\\sub", "https://xn--/", "https://%zz/", "https://ken..jp/",
              "https://-a.jp/", "https://a-.jp/", "https://.jp/"})
            row(bad, false);
    }

    void addressesOfSites()
    {
        QFETCH(QString, typed);
        QTEST(siteAddress(typed).has_value(), "good");
    }

    void pagePaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("good");
        const auto row = [](const QString &path, bool good) {
            QTest::addRow("%s", qPrintable(path.left(40))) << path << good;
        };
        row(QStringLiteral("/"), true);
        row(QStringLiteral("/kenmin/"), true);
        row(QStringLiteral("/2050senryaku/"), true);
        row(QStringLiteral("/topics/2025-meeting-report/"), true);
        row(QStringLiteral("/page/about/"), true);
        row(QString(), false);
        row(QStringLiteral("kenmin"), false);
        row(QStringLiteral("/kenmin"), false);
        row(QStringLiteral("//"), false);
        row(QStringLiteral("/a//b/"), false);
        row(QStringLiteral("/../etc/"), false);
        row(QStringLiteral("/a/./b/"), false);
        row(QStringLiteral("/Kenmin/"), false);
        row(QStringLiteral("/県民会議/"), false);
        row(QStringLiteral("/a b/"), false);
        row(QStringLiteral("/a%2e/"), false);
        row(QStringLiteral("/a\\b/"), false);
        row(QStringLiteral("/a\n/"), false);
        row(QStringLiteral("/a\u202e/"), false);
        row(QStringLiteral("/con/"), false);
        row(QStringLiteral("/x/lpt1/"), false);
        row(QStringLiteral("/assets/"), false);
        row(QStringLiteral("/media/x/"), false);
        row(QStringLiteral("/topics/page/2/"), false);
        row(QStringLiteral("/search/"), false);
        row(QStringLiteral("/search/help/"), true);
        row(QStringLiteral("/404.html"), false);
        row(QLatin1Char('/') + QString(198, u'a') + QLatin1Char('/'), true);
        row(QLatin1Char('/') + QString(298, u'a') + QLatin1Char('/'), false);
    }
    void pagePaths()
    {
        QFETCH(QString, path);
        QFETCH(bool, good);
        const auto checked = checkPagePath(path);
        QCOMPARE(checked.has_value(), good);
        if (!good)
            VERIFY_FAILS(checked, ErrorCode::Invalid);
    }

    void reservedPathsHaveAFreeOneBeside_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("free");
        const auto row = [](const char *path, const char *free) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(free);
        };
        row("/search/", "/search-page/");
        row("/search", "/search-page/");
        row("/search/index.html", "/search-page/");
        row("/404.html", "/404-html/");
        row("/sitemap.xml", "/sitemap-xml/");
        row("/sitemap-12.xml/", "/sitemap-12-xml/");
        row("/feed.xml", "/feed-xml/");
        row("/.well-known/security.txt", "/well-known/security-txt/");
        row("/.htaccess", "/htaccess/");
        row("/topics/page/2/", "/topics/page-2/");
        row("/assets/a/b/", "/assets-page/a/b/");
        row("/assets/page/2/", "/assets-page/page-2/");
        row("/media/", "/media-page/");
    }
    void reservedPathsHaveAFreeOneBeside()
    {
        QFETCH(QString, path);
        QFETCH(QString, free);
        QVERIFY(isReservedPath(path));
        const auto checked = checkPagePath(path);
        VERIFY_FAILS(checked, ErrorCode::Invalid);
        QVERIFY2(checked.error().text.contains(free), qPrintable(checked.error().text));
        VERIFY_OK(checkPagePath(free));
    }

    void outputPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("good");
        const auto row = [](const QString &path, bool good) {
            QTest::addRow("%s", qPrintable(path.left(40))) << path << good;
        };
        row(QStringLiteral("index.html"), true);
        row(QStringLiteral("topics/page/2/index.html"), true);
        row(QStringLiteral("media/がいよう.pdf"), true);
        row(QStringLiteral("media/か\u3099いよう.pdf"), false); // NFD, as macOS hands it out
        row(QString(), false);
        row(QStringLiteral("/etc/passwd"), false);
        row(QStringLiteral("a/../../b"), false);
        row(QStringLiteral("a//b"), false);
        row(QStringLiteral("a/"), false);
        row(QStringLiteral("C:\\x"), false);
        row(QStringLiteral("a:b"), false);
        row(QStringLiteral("a?b"), false);
        row(QStringLiteral("a\tb"), false);
        row(QStringLiteral("a.\u202egpj"), false);
        row(QStringLiteral("nul.html"), false);
        row(QStringLiteral("AUX"), false);
        row(QStringLiteral("a./b"), false);
        row(QStringLiteral("a /b"), false);
        row(QString(230, u'a'), false);
        row(QString(70, u'漢'), false); // 210 bytes
    }
    void outputPaths()
    {
        QFETCH(QString, path);
        QFETCH(bool, good);
        QCOMPARE(checkOutputPath(path).has_value(), good);
    }

    void collisions_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<bool>("good");
        const auto list = [](const char *text) {
            return QString::fromUtf8(text).split(QLatin1Char(' '));
        };
        QTest::newRow("apart") << list("a.html b/a.html b/c.html") << true;
        QTest::newRow("twice") << list("a.html a.html") << false;
        QTest::newRow("case") << list("media/A.jpg media/a.jpg") << false;
        QTest::newRow("width") << list("a.jpg ａ.jpg") << false;
        QTest::newRow("file and folder") << list("topics topics/index.html") << false;
        QTest::newRow("folder elsewhere") << list("a/topics topics/index.html") << true;
    }
    void collisions()
    {
        QFETCH(QStringList, paths);
        QFETCH(bool, good);
        const auto checked = checkNoCollisions(paths);
        QCOMPARE(checked.has_value(), good);
        if (!good)
            VERIFY_FAILS(checked, ErrorCode::Conflict);
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << QStringLiteral("event-2025.jpg")
                               << QStringLiteral("event-2025.jpg");
        QTest::newRow("capitals") << QStringLiteral("Flyer 2025.PDF")
                                  << QStringLiteral("flyer-2025.pdf");
        QTest::newRow("Japanese") << QStringLiteral("会場 写真.JPG")
                                  << QStringLiteral("kaijou-shashin.jpg");
        QTest::newRow("meeting") << QStringLiteral("総会資料.pdf")
                                 << QStringLiteral("soukai-shiryou.pdf");
        QTest::newRow("katakana") << QStringLiteral("ゼロカーボン チラシ②.pdf")
                                  << QStringLiteral("zerokabon-chirashi-2.pdf");
        QTest::newRow("era") << QStringLiteral("R7_令和７年度 報告書 (最終).docx")
                             << QStringLiteral("r7-r7-houkokusho.docx");
        QTest::newRow("no reading") << QStringLiteral("蔵王.jpg") << QStringLiteral("file.jpg");
        QTest::newRow("jpeg") << QStringLiteral("a.jpeg") << QStringLiteral("a.jpg");
        QTest::newRow("path") << QStringLiteral("..\\..\\a/b.png") << QStringLiteral("b.png");
        QTest::newRow("dots") << QStringLiteral("....") << QStringLiteral("file.bin");
        QTest::newRow("two") << QStringLiteral("a.tar.gz") << QStringLiteral("a-tar.gz");
        QTest::newRow("device") << QStringLiteral("CON.png") << QStringLiteral("con-file.png");
        QTest::newRow("none") << QString() << QStringLiteral("file.bin");
        QTest::newRow("long") << QString(300, u'x') + QStringLiteral(".png")
                              << QString(80, u'x') + QStringLiteral(".png");
    }
    void fileNames()
    {
        QFETCH(QString, typed);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(typed), safe);
        VERIFY_OK(checkFileName(safe));
        if (typed != safe && !typed.isEmpty())
            QVERIFY(!checkFileName(typed) || typed == QLatin1String("a.jpeg") ||
                    typed == QLatin1String("a.tar.gz"));
    }

    void segments()
    {
        const QString other = QStringLiteral("topic-12");
        QCOMPARE(safeSegment(QStringLiteral("Zero Carbon 2050!"), other),
                 QStringLiteral("zero-carbon-2050"));
        QCOMPARE(safeSegment(QStringLiteral("県民会議"), other), QStringLiteral("kenminkaigi"));
        QCOMPARE(safeSegment(QStringLiteral("蔵王"), other), other);
        QCOMPARE(safeSegment(QStringLiteral("第8回"), other), other); // "8" says nothing
        QCOMPARE(safeSegment(QStringLiteral("令和8年度"), other), other);
        QCOMPARE(safeSegment(QStringLiteral("2050"), other), QStringLiteral("2050"));
        const QDate day(2026, 11, 30);
        QCOMPARE(datedSegment(QStringLiteral("令和8年度の総会を開きます"), day),
                 QStringLiteral("20261130-r8-soukai"));
        QCOMPARE(datedSegment(QStringLiteral("蔵王"), day), QStringLiteral("20261130"));
        QCOMPARE(datedSegment(QStringLiteral("Zero Carbon"), day), QStringLiteral("zero-carbon"));
        QCOMPARE(safeFileName(QStringLiteral("蔵王.pdf"), day), QStringLiteral("pdf-20261130.pdf"));
        QCOMPARE(safeSegment(QStringLiteral("CON"), other), other);
    }

    void urls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("allowed"); // l: link, p: picture, e: embed
        const auto row = [](const char *url, const char *allowed) {
            QTest::addRow("%.50s", url) << QString::fromUtf8(url) << QString::fromLatin1(allowed);
        };
        row("https://www.example.jp/a?b=c#d", "lp");
        row("https://例え.jp/", "lp");
        row("http://www.example.jp/", "l");
        row("/award/", "lp");
        row("#join", "lp");
        row("../a.png", "lp");
        row("media:flyer.pdf", "lp");
        row("mailto:a@example.jp", "l");
        row("tel:022-000-0000", "l");
        row("https://www.youtube-nocookie.com/embed/abcdefghijk", "lpe");
        row("https://www.google.com/maps/embed?pb=1", "lpe");
        row("https://maps.gsi.go.jp/#15/38.2/140.8", "lpe");
        row("https://www.youtube.com/embed/abcdefghijk", "lp");
        row("https://www.google.com/maps/embed/../../url?q=x", "lp");
        row("https://www.google.com/maps//embed?pb=1", "lp");
        row("httPs://www.google.com/maps/./embed?pb=1", "lp");
        row("https://www.google.com/maps/%2e/embed?pb=1", "lp");
        row("https://maps.gsi.go.jp/", "lpe");
        row("https://www.youtube-nocookie.com/embed/abcdefghijk/", "lpe");
        row("https://www.google.com.example.jp/maps/embed", "lp");
        row("http://www.youtube-nocookie.com/embed/abcdefghijk", "l");
        row("javascript:alert(1)", "");
        row("JaVaScRiPt:alert(1)", "");
        row("java\tscript:alert(1)", "");
        row("java\nscript:alert(1)", "");
        row(" \x01javascript:alert(1)", "");
        row("\xe2\x80\xaejavascript:alert(1)", "");
        row("data:text/html,<script>", "");
        row("vbscript:x", "");
        row("file:///etc/passwd", "");
        row("blob:https://example.jp/x", "");
        row("//evil.example.jp/", "");
        row("/\\evil.example.jp/", "");
        row("\\\\evil.example.jp\\x", "");
        row("https://www.example.jp@evil.example.jp/", "");
        row("https://", "");
        row("", "");
        row("   ", "");
    }
    void urls()
    {
        QFETCH(QString, url);
        QFETCH(QString, allowed);
        QCOMPARE(isUrlAllowed(url, UrlUse::Link), allowed.contains(u'l'));
        QCOMPARE(isUrlAllowed(url, UrlUse::Picture), allowed.contains(u'p'));
        QCOMPARE(isUrlAllowed(url, UrlUse::Embed), allowed.contains(u'e'));
        QCOMPARE(checkUrl(url, UrlUse::Embed).has_value(), allowed.contains(u'e'));
    }

    void videoIds()
    {
        QCOMPARE(*youtubeEmbedUrl(QStringLiteral("dQw4w9WgXcQ")),
                 QStringLiteral("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"));
        VERIFY_FAILS(youtubeEmbedUrl(QStringLiteral("../../evil")), ErrorCode::Invalid);
        VERIFY_FAILS(youtubeEmbedUrl(QStringLiteral("dQw4w9WgXcQ\n")), ErrorCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "test_guards.moc"
