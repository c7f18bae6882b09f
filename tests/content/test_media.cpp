#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "support/testsite.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QtEndian>

using namespace kakehashi;
using namespace kakehashi::content;

namespace {

QByteArray picture(const char *format, QSize size = {40, 30})
{
    QImage image(size, QImage::Format_RGB32);
    for (int x = 0; x < size.width(); ++x) {
        for (int y = 0; y < size.height(); ++y)
            image.setPixel(x, y, qRgb(x * 5 % 256, y * 7 % 256, x * y % 256));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A PNG whose header promises this size.
QByteArray pngOf(quint32 width, quint32 height)
{
    QByteArray bytes = picture("PNG");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    // The checksum of the header chunk: a plain CRC-32 (PNG specification, annex D).
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<uchar>(bytes.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    qToBigEndian(crc ^ 0xffffffff, bytes.data() + 29);
    return bytes;
}

/// The file without the last of the chunks that hold the picture.
QByteArray withoutData(QByteArray png)
{
    const qsizetype last = png.lastIndexOf("IDAT") - 4;
    const qsizetype end = png.lastIndexOf("IEND") - 4;
    return png.indexOf("IDAT") - 4 < last ? png.remove(last, end - last) : QByteArray();
}

QByteArray svg(const char *inside)
{
    return QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\">") +
           inside + "</svg>";
}

} // namespace

class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<test::TestDatabase>();
        m_folder = m_site->folder.filePath(QStringLiteral("media"));
        m_media = std::make_unique<MediaRepository>(*m_site->database, m_folder, m_site->clock);
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *name, const QByteArray &bytes, const char *stored,
                            QSize size = {0, 0}) {
            QTest::newRow(name) << bytes << QString::fromUtf8(name) << QString::fromUtf8(stored)
                                << size;
        };
        row("photo.png", picture("PNG"), "photo.png", {40, 30});
        row("会場 写真.JPG", picture("JPG"), "kaijou-shashin.jpg", {40, 30});
        row("wrong-name.png", picture("JPG"), "wrong-name.jpg", {40, 30});
        row("図.svg", svg("<rect/>"), "zu.svg", {640, 480});
        row("Flyer 2025.PDF", "%PDF-1.7\n", "flyer-2025.pdf");
        row("table.xlsx", "PK\x03\x04rest", "table.xlsx");
        row("old.xls", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"), "old.xls");
        row("figures.csv", "年,値\n2025,1\n", "figures.csv");
    }
    void accepts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const auto asset = m_media->addBytes(bytes, name);
        VERIFY_OK(asset);
        QTEST(asset->fileName, "stored");
        QTEST(QSize(asset->width, asset->height), "size");
        QCOMPARE(asset->hash, Sha256::of(bytes));
        QCOMPARE(test::contentOf(m_media->pathOf(*asset)), bytes);
        QCOMPARE(QDir(m_folder).entryList(QDir::Files), QStringList{asset->hash.toString()});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *what, const QByteArray &bytes, const char *name) {
            QTest::newRow(what) << bytes << QString::fromUtf8(name);
        };
        row("no picture", "hello", "a.jpg");
        row("empty", "", "a.jpg");
        row("php", "<?php system($_GET['x']);", "a.php");
        row("php in a picture", picture("PNG") + "<?php x", "a.php");
        row("php called text", "<?php x", "a.txt");
        row("html", "<html><script>x</script>", "a.html");
        row("html called csv", "<!DOCTYPE html><p>", "a.csv");
        row("program", "MZ\x90", "setup.exe");
        row("pdf called picture", "%PDF-1.7\n", "a.png");
        row("broken off", picture("PNG", {200, 200}).chopped(2000), "a.png");
        row("300 megapixels", pngOf(20'000, 15'000), "a.png");
        row("most pixels", pngOf(0x7fffffff, 0x7fffffff), "a.png");
        row("svg script", svg("<script>alert(1)</script>"), "a.svg");
        row("svg handler", svg("<rect onload=\"x\"/>"), "a.svg");
        row("svg link", svg("<a href=\"javascript:x\"/>"), "a.svg");
        row("svg use", svg("<use href=\"https://evil.example.jp/x#a\"/>"), "a.svg");
        row("svg foreign", svg("<foreignObject><p/></foreignObject>"), "a.svg");
        row("svg style", svg("<style>@import url(//evil.example.jp)</style>"), "a.svg");
        row("svg animation", svg("<set attributeName=\"href\" to=\"javascript:x\"/>"), "a.svg");
        row("svg entities", QByteArray("<!DOCTYPE svg [<!ENTITY a \"b\">]>") + svg("&a;"), "a.svg");
        row("svg of another namespace", "<svg xmlns=\"http://example.jp/ns\"><rect/></svg>",
            "a.svg");
        row("svg with a foreign prefix", "<x:svg xmlns:x=\"http://example.jp/ns\"/>", "a.svg");
        row("cut and ended anew", picture("JPG", {200, 200}).chopped(900) + "\xFF\xD9", "a.jpg");
        row("png without its last data", withoutData(picture("PNG", {400, 400})), "a.png");
        row("svg broken", "<svg><g></svg>", "a.svg");
        row("svg called png", svg("<rect/>"), "a.png");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        VERIFY_FAILS(m_media->addBytes(bytes, name), ErrorCode::Refused);
        QVERIFY(m_media->list()->isEmpty());
        QVERIFY(QDir(m_folder).entryList(QDir::Files).isEmpty());
    }

    void tooManyPixelsAreCountedForThePerson()
    {
        const auto refused = m_media->addBytes(pngOf(20'000, 15'000), QStringLiteral("a.png"));
        QVERIFY(refused.error().text.contains(QStringLiteral("300 megapixels")));
    }

    void theSameBytesAreKeptOnce()
    {
        const auto first = m_media->addBytes(picture("PNG"), QStringLiteral("a.png"));
        const auto again = m_media->addBytes(picture("PNG"), QStringLiteral("b.png"));
        QCOMPARE(again->id, first->id);
        const auto other = m_media->addBytes(picture("PNG", {5, 5}), QStringLiteral("a.png"));
        QCOMPARE(other->fileName, QStringLiteral("a-2.png"));
        QFile::remove(m_media->pathOf(*first));
        VERIFY_OK(m_media->addBytes(picture("PNG"), QStringLiteral("a.png")));
        QVERIFY(QFile::exists(m_media->pathOf(*first))); // a lost original is put back
    }

    void addsFromDisk()
    {
        const QString file = m_site->folder.filePath(QStringLiteral("図.png"));
        VERIFY_FAILS(m_media->addFile(file), ErrorCode::NotFound);
        test::put(file, picture("PNG"));
        VERIFY_OK(m_media->addFile(file));
    }

    void detailsAreStored()
    {
        auto asset = *m_media->addBytes(picture("PNG"), QStringLiteral("a.png"));
        asset.alt = QStringLiteral("会場");
        asset.credit = QStringLiteral("県");
        asset.rightsUntil = QDate(2027, 3, 31);
        asset.fileName = QStringLiteral("hall.png");
        VERIFY_OK(m_media->update(asset));
        const auto stored = m_media->byFileName(QStringLiteral("hall.png"));
        VERIFY_OK(stored);
        QCOMPARE(stored->alt, asset.alt);
        QCOMPARE(stored->rightsUntil, asset.rightsUntil);
        asset.fileName = QStringLiteral("hall.jpg");
        VERIFY_FAILS(m_media->update(asset), ErrorCode::Invalid);
        asset.fileName = QStringLiteral("Hall.png");
        VERIFY_FAILS(m_media->update(asset), ErrorCode::Invalid);
    }

    void whatIsUsedStays()
    {
        PageRepository pages(*m_site->database, m_site->clock);
        const auto inBody = *m_media->addBytes(picture("PNG"), QStringLiteral("a_1.png"));
        const auto asPicture = *m_media->addBytes(picture("JPG"), QStringLiteral("b.jpg"));
        PageContent content;
        content.title = QStringLiteral("会議");
        content.body = QStringLiteral("![](media:a-1.png)");
        content.picture = asPicture.id;
        VERIFY_OK(pages.create({QStringLiteral("page"), QStringLiteral("/a/"), content}));
        VERIFY_FAILS(m_media->remove(inBody.id), ErrorCode::Conflict);
        VERIFY_FAILS(m_media->remove(asPicture.id), ErrorCode::Conflict);
        QVERIFY(m_media->remove(inBody.id).error().text.contains(content.title));
        auto renamed = inBody;
        renamed.fileName = QStringLiteral("z.png");
        VERIFY_FAILS(m_media->update(renamed), ErrorCode::Conflict);
        // The live revision is what visitors see, whatever the staff took out since.
        const Ulid page = pages.byPath(QStringLiteral("/a/"))->id;
        VERIFY_OK(pages.approve(page));
        VERIFY_OK(pages.saveWorking(page, {}, {}));
        VERIFY_FAILS(m_media->remove(inBody.id), ErrorCode::Conflict);
        VERIFY_OK(pages.trash(pages.byPath(QStringLiteral("/a/"))->id));
        VERIFY_OK(m_media->remove(inBody.id));
        VERIFY_FAILS(m_media->asset(inBody.id), ErrorCode::NotFound);
    }

    void bytesStayWhileItCanBeUndone()
    {
        const auto gone = *m_media->addBytes(picture("PNG"), QStringLiteral("a.png"));
        const auto kept = *m_media->addBytes(picture("JPG"), QStringLiteral("b.jpg"));
        // As another database would leave it: nobody removed it.
        const QString foreign = QFileInfo(m_media->pathOf(kept))
                                    .dir()
                                    .filePath(Sha256::of("of another day").toString());
        test::put(foreign, "of another day");
        const auto again = *m_media->addBytes("%PDF-1.4\n", QStringLiteral("c.pdf"));
        VERIFY_OK(m_media->remove(again.id));
        const auto back = *m_media->addBytes("%PDF-1.4\n", QStringLiteral("c.pdf"));
        VERIFY_OK(m_media->remove(gone.id));
        QVERIFY(QFile::exists(m_media->pathOf(gone)));
        VERIFY_OK(m_media->removeLeftBytes());
        QVERIFY(!QFile::exists(m_media->pathOf(gone)));
        QVERIFY(QFile::exists(m_media->pathOf(kept)));
        QVERIFY(QFile::exists(m_media->pathOf(back)));
        QVERIFY(QFile::exists(foreign));
        VERIFY_OK(m_media->removeLeftBytes()); // nothing is left to do
    }

    void otherModulesSayWhereTheyUseAFile()
    {
        const auto asset = *m_media->addBytes(picture("PNG"), QStringLiteral("a.png"));
        m_media->addUseFinder([](const MediaAsset &) -> Result<QList<MediaUse>> {
            return QList<MediaUse>{{QStringLiteral("帯")}};
        });
        QCOMPARE(m_media->uses(asset.id)->first().label, QStringLiteral("帯"));
        VERIFY_FAILS(m_media->remove(asset.id), ErrorCode::Conflict);
    }

private:
    std::unique_ptr<test::TestDatabase> m_site;
    QString m_folder;
    std::unique_ptr<MediaRepository> m_media;
};

QTEST_GUILESS_MAIN(TestMedia)
#include "test_media.moc"
