#include "security/picture/pieces.h"

#include <QSet>
#include <QtEndian>

namespace kakehashi::security {
namespace {

// Flags of the chunk VP8X (WebP container specification).
constexpr unsigned hasExif = 0x08;
constexpr unsigned hasXmp = 0x04;
constexpr unsigned isAnimation = 0x02;

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

bool isShown(const QByteArray &name)
{
    static const QSet<QByteArray> shown{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
    return shown.contains(name);
}

struct Chunk
{
    qsizetype at = 0;
    qsizetype size = 0; ///< with its head and its filling byte
    QByteArray name;
    QByteArray own;
};

QByteArray exifChunk(int orientation)
{
    const QByteArray exif = exifOf(orientation);
    return exif.isEmpty()
               ? exif
               : QByteArray("EXIF") + littleEndian(static_cast<quint32>(exif.size())) + exif;
}

class WebpWalk
{
public:
    WebpWalk(Pieces &pieces, PictureFile &picture) : m_pieces(pieces), m_picture(picture) {}

    void run()
    {
        const qsizetype end = 8 + static_cast<qsizetype>(m_pieces.little32(4));
        qsizetype at = 12;
        while (at + 8 <= std::min(end, m_pieces.size())) {
            const auto length = static_cast<qsizetype>(m_pieces.little32(at + 4));
            const Chunk chunk{
                at, 8 + length + (length & 1), m_pieces.part(at, 4).toByteArray(), {}};
            read(chunk);
            at += chunk.size;
        }
        m_picture.complete = at >= end - 1 && end > 12 && at <= m_pieces.size() + 1;
        write();
    }

private:
    void read(Chunk chunk)
    {
        if (chunk.name == "EXIF") {
            QByteArrayView data = m_pieces.part(chunk.at + 8, chunk.size - 8);
            if (data.startsWith("Exif"))
                data = data.sliced(std::min<qsizetype>(6, data.size()));
            const ExifFacts facts = readExif(data);
            noteExif(facts, m_picture);
            chunk.own = exifChunk(facts.orientation);
            if (!chunk.own.isEmpty() && !m_hasExif) {
                m_kept.push_back(chunk);
                m_hasExif = true;
            }
        } else if (chunk.name == "XMP ") {
            noteXmp(m_pieces.part(chunk.at, chunk.size), m_picture);
        } else if (isShown(chunk.name)) {
            if (chunk.name == "VP8X")
                m_picture.animated = (m_pieces.byte(chunk.at + 8) & isAnimation) != 0;
            m_kept.push_back(chunk);
        }
    }

    void write()
    {
        qsizetype size = 4;
        for (Chunk &chunk : m_kept) {
            if (chunk.name == "VP8X")
                chunk.own = flagged(chunk);
            size += chunk.own.isEmpty() ? std::min(chunk.size, m_pieces.size() - chunk.at)
                                        : chunk.own.size();
        }
        const QByteArray head = "RIFF" + littleEndian(static_cast<quint32>(size)) + "WEBP";
        if (m_picture.complete)
            m_pieces.replace(0, 12, head);
        else
            m_pieces.keep(0, 12);
        for (const Chunk &chunk : m_kept) {
            if (chunk.own.isEmpty())
                m_pieces.keep(chunk.at, chunk.size);
            else
                m_pieces.replace(chunk.at, chunk.size, chunk.own);
        }
    }

    /// The chunk that says which others there are.
    QByteArray flagged(const Chunk &chunk) const
    {
        QByteArray bytes = m_pieces.part(chunk.at, chunk.size).toByteArray();
        unsigned flags = m_pieces.byte(chunk.at + 8) & ~(hasExif | hasXmp);
        if (m_hasExif)
            flags |= hasExif;
        if (bytes.size() > 8)
            bytes[8] = static_cast<char>(flags);
        return bytes;
    }

    Pieces &m_pieces;
    PictureFile &m_picture;
    std::vector<Chunk> m_kept;
    bool m_hasExif = false;
};

} // namespace

void readWebp(Pieces &pieces, PictureFile &picture)
{
    WebpWalk(pieces, picture).run();
}

} // namespace kakehashi::security
