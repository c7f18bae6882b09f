#include "security/picture/pieces.h"

#include <QSet>
#include <QtEndian>

namespace kakehashi::security {
namespace {

constexpr qsizetype signature = 8;
constexpr qsizetype frame = 12; ///< length, name and checksum of a chunk

/// What browsers show a picture by; text, time, Exif and chunks of single programs are not.
bool isShown(const QByteArray &name)
{
    static const QSet<QByteArray> shown{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA",
                                        "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
                                        "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"};
    return shown.contains(name);
}

/// CRC-32 as the PNG specification has it in annex D.
quint32 checksum(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? 0xEDB88320U ^ (crc >> 1U) : crc >> 1U;
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunkOf(const QByteArray &name, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + name + data +
           bigEndian(checksum(name + data));
}

void readText(QByteArrayView data, PictureFile &picture)
{
    if (data.startsWith("XML:com.adobe.xmp"))
        noteXmp(data, picture);
    // "Software" alone names a program.
    picture.tellsMore = picture.tellsMore || !data.startsWith("Software");
}

} // namespace

void readPng(Pieces &pieces, PictureFile &picture)
{
    pieces.keep(0, signature);
    bool seenPixels = false;
    for (qsizetype at = signature; at + frame <= pieces.size();) {
        const auto size = static_cast<qsizetype>(pieces.number32(at));
        const QByteArray name = pieces.part(at + 4, 4).toByteArray();
        const QByteArrayView data = pieces.part(at + 8, size);
        const bool whole = at + frame + size <= pieces.size();
        if (isShown(name))
            pieces.keep(at, frame + size);
        if (!whole)
            return;
        if (name == "IEND") {
            picture.complete = true;
            return;
        }
        seenPixels = seenPixels || name == "IDAT";
        if (name == "acTL" && !seenPixels)
            picture.animated = pieces.number32(at + 8) > 1;
        if (name == "eXIf") {
            const ExifFacts facts = readExif(data);
            noteExif(facts, picture);
            if (const QByteArray exif = exifOf(facts.orientation); !exif.isEmpty())
                pieces.replace(at, frame + size, chunkOf(name, exif));
        } else if (name == "tEXt" || name == "zTXt" || name == "iTXt") {
            readText(data, picture);
        }
        at += frame + size;
    }
}

} // namespace kakehashi::security
