#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSize>

namespace kakehashi::content {

/// The size of an SVG from width and height or else its viewBox, in CSS pixels. Refused when it
/// holds scripts, event handlers, foreign markup, entities or links to other places: an SVG is a
/// document that a browser would run.
Result<QSize> checkSvg(const QByteArray &bytes, const QString &fileName);

} // namespace kakehashi::content
