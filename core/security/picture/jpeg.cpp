#include "security/picture/jpegscans.h"
#include "security/picture/pieces.h"

namespace kakehashi::security {
namespace {

// Markers of ITU-T T.81, table B.1.
constexpr unsigned endOfImage = 0xD9;
constexpr unsigned startOfScan = 0xDA;
constexpr unsigned huffmanTables = 0xC4;
constexpr unsigned restartInterval = 0xDD;
constexpr unsigned comment = 0xFE;

bool standsAlone(unsigned marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

bool isApplicationData(unsigned marker)
{
    return marker >= 0xE0 && marker <= 0xEF;
}

/// The JFIF header without the small picture that it may hold.
QByteArray jfifWithoutPicture(QByteArrayView segment)
{
    constexpr qsizetype length = 18;
    QByteArray header = segment.first(std::min(length, segment.size())).toByteArray();
    if (header.size() == length) {
        header[2] = 0;
        header[3] = length - 2;
        header[16] = header[17] = 0;
    }
    return header;
}

class JpegWalk
{
public:
    JpegWalk(Pieces &pieces, PictureFile &picture) : m_pieces(pieces), m_picture(picture) {}

    void run()
    {
        m_pieces.keep(0, 2);
        qsizetype at = 2;
        // As libjpeg does: what stands between two segments is skipped.
        while ((at = nextMarker(at)) >= 0) {
            const unsigned marker = m_pieces.byte(at + 1);
            if (marker == endOfImage) {
                m_pieces.keep(at, 2);
                m_picture.complete = m_scans.isWhole();
                // What phones put behind it: further pictures, films with their own places.
                m_picture.tellsMore = m_picture.tellsMore || at + 64 < m_pieces.size();
                return;
            }
            at = standsAlone(marker) ? alone(at) : segment(at, marker);
        }
    }

private:
    /// Where 0xFF stands before a marker, at `at` or behind; -1: nowhere.
    qsizetype nextMarker(qsizetype at) const
    {
        const QByteArrayView file = m_pieces.file();
        for (; at >= 0 && at + 1 < file.size(); ++at) {
            at = file.indexOf('\xFF', at);
            if (at < 0 || at + 1 >= file.size())
                return -1;
            const unsigned code = m_pieces.byte(at + 1);
            if (code != 0 && code != 0xFF)
                return at;
        }
        return -1;
    }

    qsizetype alone(qsizetype at)
    {
        m_pieces.keep(at, 2);
        return at + 2;
    }

    qsizetype segment(qsizetype at, unsigned marker)
    {
        const qsizetype size = 2 + static_cast<qsizetype>(m_pieces.number16(at + 2));
        if (size < 4)
            return at + 2;
        if (at + size > m_pieces.size())
            return -1;
        if (marker == startOfScan)
            return scan(at, size);
        describe(at, size, marker);
        if (isApplicationData(marker) || marker == comment)
            applicationData(at, size, marker);
        else
            m_pieces.keep(at, size);
        return at + size;
    }

    /// What says how the scans are coded.
    void describe(qsizetype at, qsizetype size, unsigned marker)
    {
        const QByteArrayView segment = m_pieces.part(at, size);
        if (marker == huffmanTables)
            m_scans.huffmanTables(segment);
        else if (marker == restartInterval)
            m_scans.restartInterval(segment);
        else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 && marker != 0xCC)
            m_scans.frame(marker, segment);
    }

    /// The segment and what is coded behind it, up to the next marker that is none of a scan's.
    qsizetype scan(qsizetype at, qsizetype size)
    {
        qsizetype end = at + size;
        while ((end = nextMarker(end)) >= 0) {
            const unsigned marker = m_pieces.byte(end + 1);
            if (marker < 0xD0 || marker > 0xD7)
                break;
            end += 2;
        }
        const qsizetype behind = end < 0 ? m_pieces.size() : end;
        m_pieces.keep(at, behind - at);
        m_scans.scan(m_pieces.part(at, size), m_pieces.part(at + size, behind - at - size));
        return end;
    }

    void applicationData(qsizetype at, qsizetype size, unsigned marker)
    {
        const QByteArrayView segment = m_pieces.part(at, size);
        const qsizetype data = at + 4;
        if (marker == 0xE0 && m_pieces.holds(data, QByteArrayView("JFIF\0", 5)))
            m_pieces.replace(at, size, jfifWithoutPicture(segment));
        else if ((marker == 0xE2 && m_pieces.holds(data, QByteArrayView("ICC_PROFILE\0", 12))) ||
                 (marker == 0xEE && m_pieces.holds(data, "Adobe")))
            m_pieces.keep(at, size);
        else if (marker == 0xE1 && m_pieces.holds(data, QByteArrayView("Exif\0", 5)))
            exif(at, size);
        else if (marker == 0xE1)
            noteXmp(segment, m_picture);
        else if (marker != comment)
            m_picture.tellsMore = true;
    }

    void exif(qsizetype at, qsizetype size)
    {
        const ExifFacts facts = readExif(m_pieces.part(at + 10, size - 10));
        noteExif(facts, m_picture);
        QByteArray kept = m_hasExif ? QByteArray() : exifOf(facts.orientation);
        m_hasExif = true;
        if (kept.isEmpty())
            return;
        kept.prepend(QByteArray("\xFF\xE1\0\0Exif\0\0", 10));
        kept[3] = static_cast<char>(kept.size() - 2);
        m_pieces.replace(at, size, kept);
    }

    Pieces &m_pieces;
    PictureFile &m_picture;
    JpegScans m_scans;
    bool m_hasExif = false;
};

} // namespace

void readJpeg(Pieces &pieces, PictureFile &picture)
{
    JpegWalk(pieces, picture).run();
}

} // namespace kakehashi::security
