#pragma once

#include "base/result.h"
#include "render/templates/template.h"

#include <QByteArray>

namespace kakehashi::reports {

/// A report's HTML from resources/reports/NAME.mustache; reports.css stands in it as `style`.
Result<QByteArray> filledReport(const QString &name, render::Data &data);

/// A text, or false when it is empty: mustache sections take any text for true.
render::Data reportText(const QString &text);

} // namespace kakehashi::reports
