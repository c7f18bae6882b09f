#pragma once

#include <QByteArray>
#include <QSize>

namespace kakehashi::test {

// Pictures with what phones and programs write into them, made here byte by byte.

/// A picture of noise in one of Qt's formats.
QByteArray noisePicture(const char *format, QSize size);

/// Exif data: which way is up, a camera's name, and a directory of where it was taken.
QByteArray exifWithPlace(int orientation);

/// "PLACE-NAME", which no published file may hold, stands in each of these.
QByteArray jpegWithNotes(QSize size, int orientation = 1);
QByteArray pngWithNotes(QSize size);
QByteArray webpWithNotes(QSize size); ///< with a chunk VP8X
QByteArray gifWithNotes();

/// Two pictures, one after the other.
QByteArray movingPng(QSize size);
QByteArray movingWebp(QSize size);

} // namespace kakehashi::test
