#pragma once

#include <QImage>
#include <QSize>

namespace kakehashi::ui {

/// The picture at `path`, made smaller so that it fits into `size`; null when it cannot be read.
/// Any thread.
QImage readThumbnail(const QString &path, const QSize &size);

} // namespace kakehashi::ui
