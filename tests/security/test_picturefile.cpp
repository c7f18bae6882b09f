#include "security/picture/picturefile.h"
#include "support/pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using security::readPicture;

namespace {

const QString jpeg = QStringLiteral("image/jpeg");
const QString png = QStringLiteral("image/png");
const QString webp = QStringLiteral("image/webp");
const QString gif = QStringLiteral("image/gif");
const QString svg = QStringLiteral("image/svg+xml");

QImage decoded(QByteArray bytes, bool turned = false)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(turned);
    return reader.read();
}

QByteArray drawing(const QByteArray &attributes, const QByteArray &inside = "<rect/>")
{
    return "<svg" + attributes + ">" + inside + "</svg>";
}

const QByteArray named(" xmlns=\"http://www.w3.org/2000/svg\"");

} // namespace

/// What of a picture's file may be published.
class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatIsTold_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("type");
        QTest::newRow("jpeg") << jpegWithNotes({40, 30}) << jpeg;
        QTest::newRow("jpeg turned") << jpegWithNotes({40, 30}, 6) << jpeg;
        QTest::newRow("png") << pngWithNotes({40, 30}) << png;
        QTest::newRow("webp") << webpWithNotes({40, 30}) << webp;
        QTest::newRow("gif") << gifWithNotes() << gif;
    }
    void leavesOutWhatIsTold()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, type);
        const auto picture = readPicture(file, type);
        QVERIFY(picture.complete && picture.changed && picture.tellsMore);
        QCOMPARE(picture.tellsPlace, type != gif);
        const QByteArray out = picture.published(file);
        QVERIFY(!out.contains("PLACE-NAME"));
        QVERIFY(!decoded(file).isNull());
        QCOMPARE(decoded(out), decoded(file));
        QCOMPARE(decoded(out, true), decoded(file, true)); // which way is up stays
        const auto again = readPicture(out, type);
        QVERIFY(again.complete && !again.changed && !again.tellsPlace && !again.tellsMore);
    }

    void keepsColoursAndMovement()
    {
        const QByteArray photo = jpegWithNotes({8, 8});
        QVERIFY(readPicture(photo, jpeg).published(photo).contains("ICC_PROFILE"));
        const QByteArray moving = gifWithNotes();
        QVERIFY(readPicture(moving, gif).animated);
        QVERIFY(readPicture(moving, gif).published(moving).contains("NETSCAPE2.0"));
        QVERIFY(readPicture(movingPng({9, 9}), png).animated);
        QVERIFY(readPicture(movingWebp({9, 9}), webp).animated);
        QVERIFY(!readPicture(pngWithNotes({9, 9}), png).animated);
        QVERIFY(!readPicture(webpWithNotes({9, 9}), webp).animated);
    }

    void tellsWhatBreaksOff_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("type");
        QTest::newRow("jpeg") << noisePicture("JPG", {60, 60}) << jpeg;
        QTest::newRow("png") << noisePicture("PNG", {60, 60}) << png;
        QTest::newRow("webp") << noisePicture("WEBP", {60, 60}) << webp;
        QTest::newRow("gif") << gifWithNotes() << gif;
        QTest::newRow("moving webp") << movingWebp({60, 60}) << webp;
        QTest::newRow("told jpeg") << jpegWithNotes({60, 60}).chopped(115) << jpeg;
    }
    void tellsWhatBreaksOff()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, type);
        QVERIFY(readPicture(file, type).complete);
        for (qsizetype size = 0; size < file.size() - 1; size += 1 + file.size() / 97) {
            const QByteArray part = file.left(size);
            QVERIFY2(!readPicture(part, type).complete, qPrintable(QString::number(size)));
            QVERIFY(readPicture(part, type).published(part).size() <= size + 64);
        }
    }

    void mendsDrawings_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<bool>("mended");
        const auto row = [](const char *name, const QByteArray &file, const QByteArray &out,
                            bool mended = true) { QTest::newRow(name) << file << out << mended; };
        row("good", drawing(named), drawing(named), false);
        row("no namespace", drawing(" width=\"1\""), drawing(named + " width=\"1\""));
        row("empty namespace", drawing(" xmlns=\"\""), drawing(named));
        row("commented", "<!-- <svg> -->" + drawing({}), "<!-- <svg> -->" + drawing(named));
        row("xlink", drawing(named, "<a xlink:href=\"#a\"/>"),
            drawing(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"" + named,
                    "<a xlink:href=\"#a\"/>"));
        row("prefix", "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>",
            "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>", false);
        row("Shift_JIS",
            "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + drawing(named, "\x8c\xa7\x96\xaf"),
            drawing(named, "県民"));
        row("notes", drawing(named, "<metadata><x>me</x></metadata><rect/>"), drawing(named),
            false);
        row("photo",
            drawing(named, "<image href=\"data:image/jpeg;base64," +
                               jpegWithNotes({4, 4}).toBase64() + "\"/>"),
            {}, false);
    }
    void mendsDrawings()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, out);
        const auto picture = readPicture(file, svg);
        QVERIFY(picture.complete);
        QTEST(picture.mended, "mended");
        if (!out.isEmpty())
            QCOMPARE(picture.published(file), out);
        else
            QVERIFY(picture.tellsPlace && picture.published(file).size() < file.size());
        QVERIFY(!readPicture(picture.published(file), svg).changed);
    }
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "test_picturefile.moc"
