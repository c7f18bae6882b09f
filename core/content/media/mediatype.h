#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace kakehashi::content {

/// What some bytes are, judged by themselves.
struct MediaType
{
    QString mimeType;
    QString extension; ///< "jpg", the one a site uses for the type
    int width = 0;     ///< pixels as shown (EXIF rotation applied); 0 for what is no picture
    int height = 0;
};

/// Refused for a type that a site must not serve, for a name whose extension lies, for a picture
/// that cannot be read, has more than `maxPixels`, or is an SVG with active content. `fileName`
/// helps where bytes alone do not tell (CSV, old Office files) and is named in the error.
Result<MediaType> recognise(const QByteArray &bytes, const QString &fileName, qint64 maxPixels);

} // namespace kakehashi::content
