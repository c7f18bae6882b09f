#pragma once

#include <QString>

class QTextBrowser;

namespace kakehashi::ui {

/// Shows Markdown as a page to be read: calm headings, room between lines, tables with hairlines.
/// Call again after the appearance changed.
void showGuideText(QTextBrowser &browser, const QString &markdown);

} // namespace kakehashi::ui
