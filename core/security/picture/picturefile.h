#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kakehashi::security {

/// What a picture's file says besides what it shows, and which of its bytes may be published.
/// Phones write where a photo was taken into it, cameras their serial number, programs their
/// user's name; a visitor's browser needs none of it.
struct PictureFile
{
    struct Piece
    {
        qsizetype from = 0;
        qsizetype size = 0;
        QByteArray own; ///< stands in place of the file's bytes when it is not empty
    };

    std::vector<Piece> kept; ///< the file as it may be published, in order
    bool changed = false;    ///< the kept pieces are not all of the file
    bool complete = false;   ///< the file holds all of the picture and its format's end
    bool animated = false;   ///< has more than one picture, so a scaled one would stand still
    bool tellsPlace = false; ///< where it was taken
    bool tellsMore = false;  ///< by whom, when or with what it was made; small pictures
    bool mended = false;     ///< an SVG without its namespace, or in another encoding than UTF-8

    /// The bytes as they may be published; `file` is what was read.
    QByteArray published(const QByteArray &file) const;
};

/// True for the types that readPicture() knows: JPEG, PNG, GIF, WebP, SVG.
bool isReadPicture(const QString &mimeType);

/// Walks through the file without decoding it. What is shown stays as it is, bit by bit: pixels,
/// colour profile, animation, and which way is up. A file that breaks off keeps what is there.
PictureFile readPicture(const QByteArray &file, const QString &mimeType);

} // namespace kakehashi::security
