#include "security/picture/picturefile.h"

#include "security/picture/pieces.h"

#include <QHash>

#include <algorithm>

namespace kakehashi::security {
namespace {

using Reading = void (*)(Pieces &, PictureFile &);

const QHash<QString, Reading> &readings()
{
    static const QHash<QString, Reading> all{{QStringLiteral("image/jpeg"), &readJpeg},
                                             {QStringLiteral("image/png"), &readPng},
                                             {QStringLiteral("image/webp"), &readWebp},
                                             {QStringLiteral("image/gif"), &readGif}};
    return all;
}

const QString svg = QStringLiteral("image/svg+xml");

} // namespace

QByteArray PictureFile::published(const QByteArray &file) const
{
    if (!changed)
        return file;
    QByteArray out;
    for (const Piece &piece : kept)
        out += piece.own.isEmpty() ? file.mid(piece.from, piece.size) : piece.own;
    return out;
}

bool isReadPicture(const QString &mimeType)
{
    return mimeType == svg || readings().contains(mimeType);
}

PictureFile readPicture(const QByteArray &file, const QString &mimeType)
{
    PictureFile picture;
    if (mimeType == svg) {
        readSvg(file, picture);
        return picture;
    }
    Pieces pieces(file, picture);
    if (const Reading read = readings().value(mimeType)) {
        read(pieces, picture);
    } else {
        pieces.keep(0, file.size());
        picture.complete = true;
    }
    pieces.finish();
    return picture;
}

void Pieces::keep(qsizetype from, qsizetype size)
{
    size = std::min(size, m_file.size() - from);
    if (size <= 0)
        return;
    auto &kept = m_picture.kept;
    if (!kept.empty() && kept.back().own.isEmpty() && kept.back().from + kept.back().size == from)
        kept.back().size += size;
    else
        kept.push_back({from, size, {}});
}

void Pieces::replace(qsizetype from, qsizetype size, const QByteArray &bytes)
{
    if (part(from, size) == bytes)
        keep(from, size);
    else if (!bytes.isEmpty())
        m_picture.kept.push_back({from, size, bytes});
}

void Pieces::finish()
{
    const auto &kept = m_picture.kept;
    m_picture.changed = kept.size() != 1 || !kept[0].own.isEmpty() || kept[0].from != 0 ||
                        kept[0].size != m_file.size();
}

} // namespace kakehashi::security
