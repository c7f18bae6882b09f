#include "security/picture/pieces.h"

#include <QSet>

namespace kakehashi::security {
namespace {

constexpr unsigned orientationTag = 0x0112;
constexpr unsigned placeTag = 0x8825;

/// A TIFF header's numbers are in the order of the machine that wrote them.
class Tiff
{
public:
    explicit Tiff(QByteArrayView bytes) : m_bytes(bytes), m_little(bytes.startsWith("II")) {}

    quint32 number(qsizetype at, int size) const
    {
        quint32 value = 0;
        for (int each = 0; each < size; ++each) {
            const qsizetype place = m_little ? at + size - 1 - each : at + each;
            const bool there = place >= 0 && place < m_bytes.size();
            value = value << 8U | (there ? static_cast<unsigned char>(m_bytes[place]) : 0U);
        }
        return value;
    }

private:
    QByteArrayView m_bytes;
    bool m_little;
};

} // namespace

ExifFacts readExif(QByteArrayView tiff)
{
    ExifFacts facts;
    if (!tiff.startsWith("II") && !tiff.startsWith("MM"))
        return {1, false, !tiff.isEmpty()};
    // Resolution and how colours are placed say nothing of anybody.
    static const QSet<unsigned> harmless{orientationTag, 0x011A, 0x011B, 0x0128, 0x0213, placeTag};
    const Tiff reader(tiff);
    const auto first = static_cast<qsizetype>(reader.number(4, 4));
    const quint32 count = reader.number(first, 2);
    for (quint32 each = 0; each < count; ++each) {
        const qsizetype at = first + 2 + 12 * static_cast<qsizetype>(each);
        if (at + 12 > tiff.size())
            break;
        const quint32 tag = reader.number(at, 2);
        if (tag == orientationTag)
            facts.orientation = static_cast<int>(reader.number(at + 8, 2));
        facts.place = facts.place || tag == placeTag;
        facts.more = facts.more || !harmless.contains(tag);
    }
    if (facts.orientation < 1 || facts.orientation > 8)
        facts.orientation = 1;
    return facts;
}

QByteArray exifOf(int orientation)
{
    if (orientation == 1)
        return {};
    // Header, the only directory at 8, one entry: tag, SHORT, one value; no further directory.
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    tiff[19] = static_cast<char>(orientation);
    return tiff;
}

void noteXmp(QByteArrayView packet, PictureFile &picture)
{
    const QByteArray text = packet.toByteArray();
    picture.tellsPlace = picture.tellsPlace || text.contains("GPSL") || text.contains("GPSD");
    picture.tellsMore = true;
}

void noteExif(const ExifFacts &exif, PictureFile &picture)
{
    picture.tellsPlace = picture.tellsPlace || exif.place;
    picture.tellsMore = picture.tellsMore || exif.more;
}

} // namespace kakehashi::security
