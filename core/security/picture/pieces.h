#pragma once

#include "security/picture/picturefile.h"

#include <QByteArrayView>

#include <algorithm>

namespace kakehashi::security {

/// Collects what is kept of a picture's file.
class Pieces
{
public:
    Pieces(QByteArrayView file, PictureFile &picture) : m_file(file), m_picture(picture) {}

    QByteArrayView file() const { return m_file; }
    qsizetype size() const { return m_file.size(); }
    unsigned byte(qsizetype at) const
    {
        return at < m_file.size() ? static_cast<unsigned char>(m_file[at]) : 0U;
    }
    unsigned number16(qsizetype at) const { return byte(at) << 8U | byte(at + 1); }
    quint32 number32(qsizetype at) const { return number16(at) << 16U | number16(at + 2); }
    quint32 little32(qsizetype at) const
    {
        return byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U | byte(at + 3) << 24U;
    }
    QByteArrayView part(qsizetype from, qsizetype size) const
    {
        from = std::clamp<qsizetype>(from, 0, m_file.size());
        return m_file.sliced(from, std::clamp<qsizetype>(size, 0, m_file.size() - from));
    }
    bool holds(qsizetype at, QByteArrayView text) const { return part(at, text.size()) == text; }

    void keep(qsizetype from, qsizetype size);
    /// `bytes` in place of these.
    void replace(qsizetype from, qsizetype size, const QByteArray &bytes);
    /// Call once all is kept.
    void finish();

private:
    QByteArrayView m_file;
    PictureFile &m_picture;
};

/// What Exif data says. The bytes begin with the TIFF header, "II" or "MM".
struct ExifFacts
{
    int orientation = 1;
    bool place = false;
    bool more = false;
};
ExifFacts readExif(QByteArrayView tiff);

/// Exif data that says which way is up and nothing else; empty for 1, the usual way.
QByteArray exifOf(int orientation);

/// Notes what a packet of XMP says.
void noteXmp(QByteArrayView packet, PictureFile &picture);
void noteExif(const ExifFacts &exif, PictureFile &picture);

void readJpeg(Pieces &pieces, PictureFile &picture);
void readPng(Pieces &pieces, PictureFile &picture);
void readWebp(Pieces &pieces, PictureFile &picture);
void readGif(Pieces &pieces, PictureFile &picture);
void readSvg(const QByteArray &file, PictureFile &picture);

} // namespace kakehashi::security
