#include "support/pictures.h"

#include <QBuffer>
#include <QImage>
#include <QtEndian>

namespace kakehashi::test {
namespace {

const QByteArray mark("PLACE-NAME");

QByteArray big16(int number)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(static_cast<quint16>(number), bytes.data());
    return bytes;
}

QByteArray big32(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray little32(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray segment(int marker, const QByteArray &data)
{
    return QByteArray(1, '\xFF') + static_cast<char>(marker) +
           big16(static_cast<int>(data.size()) + 2) + data;
}

QByteArray pngChunk(const QByteArray &name, const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    const QByteArray checked = name + data;
    for (const char byte : checked) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    return big32(static_cast<quint32>(data.size())) + name + data + big32(~crc);
}

QByteArray riffChunk(const QByteArray &name, const QByteArray &data)
{
    return name + little32(static_cast<quint32>(data.size())) + data +
           QByteArray(data.size() % 2, '\0');
}

QByteArray riff(const QByteArray &chunks)
{
    return "RIFF" + little32(static_cast<quint32>(chunks.size() + 4)) + "WEBP" + chunks;
}

/// VP8X of a picture of this size.
QByteArray extended(QSize size, int flags)
{
    return riffChunk("VP8X", QByteArray(1, static_cast<char>(flags)) + QByteArray(3, '\0') +
                                 little32(static_cast<quint32>(size.width() - 1)).left(3) +
                                 little32(static_cast<quint32>(size.height() - 1)).left(3));
}

} // namespace

QByteArray noisePicture(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 dice = 7;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            dice = dice * 1664525U + 1013904223U;
            image.setPixel(x, y, 0xFF000000U | dice >> 8U);
        }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray exifWithPlace(int orientation)
{
    const auto entry = [](int tag, int type, quint32 count, const QByteArray &value) -> QByteArray {
        return big16(tag) + big16(type) + big32(count) + value;
    };
    const quint32 behind = 8 + 2 + 3 * 12 + 4;
    return QByteArray("MM\0*\0\0\0\x08", 8) + big16(3) +
           entry(0x010F, 2, static_cast<quint32>(mark.size()), big32(behind)) +
           entry(0x0112, 3, 1, big16(orientation) + big16(0)) + entry(0x8825, 4, 1, big32(behind)) +
           big32(0) + mark;
}

QByteArray jpegWithNotes(QSize size, int orientation)
{
    const QByteArray plain = noisePicture("JPG", size);
    const QByteArray notes =
        segment(0xE1, QByteArray("Exif\0\0", 6) + exifWithPlace(orientation)) +
        segment(0xE1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + mark) +
        segment(0xE2, QByteArray("ICC_PROFILE\0\1\1colours", 21)) +
        segment(0xE2, QByteArray("MPF\0", 4) + mark) +
        segment(0xED, QByteArray("Photoshop 3.0\0", 14) + mark) + segment(0xFE, mark);
    return plain.left(2) + notes + plain.mid(2) + "film " + mark + QByteArray(100, 'x');
}

QByteArray pngWithNotes(QSize size)
{
    const QByteArray plain = noisePicture("PNG", size);
    constexpr qsizetype header = 33;
    return plain.left(header) + pngChunk("tEXt", QByteArray("Author\0", 7) + mark) +
           pngChunk("iTXt", "XML:com.adobe.xmp" + QByteArray(5, '\0') + "GPSLatitude" + mark) +
           pngChunk("eXIf", exifWithPlace(6)) + pngChunk("prVt", mark) + plain.mid(header) + mark;
}

QByteArray webpWithNotes(QSize size)
{
    return riff(extended(size, 0x0C) + noisePicture("WEBP", size).mid(12) +
                riffChunk("EXIF", exifWithPlace(3)) + riffChunk("XMP ", mark));
}

QByteArray gifWithNotes()
{
    const QByteArray picture =
        QByteArray("\x2C\0\0\0\0\1\0\1\0\0", 10) + QByteArray("\x02\x02\x44\x01\0", 5);
    const QByteArray block =
        QByteArray(1, static_cast<char>(mark.size())) + mark + QByteArray(1, '\0');
    return QByteArray("GIF89a\1\0\1\0\x80\0\0\0\0\0\xFF\xFF\xFF", 19) +
           QByteArray("\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0", 19) + "\x21\xFE" + block +
           QByteArray("\x21\xFF\x0BXMP DataXMP", 14) + block + picture + picture + ";";
}

QByteArray movingPng(QSize size)
{
    const QByteArray plain = noisePicture("PNG", size);
    constexpr qsizetype header = 33;
    const QByteArray frame = big32(0) + big32(static_cast<quint32>(size.width())) +
                             big32(static_cast<quint32>(size.height())) + QByteArray(14, '\0');
    return plain.left(header) + pngChunk("acTL", big32(2) + big32(0)) + pngChunk("fcTL", frame) +
           plain.mid(header);
}

QByteArray movingWebp(QSize size)
{
    const QByteArray frame = QByteArray(6, '\0') +
                             little32(static_cast<quint32>(size.width() - 1)).left(3) +
                             little32(static_cast<quint32>(size.height() - 1)).left(3) +
                             QByteArray("\x64\0\0\0", 4) + noisePicture("WEBP", size).mid(12);
    return riff(extended(size, 0x02) + riffChunk("ANIM", QByteArray(6, '\0')) +
                riffChunk("ANMF", frame) + riffChunk("ANMF", frame));
}

} // namespace kakehashi::test
