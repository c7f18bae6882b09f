#include "ui/media/thumbnail.h"

#include <QImageReader>

namespace kakehashi::ui {
namespace {

/// Letters of a drawing are laid out in whole pixels: drawn small they come out wider than their
/// place and are cut. So drawings are made this many times as large, and then smaller.
constexpr int drawnLarger = 4;

} // namespace

QImage readThumbnail(const QString &path, const QSize &size)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    const bool isDrawing = reader.format().startsWith("svg");
    const QSize fitting = full.scaled(size, Qt::KeepAspectRatio);
    const bool isLarger = full.width() > size.width() || full.height() > size.height();
    // JPEG and WebP decode at a fraction of their size when told the size that is wanted.
    if (full.isValid() && isDrawing)
        reader.setScaledSize(fitting * drawnLarger);
    else if (full.isValid() && isLarger)
        reader.setScaledSize(fitting);
    const QImage image = reader.read();
    return isDrawing && full.isValid()
               ? image.scaled(fitting, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

} // namespace kakehashi::ui
