#include "security/picture/picturefile.h"
#include "support/pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
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

/// A photo as Qt writes it.
QByteArray encoded(QSize size, bool isProgressive, bool isGrey)
{
    QImage picture = decoded(noisePicture("PNG", size));
    if (isGrey)
        picture = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(isProgressive);
    writer.write(picture);
    return bytes;
}

/// Noise of two colours in codes of three bits, each of which is a pixel.
QByteArray noiseGif(QSize size, qsizetype mostCode = 1 << 20)
{
    QByteArray code;
    unsigned held = 0;
    int bits = 0;
    const auto put = [&](unsigned value) {
        held |= value << bits;
        for (bits += 3; bits >= 8; bits -= 8, held >>= 8U)
            code += static_cast<char>(held & 255U);
    };
    for (int at = 0; at < size.width() * size.height(); ++at) {
        if (at % 2 == 0)
            put(4); // begins the table anew before its codes get longer
        put(static_cast<unsigned>(at * 7919 >> 3) & 1U);
    }
    put(5);
    put(0);
    put(0);
    const auto little = [](int number) -> QByteArray {
        return QByteArray(1, static_cast<char>(number & 255)) + static_cast<char>(number >> 8);
    };
    QByteArray file = "GIF89a" + little(size.width()) + little(size.height()) +
                      QByteArray("\x80\0\0\0\0\0\xff\xff\xff", 9) + ',' + QByteArray(4, '\0') +
                      little(size.width()) + little(size.height()) + QByteArray("\0\x02", 2);
    for (qsizetype at = 0; at < std::min(mostCode, code.size()); at += 200)
        file += static_cast<char>(code.mid(at, 200).size()) + code.mid(at, 200);
    return file + QByteArray("\0;", 2);
}

const QByteArray named(" xmlns=\"http://www.w3.org/2000/svg\"");

} // namespace

/// What of a picture's file may be published.
class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commentsOfADrawingStayAtHome()
    {
        const QByteArray file = "<!-- a: himitsu --><svg" + named +
                                "><!-- b: himitsu --><style><![CDATA[a{}<!-- c -->b{}]]></style>"
                                "<text>x</text></svg><!-- himitsu -->";
        const auto picture = readPicture(file, svg);
        QVERIFY(picture.complete && picture.changed);
        QCOMPARE(picture.published(file), QByteArray("<svg" + named +
                                                     "><style><![CDATA[a{}<!-- c -->b{}]]></style>"
                                                     "<text>x</text></svg>"));
    }

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

    void tellsWhatWasCutAndEndedAnew_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("end");
        const QByteArray end("\xFF\xD9");
        QTest::newRow("jpeg") << noisePicture("JPG", {160, 120}) << jpeg << end;
        QTest::newRow("grey jpeg") << encoded({160, 120}, false, true) << jpeg << end;
        QTest::newRow("progressive jpeg") << encoded({160, 120}, true, false) << jpeg << end;
        QTest::newRow("progressive grey jpeg") << encoded({97, 61}, true, true) << jpeg << end;
        QTest::newRow("gif") << noiseGif({60, 40}) << gif << QByteArray("\0;", 2);
    }
    void tellsWhatWasCutAndEndedAnew()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, type);
        QFETCH(QByteArray, end);
        QVERIFY(!decoded(file).isNull());
        QVERIFY(readPicture(file, type).complete);
        const int fewest = 300; // the last bytes may fill up the last unit
        for (qsizetype size = 2; size < file.size() - fewest; size += 1 + file.size() / 97) {
            const auto picture = readPicture(file.left(size) + end, type);
            QVERIFY2(!picture.complete, qPrintable(QString::number(size)));
        }
    }

    void countsThePixelsOfAGif()
    {
        const QSize size(60, 40);
        QVERIFY(readPicture(noiseGif(size), gif).complete);
        for (const qsizetype code : {0, 200, 800, 1200}) // whole blocks, and an end behind them
            QVERIFY2(!readPicture(noiseGif(size, code), gif).complete,
                     qPrintable(QString::number(code)));
    }

    void drawingsThatBrowsersCannotShow_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QByteArray &file, bool good) {
            QTest::newRow(name) << file << good;
        };
        row("good", drawing(named), true);
        row("prefix", "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg>", true);
        row("prefix that nobody declares", "<svg:svg><svg:g/></svg:svg>", true);
        row("cut", drawing(named, "<g><rect/>").chopped(9), false);
        row("page", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", false);
        row("foreign", "<svg xmlns=\"http://example.jp/ns\"><rect/></svg>", false);
        row("foreign prefix", "<x:svg xmlns:x=\"http://example.jp/ns\"/>", false);
        row("within another", "<html>" + drawing(named) + "</html>", false);
        row("no markup", "svg", false);
    }
    void drawingsThatBrowsersCannotShow()
    {
        QFETCH(QByteArray, file);
        const auto picture = readPicture(file, svg);
        QTEST(picture.complete, "good");
        QVERIFY(!picture.complete || readPicture(picture.published(file), svg).complete);
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
        row("commented", "<!-- <svg> -->" + drawing({}), drawing(named));
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
